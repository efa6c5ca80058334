import { describe, expect, test } from 'vitest';
import { emptyFilter } from '../../../src-renderer/features/findings/findings-store';
import { groupRows } from '../../../src-renderer/features/findings/group-rows';
import { nextIndex } from '../../../src-renderer/features/findings/next-index';
import { isFiltered, savedViews, viewOf } from '../../../src-renderer/features/findings/saved-views';
import { shownSentence } from '../../../src-renderer/features/findings/shown-sentence';
import type { ListedFinding } from '../../../src-shared/ipc/findings';

const row = (checkId: string, changes: Partial<ListedFinding> = {}): ListedFinding => ({
  checkId,
  area: 'pki',
  step: 'pki',
  title: checkId,
  outcome: 'pass',
  severity: 'high',
  summary: '',
  objectCount: 0,
  affectedCount: 0,
  countedAs: 'passed',
  standing: 'nothing-open',
  ...changes,
});

const rows = [
  row('PKI-010', { outcome: 'fail' }),
  row('DIR-004', { area: 'dir', step: 'prerequisites' }),
  row('PKI-001'),
  row('SSO-002', { area: 'sso', step: 'sso', outcome: 'unknown' }),
];

describe('groupRows', () => {
  test('without groups the rows stay as they are', () => {
    expect(groupRows(rows, 'none').map((line) => line.key)).toEqual(['PKI-010', 'DIR-004', 'PKI-001', 'SSO-002']);
  });

  test('groups stand in report order, rows in the order given, empty groups are left out', () => {
    expect(groupRows(rows, 'area').map((line) => line.key)).toEqual([
      ...['group-dir', 'DIR-004'],
      ...['group-pki', 'PKI-010', 'PKI-001'],
      ...['group-sso', 'SSO-002'],
    ]);
  });

  test('a group head carries its title and count', () => {
    const [head] = groupRows(rows, 'outcome');
    expect(head).toEqual({ kind: 'group', key: 'group-fail', title: 'Fail', members: '1 finding' });
  });

  test.each(['none', 'area', 'outcome'] as const)('conclusions are a group of their own, at the end (%s)', (by) => {
    const concluded = row('TRU-009', { outcome: 'fail', severity: 'blocker', countedAs: 'conclusion' });
    const lines = groupRows([concluded, ...rows], by);
    expect(lines.slice(0, -2)).toEqual(groupRows(rows, by));
    expect(lines.slice(-2)).toMatchObject([
      { kind: 'group', title: 'Conclusions drawn from other checks', members: '1 conclusion' },
      { key: 'TRU-009' },
    ]);
  });

  test('no rows, no groups', () => expect(groupRows([], 'step')).toEqual([]));
});

describe('nextIndex', () => {
  const lines = groupRows(rows, 'area'); // group at 0, 2 and 5

  test.each([
    ['ArrowDown', -1, 1],
    ['ArrowDown', 1, 3],
    ['ArrowDown', 6, undefined],
    ['ArrowUp', 3, 1],
    ['ArrowUp', 1, undefined],
    ['ArrowUp', -1, 6],
    ['Home', 6, 1],
    ['End', 1, 6],
    ['PageDown', 1, 6],
    ['PageUp', 6, 1],
    ['a', 1, undefined],
  ])('%s from line %i goes to %s', (key, from, to) => expect(nextIndex(lines, from, key)).toBe(to));

  test('an empty list has nowhere to go', () => {
    for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp']) {
      expect(nextIndex([], -1, key)).toBeUndefined();
    }
  });
});

describe('saved views', () => {
  test('each view is recognised by its filter, whatever is searched for', () => {
    for (const view of savedViews) expect(viewOf({ ...view.filter, search: 'template' })).toBe(view);
  });

  test('another filter is no saved view', () => {
    expect(viewOf({ ...emptyFilter, outcomes: ['pass'] })).toBeUndefined();
    expect(viewOf({ ...emptyFilter, areas: ['pki'] })).toBeUndefined();
  });

  test.each([
    ['Blockers', 'blocker'],
    ['Warnings', 'warning'],
    ['Not known', 'unknown'],
  ])('%s are what the overview counts as such, by nothing else', (title, countedAs) => {
    expect(savedViews.find((view) => view.title === title)?.filter).toEqual({
      ...{ areas: [], steps: [], outcomes: [], severities: [], standings: [] },
      countedAs: [countedAs],
    });
  });

  test('a filter is on when anything is chosen or searched for', () => {
    expect(isFiltered(emptyFilter)).toBe(false);
    expect(isFiltered({ ...emptyFilter, search: '  ' })).toBe(false);
    expect(isFiltered({ ...emptyFilter, search: 'dc1' })).toBe(true);
    expect(isFiltered({ ...emptyFilter, steps: ['sso'] })).toBe(true);
  });
});

test('what is shown is counted without conclusions, which are told apart', () => {
  const concluded = row('TRU-009', { countedAs: 'conclusion' });
  expect(shownSentence({ rows: [...rows, concluded], total: 5, conclusions: 1 })).toBe('4 findings, and 1 conclusion');
  expect(shownSentence({ rows: [concluded, row('PKI-001')], total: 5, conclusions: 1 })).toBe(
    '1 of 4 findings shown, and 1 conclusion',
  );
  expect(shownSentence({ rows: [row('PKI-001')], total: 5, conclusions: 1 })).toBe('1 of 4 findings shown');
});
