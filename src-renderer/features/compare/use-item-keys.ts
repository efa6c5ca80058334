import { type KeyboardEvent, useRef } from 'react';

/** Attribute of the control of an item that has the focus while one goes through the list. */
export const itemControl = { 'data-item-control': '' } as const;

/**
 * Up, Down, Home and End go from item to item of a list, whatever of an item has the focus; Tab goes on through what else an item holds. For the element
 * around the items.
 */
export function useItemKeys<E extends HTMLElement>() {
  const ref = useRef<E>(null);
  const onKeyDown = (event: KeyboardEvent<E>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || ref.current === null) return;
    const controls = [...ref.current.querySelectorAll<HTMLElement>('[data-item-control]')];
    const current = controls.findIndex((control) => control.closest('li')?.contains(document.activeElement) === true);
    const next = nextIndex(event.key, current, controls.length);
    if (next === undefined) return;
    event.preventDefault();
    controls[next]?.focus();
  };
  return { ref, onKeyDown };
}

function nextIndex(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, count - 1);
    case 'ArrowUp':
      return Math.max(current - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
