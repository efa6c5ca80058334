import { useFindings } from '../features/findings/findings-store';
import type { Command } from './commands';
import { openDialog } from './dialog-store';
import { go, type Route, useNavigation } from './navigation-store';
import { pressOn } from './screen-buttons';

const goTo = (id: string, title: string, route: Route): Command => ({
  ...{ id: `go-${id}`, title, hint: '' },
  run: () => go(route),
});
const dialog = (id: Parameters<typeof openDialog>[0], title: string, hint = ''): Command => ({
  ...{ id, title, hint },
  run: () => openDialog(id),
});
const onScreen = (id: string, title: string, route: () => Route, button: RegExp): Command => ({
  ...{ id, title, hint: '' },
  run: () => pressOn(route(), button),
});

/** The finding that is shown, or was last. */
const shownFinding = (): Route => {
  const { current } = useNavigation.getState();
  const { lastCheckId } = useFindings.getState();
  if (current.screen === 'findings') return current;
  return { screen: 'findings', ...(lastCheckId === undefined ? {} : { checkId: lastCheckId }) };
};

const formats = ['PDF', 'DOCX', 'XLSX', 'CSV', 'HTML', 'JSON'] as const;

/** What can be done with the open engagement, from any screen. */
export const engagementCommands: readonly Command[] = [
  goTo('overview', 'Go to Overview', { screen: 'overview' }),
  goTo('findings', 'Go to Findings', { screen: 'findings' }),
  goTo('clients', 'Go to Clients', { screen: 'clients' }),
  goTo('compare', 'Go to Compare', { screen: 'compare' }),
  goTo('customer', 'Edit customer and engagement', { screen: 'setup', step: 'customer' }),
  goTo('scope', 'Edit the scope', { screen: 'setup', step: 'scope' }),
  goTo('targets', 'Edit targets', { screen: 'setup', step: 'targets' }),
  goTo('sources', 'Choose sources and import files', { screen: 'setup', step: 'sources' }),
  goTo('interview', 'Ask the interview questions', { screen: 'interview' }),
  goTo('consent', 'Show what will be contacted', { screen: 'setup', step: 'consent' }),
  goTo('run', 'Go to Run', { screen: 'run' }),
  dialog('run-again', 'Run again', 'F5'),
  goTo('report', 'Go to Report', { screen: 'report' }),
  ...formats.map((format) =>
    onScreen(
      `export-${format.toLowerCase()}`,
      `Export the report as ${format}`,
      () => ({ screen: 'report' }),
      new RegExp(`^Export ${format}$`, 'u'),
    ),
  ),
  onScreen('decide', 'Decide on the finding shown', shownFinding, /^Decide…$/u),
  onScreen('undo', 'Undo the last decision', shownFinding, /^Undo the last change/u),
  onScreen('export-finding', 'Export the finding shown', shownFinding, /^Export this finding/u),
  onScreen('paste', 'Paste dsregcmd output', () => ({ screen: 'clients' }), /^Paste dsregcmd output$/u),
  onScreen(
    'compare-with',
    'Compare with an older engagement',
    () => ({ screen: 'compare' }),
    /^(?:Choose the older engagement|Compare with another)…$/u,
  ),
  onScreen('collectors', 'Ask for collectors', () => ({ screen: 'setup', step: 'sources' }), /^Ask for collectors…$/u),
  dialog('check', 'Check this engagement'),
  dialog('back-up', 'Back up this engagement'),
  dialog('hand-over', 'Hand over this engagement'),
  dialog('change-passphrase', 'Change the passphrase'),
];
