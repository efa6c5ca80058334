import { describe, expect, test } from 'vitest';
import type { CatalogueEntry } from '../../../src-shared/model/catalogue';
import type { FindingRow } from '../../../src-shared/model/finding';
import { computeReadiness } from '../../../src-shared/model/readiness';
import { whatWouldChange } from '../../../src-shared/model/what-would-change';

const row = (
  checkId: string,
  outcome: FindingRow['outcome'],
  severity: FindingRow['severity'],
  changes: Partial<FindingRow> = {},
): FindingRow => ({
  ...{ checkId, outcome, severity, area: 'dir', step: 'pki', title: checkId, summary: checkId },
  ...{ objectCount: 10, affectedCount: 1 },
  ...changes,
});

/** Each row is of a check that reads something, but for TRU-009. */
const entryOf = ({ checkId, area, step, severity, title }: FindingRow): CatalogueEntry => ({
  ...{ id: checkId, area, step, severity, title, tier: 'core', seed: [] },
  channels: checkId === 'TRU-009' ? [] : ['L'],
});
const levers = (rows: readonly FindingRow[], most?: number) =>
  whatWouldChange(rows, computeReadiness(rows.map(entryOf), rows).overall, most);
const idsOf = (rows: readonly FindingRow[], most?: number): readonly string[] =>
  levers(rows, most).map((lever) => lever.row.checkId);

describe('what would change the verdict most', () => {
  test('failed blockers, then blockers not known, then the rest by severity', () => {
    const rows = [
      row('DIR-005', 'fail', 'high'),
      row('DIR-004', 'warning', 'blocker'),
      row('DIR-003', 'unknown', 'blocker'),
      row('DIR-002', 'fail', 'blocker'),
      row('DIR-006', 'unknown', 'medium'),
    ];
    expect(idsOf(rows, 9)).toEqual(['DIR-002', 'DIR-003', 'DIR-004', 'DIR-005', 'DIR-006']);
  });

  test('among equals the earlier step, then more objects', () => {
    const rows = [
      row('DIR-001', 'fail', 'blocker', { step: 'sso' }),
      row('DIR-002', 'fail', 'blocker'),
      row('DIR-003', 'fail', 'blocker', { affectedCount: 7 }),
    ];
    expect(idsOf(rows)).toEqual(['DIR-003', 'DIR-002', 'DIR-001']);
  });

  test('settled findings are no lever, three are enough, an unknown is found out and not fixed', () => {
    const rows = [
      row('DIR-001', 'pass', 'blocker'),
      row('DIR-002', 'not-applicable', 'blocker'),
      row('DIR-003', 'info', 'info'),
      ...['DIR-004', 'DIR-005', 'DIR-006', 'DIR-007'].map((id) => row(id, 'unknown', 'high')),
    ];
    expect(idsOf(rows)).toEqual(['DIR-004', 'DIR-005', 'DIR-006']);
    expect(levers(rows).every(({ kind }) => kind === 'find-out')).toBe(true);
  });

  test('a check that sums up others is settled with them', () => {
    expect(idsOf([row('TRU-009', 'fail', 'blocker'), row('PKI-010', 'fail', 'blocker')])).toEqual(['PKI-010']);
  });
});
