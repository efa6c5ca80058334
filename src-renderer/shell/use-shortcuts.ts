import { useEffect } from 'react';
import { focusListSearch } from '../ui/list-search';
import { openDialog, useAppDialog } from './dialog-store';
import { useEngagement } from './engagement-store';
import { helpRoute } from './help-route';
import { useNavigation } from './navigation-store';

/** What the keys do everywhere; shown by the shortcuts dialog. */
export const shortcuts: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: 'Ctrl+K', does: 'Every action, and every check by a word of its finding' },
  { keys: 'Ctrl+F', does: 'Search the current list' },
  { keys: 'F1', does: 'Help on where you are' },
  { keys: 'F5', does: 'Run again (asks first)' },
  { keys: 'Alt+←', does: 'Back' },
  { keys: 'Alt+→', does: 'Forward' },
  { keys: '↑ ↓ Home End PgUp PgDn', does: 'Move in a list' },
  { keys: 'Shift with these', does: 'Choose findings or objects from one row to another (also Shift+click)' },
  { keys: 'Space', does: 'Choose one more, or take it out (also Ctrl+click)' },
  { keys: 'Ctrl+A', does: 'Choose all that the list of findings or objects shows' },
  { keys: 'Enter', does: 'Open the finding; the evidence of an object or client' },
  { keys: 'Esc', does: 'Choose none, then close the detail; close a dialog' },
  { keys: '?', does: 'This list' },
];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);

/** Runs the shortcut of a key press; true when there was one. */
function handle(event: KeyboardEvent): boolean {
  if (useAppDialog.getState().open !== null || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null)
    return false;
  const { back, forward, current, go } = useNavigation.getState();
  const hasEngagement = useEngagement.getState().engagement !== null;
  const control = event.ctrlKey || event.metaKey;
  if (control && event.key.toLowerCase() === 'k') openDialog('command-palette');
  else if (control && event.key.toLowerCase() === 'f') return focusListSearch();
  else if (event.altKey && event.key === 'ArrowLeft') back();
  else if (event.altKey && event.key === 'ArrowRight') forward();
  else if (event.key === 'F1') go(helpRoute(current));
  else if (event.key === 'F5' && hasEngagement) openDialog('run-again');
  else if (event.key === '?' && !isTyping(event.target)) openDialog('shortcuts');
  else return event.key === 'F5';
  return true;
}

export function useShortcuts(): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (handle(event)) event.preventDefault();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
