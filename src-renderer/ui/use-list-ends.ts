import type { Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';

/**
 * Home and End of a virtual list whose scrolling element has the focus. The end is kept in view until one scrolls away from it: rows turn out higher than they
 * were taken for once they are read, which would push the last ones out again.
 */
export function useListEnds(virtual: Virtualizer<HTMLDivElement, Element>) {
  const keepsEnd = useRef(false);
  const size = virtual.getTotalSize();
  const last = virtual.options.count - 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the rows turn out higher
  useEffect(() => {
    if (keepsEnd.current) virtual.scrollToIndex(last, { align: 'end' });
  }, [size]);
  const leave = (): void => {
    keepsEnd.current = false;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    keepsEnd.current = event.key === 'End';
    if (event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    virtual.scrollToIndex(keepsEnd.current ? last : 0, { align: keepsEnd.current ? 'end' : 'start' });
  };
  return { onKeyDown, onWheel: leave, onPointerDown: leave };
}
