import { type KeyboardEvent, useRef } from 'react';
import { rowByKey } from '../../ui/row-by-key';

/** Items that Page Up and Page Down pass over. */
const page = 10;

/** Attribute of the control of an item that has the focus while one goes through the list. */
export const itemControl = { 'data-item-control': '' } as const;

/**
 * The arrow keys, Home, End, Page Up and Page Down go from item to item of a list, whatever of an item has the focus; Tab goes on through what else an item holds. For the element
 * around the items.
 */
export function useItemKeys<E extends HTMLElement>() {
  const ref = useRef<E>(null);
  const onKeyDown = (event: KeyboardEvent<E>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || ref.current === null) return;
    const controls = [...ref.current.querySelectorAll<HTMLElement>('[data-item-control]')];
    const current = controls.findIndex((control) => control.closest('li')?.contains(document.activeElement) === true);
    const next = rowByKey(event.key, current, controls.length, page);
    if (next === undefined) return;
    event.preventDefault();
    controls[next]?.focus();
  };
  return { ref, onKeyDown };
}
