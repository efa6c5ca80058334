import type { Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { rowByKey } from './row-by-key';

interface ActiveRowOptions {
  /** Rows that Page Up and Page Down pass over. */
  readonly page: number;
  /** Enter on the active row. */
  readonly onOpen: (index: number) => void;
}

/**
 * The row that the keys act on, in a virtual list whose scrolling element has the focus. It is kept in view until one scrolls away from it: rows turn out
 * higher than they were taken for once they are read, which would push it out again.
 */
export function useActiveRow(virtual: Virtualizer<HTMLDivElement, Element>, { page, onOpen }: ActiveRowOptions) {
  const [wanted, setWanted] = useState(0);
  const keepsInView = useRef(false);
  const { count } = virtual.options;
  const active = Math.min(wanted, count - 1);
  const size = virtual.getTotalSize();
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another row is active, or rows turn out higher
  useEffect(() => {
    if (keepsInView.current) virtual.scrollToIndex(active, { align: 'auto' });
  }, [active, size]);
  const leave = (): void => {
    keepsInView.current = false;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const next = rowByKey(event.key, active, count, page);
    if (next !== undefined) {
      keepsInView.current = true;
      setWanted(next);
    } else if (event.key === 'Enter') onOpen(active);
    else return;
    event.preventDefault();
  };
  return { active, setActive: setWanted, handlers: { onKeyDown, onWheel: leave, onPointerDown: leave } };
}
