import type { Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { rowByKey } from './row-by-key';

/** Choosing several rows by keys and mouse, as lists of files do. */
export interface RowChoosing {
  readonly hasAny: boolean;
  /** Undefined: this row cannot be chosen. */
  readonly isChosen: (index: number) => boolean | undefined;
  readonly toggle: (index: number) => void;
  /** All rows from one to another, both included, in place of the stretch from the same row before. */
  readonly stretch: (from: number, to: number) => void;
  readonly chooseAll: () => void;
  readonly clear: () => void;
}

interface ActiveRowOptions {
  /** Rows that Page Up and Page Down pass over. */
  readonly page: number;
  /** Enter on the active row. */
  readonly onOpen: (index: number) => void;
  /** Absent: only one row at a time. */
  readonly choosing?: RowChoosing | undefined;
}

/**
 * The row that the keys act on, in a virtual list whose scrolling element has the focus. It is kept in view until one scrolls away from it: rows turn out
 * higher than they were taken for once they are read, which would push it out again.
 */
export function useActiveRow(virtual: Virtualizer<HTMLDivElement, Element>, options: ActiveRowOptions) {
  const { page, onOpen, choosing } = options;
  const [wanted, setWanted] = useState(0);
  const keepsInView = useRef(false);
  /** Where a stretch begins: the row acted on last without Shift. */
  const anchor = useRef<number>(undefined);
  const { count } = virtual.options;
  const active = Math.min(wanted, count - 1);
  const size = virtual.getTotalSize();
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another row is active, or rows turn out higher
  useEffect(() => {
    if (keepsInView.current) virtual.scrollToIndex(active, { align: 'auto' });
  }, [active, size]);
  const goTo = (index: number, isStretch: boolean): void => {
    setWanted(index);
    if (isStretch && choosing !== undefined) {
      anchor.current ??= active;
      choosing.stretch(anchor.current, index);
    } else anchor.current = index;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const next = rowByKey(event.key, active, count, page);
    if (next !== undefined) {
      keepsInView.current = true;
      goTo(next, event.shiftKey);
    } else if (event.key === 'Enter') onOpen(active);
    else if (choosing === undefined || !pressed(event, active, choosing)) return;
    else anchor.current = active;
    event.preventDefault();
    event.stopPropagation();
  };
  /** Shift+click on anything of a row chooses up to it; Ctrl+click on the row itself adds it or takes it out. */
  const onRowClick = (index: number, event: MouseEvent<HTMLElement>): void => {
    keepsInView.current = false;
    if (event.shiftKey && choosing !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      goTo(index, true);
      return;
    }
    goTo(index, false);
    const isControl = event.target instanceof Element && event.target.closest('button, input, label, a') !== null;
    if ((event.ctrlKey || event.metaKey) && !isControl) choosing?.toggle(index);
  };
  const onWheel = (): void => {
    keepsInView.current = false;
  };
  return { active, onRowClick, handlers: { onKeyDown, onWheel, onPointerDown: onWheel } };
}

/** True when the key chose something or gave it up. */
function pressed(event: KeyboardEvent, active: number, choosing: RowChoosing): boolean {
  if (event.key === ' ') choosing.toggle(active);
  else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') choosing.chooseAll();
  else if (event.key === 'Escape' && choosing.hasAny) choosing.clear();
  else return false;
  return true;
}
