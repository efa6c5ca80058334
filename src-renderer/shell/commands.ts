import type { CheckDescription } from '../../src-shared/model/catalogue';
import { plainTitle } from '../text/plain-title';
import { useThemeStore } from '../theme/theme-store';
import { openDialog } from './dialog-store';
import { go } from './navigation-store';

/** A line of the command palette. */
export interface Command {
  readonly id: string;
  readonly title: string;
  /** Quiet text at the end of the line: a check id, a key. */
  readonly hint: string;
  readonly run: () => void;
}

const always: readonly Command[] = [
  { id: 'go-library', title: 'Go to Library', hint: '', run: () => go({ screen: 'library' }) },
  { id: 'go-settings', title: 'Go to Settings', hint: '', run: () => go({ screen: 'settings' }) },
  { id: 'go-help', title: 'Open the help', hint: 'F1', run: () => go({ screen: 'help' }) },
  {
    id: 'help-collect',
    title: 'Help: how to collect by hand',
    hint: '',
    run: () => go({ screen: 'help', topicId: 'collect-ad' }),
  },
  {
    id: 'help-rights',
    title: 'Help: which right, and why',
    hint: '',
    run: () => go({ screen: 'help', topicId: 'right-ldap' }),
  },
  {
    id: 'theme-light',
    title: 'Use the light theme',
    hint: '',
    run: () => useThemeStore.getState().save({ choice: 'light' }),
  },
  {
    id: 'theme-dark',
    title: 'Use the dark theme',
    hint: '',
    run: () => useThemeStore.getState().save({ choice: 'dark' }),
  },
  {
    id: 'theme-contrast',
    title: 'Use the high contrast theme',
    hint: '',
    run: () => useThemeStore.getState().save({ choice: 'high-contrast' }),
  },
  {
    id: 'theme-system',
    title: 'Use the theme of the system',
    hint: '',
    run: () => useThemeStore.getState().save({ choice: 'system' }),
  },
  { id: 'search', title: 'Search in engagements', hint: '', run: () => openDialog('search') },
  { id: 'shortcuts', title: 'Show keyboard shortcuts', hint: '?', run: () => openDialog('shortcuts') },
];

const inEngagement: readonly Command[] = [
  { id: 'go-overview', title: 'Go to Overview', hint: '', run: () => go({ screen: 'overview' }) },
  { id: 'go-findings', title: 'Go to Findings', hint: '', run: () => go({ screen: 'findings' }) },
  { id: 'go-clients', title: 'Go to Clients', hint: '', run: () => go({ screen: 'clients' }) },
  { id: 'go-compare', title: 'Go to Compare', hint: '', run: () => go({ screen: 'compare' }) },
  {
    id: 'go-customer',
    title: 'Edit customer and engagement',
    hint: '',
    run: () => go({ screen: 'setup', step: 'customer' }),
  },
  { id: 'go-scope', title: 'Edit the scope', hint: '', run: () => go({ screen: 'setup', step: 'scope' }) },
  { id: 'go-targets', title: 'Edit targets', hint: '', run: () => go({ screen: 'setup', step: 'targets' }) },
  {
    id: 'go-sources',
    title: 'Choose sources and import files',
    hint: '',
    run: () => go({ screen: 'setup', step: 'sources' }),
  },
  { id: 'go-interview', title: 'Ask the interview questions', hint: '', run: () => go({ screen: 'interview' }) },
  {
    id: 'go-consent',
    title: 'Show what will be contacted',
    hint: '',
    run: () => go({ screen: 'setup', step: 'consent' }),
  },
  { id: 'go-run', title: 'Go to Run', hint: '', run: () => go({ screen: 'run' }) },
  { id: 'run-again', title: 'Run again', hint: 'F5', run: () => openDialog('run-again') },
  { id: 'go-report', title: 'Go to Report (export PDF, HTML, JSON)', hint: '', run: () => go({ screen: 'report' }) },
  { id: 'check', title: 'Check this engagement', hint: '', run: () => openDialog('check') },
  { id: 'back-up', title: 'Back up this engagement', hint: '', run: () => openDialog('back-up') },
  { id: 'hand-over', title: 'Hand over this engagement', hint: '', run: () => openDialog('hand-over') },
  { id: 'passphrase', title: 'Change the passphrase', hint: '', run: () => openDialog('change-passphrase') },
];

const checkCommand = (check: CheckDescription): Command => ({
  id: check.id,
  title: plainTitle(check.title),
  hint: check.implemented ? check.id : `${check.id} · not judged by this version`,
  run: () => go({ screen: 'findings', checkId: check.id }),
});

/** Actions that make sense now, and every check of the catalogue while an engagement is open. */
export function availableCommands(hasEngagement: boolean, checks: readonly CheckDescription[]): readonly Command[] {
  return hasEngagement ? [...inEngagement, ...always, ...checks.map(checkCommand)] : always;
}
