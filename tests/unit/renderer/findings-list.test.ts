import { describe, expect, test } from 'vitest';
import { emptyFilter } from '../../../src-renderer/features/findings/findings-store';
import { groupRows } from '../../../src-renderer/features/findings/group-rows';
import { nextIndex } from '../../../src-renderer/features/findings/next-index';
import { isFiltered, savedViews, viewOf } from '../../../src-renderer/features/findings/saved-views';
import type { FindingRow } from '../../../src-shared/model/finding';

const row = (checkId: string, changes: Partial<FindingRow> = {}): FindingRow => ({
  checkId,
  area: 'pki',
  step: 'pki',
  title: checkId,
  outcome: 'pass',
  severity: 'high',
  summary: '',
  objectCount: 0,
  affectedCount: 0,
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
    expect(head).toEqual({ kind: 'group', key: 'group-fail', title: 'Fail', count: 1 });
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

  test('blockers are failed ones of severity blocker only', () => {
    expect(savedViews.find((view) => view.title === 'Blockers')?.filter).toMatchObject({
      outcomes: ['fail'],
      severities: ['blocker'],
    });
  });

  test('a filter is on when anything is chosen or searched for', () => {
    expect(isFiltered(emptyFilter)).toBe(false);
    expect(isFiltered({ ...emptyFilter, search: '  ' })).toBe(false);
    expect(isFiltered({ ...emptyFilter, search: 'dc1' })).toBe(true);
    expect(isFiltered({ ...emptyFilter, steps: ['sso'] })).toBe(true);
  });
});
