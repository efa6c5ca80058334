import type { MouseEvent } from 'react';

/** Shift+click chooses rows; the text between would be selected as well. The focus, which comes with the same press, goes to the grid all the same. */
export function keepTextUnselected(event: MouseEvent<HTMLElement>): void {
  if (!event.shiftKey) return;
  event.preventDefault();
  event.currentTarget.closest<HTMLElement>('[role="grid"]')?.focus();
}
