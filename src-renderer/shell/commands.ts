import type { CheckDescription } from '../../src-shared/model/catalogue';
import type { FindingRow } from '../../src-shared/model/finding';
import { outcomeTitles } from '../../src-shared/model/outcome';
import { plainTitle } from '../text/plain-title';
import { useThemeStore } from '../theme/theme-store';
import { openDialog } from './dialog-store';
import { engagementCommands } from './engagement-commands';
import { go } from './navigation-store';
import { press, pressOn } from './screen-buttons';

/** A line of the command palette. */
export interface Command {
  readonly id: string;
  readonly title: string;
  /** Quiet text at the end of the line: a check id, a key. */
  readonly hint: string;
  /** More that is searched, and shown where it is what was found: the sentence of a finding. */
  readonly more?: string | undefined;
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
  {
    id: 'new',
    title: 'New engagement',
    hint: '',
    run: () => pressOn({ screen: 'library' }, /^New engagement$/u),
  },
  { id: 'open', title: 'Open an engagement file', hint: '', run: () => pressOn({ screen: 'library' }, /^Open file$/u) },
  { id: 'search', title: 'Search in engagements', hint: '', run: () => openDialog('search') },
  { id: 'shortcuts', title: 'Show keyboard shortcuts', hint: '?', run: () => openDialog('shortcuts') },
];

const checkCommand = (
  check: CheckDescription,
  found: Pick<FindingRow, 'outcome' | 'summary'> | undefined,
): Command => ({
  id: check.id,
  title: plainTitle(check.title),
  hint: hintOf(check, found),
  more: found?.summary,
  run: () => go({ screen: 'findings', checkId: check.id }),
});

function hintOf({ id, implemented }: CheckDescription, found: Pick<FindingRow, 'outcome'> | undefined): string {
  if (found !== undefined) return `${id} · ${outcomeTitles[found.outcome]}`;
  return implemented ? id : `${id} · not judged by this version`;
}

/** What the commands depend on. */
export interface Situation {
  readonly hasEngagement: boolean;
  readonly checks: readonly CheckDescription[];
  readonly findings: readonly FindingRow[];
  /** Buttons of the screen that is shown, by name. */
  readonly onScreen: ReadonlyMap<string, HTMLElement>;
}

/** Actions that make sense now: those of the screen, those of the app, and every check of the catalogue, with its finding, while an engagement is open. */
export function availableCommands({ hasEngagement, checks, findings, onScreen }: Situation): readonly Command[] {
  const own = hasEngagement ? [...engagementCommands, ...always] : always;
  const known = new Set(own.map(({ title }) => title));
  const here = [...onScreen].flatMap(([title, button]): Command[] =>
    known.has(title) ? [] : [{ id: `here-${title}`, title, hint: 'on this screen', run: () => press(button) }],
  );
  if (!hasEngagement) return [...own, ...here];
  const found = new Map(findings.map((row) => [row.checkId, row]));
  return [...own, ...here, ...checks.map((check) => checkCommand(check, found.get(check.id)))];
}
