import { announce } from './announcer';
import { go, type Route } from './navigation-store';

/** How long a screen may take to show its data, in milliseconds. */
const patience = 8000;

/** Rows have buttons of their own, reached through their lists. */
const inList = '[role="grid"], [role="table"], [role="row"], [role="menu"], table, li';

const nameOf = (button: HTMLElement): string => (button.ariaLabel ?? button.textContent ?? '').trim();
const canPress = (button: HTMLElement): boolean =>
  button.closest(inList) === null && button.checkVisibility() && !button.matches(':disabled, [aria-disabled="true"]');

const buttons = (): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('main button')].filter(canPress);

/** What can be done on the screen that is shown: its buttons by name, each name once. */
export function screenButtons(): ReadonlyMap<string, HTMLElement> {
  const named = buttons().flatMap((button) => {
    const name = nameOf(button);
    return name === '' || name.length > 60 ? [] : [[name, button] as const];
  });
  return new Map(named.reverse());
}

/** Presses a button as a person would: a dialog it opens gives the focus back to it. */
export function press(button: HTMLElement): void {
  button.focus();
  button.click();
}

/** Goes to a screen and presses its button of that name as soon as no dialog is open and the button is there; says so when there is none. */
export function pressOn(route: Route, name: RegExp): void {
  go(route);
  const deadline = performance.now() + patience;
  const attempt = (): void => {
    const isFree = document.querySelector('[role="dialog"], [role="alertdialog"]') === null;
    const button = isFree ? buttons().find((candidate) => name.test(nameOf(candidate))) : undefined;
    if (button !== undefined) press(button);
    else if (performance.now() < deadline) setTimeout(attempt, 30);
    else announce('That cannot be done here now.');
  };
  setTimeout(attempt);
}
