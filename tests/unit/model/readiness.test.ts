import { describe, expect, it, test } from 'vitest';
import type { CatalogueEntry } from '../../../src-shared/model/catalogue';
import type { FindingRow } from '../../../src-shared/model/finding';
import { computeReadiness } from '../../../src-shared/model/readiness';
import { countsSentence } from '../../../src-shared/model/readiness-words';

const entry = (id: string, severity: CatalogueEntry['severity'] = 'blocker'): CatalogueEntry => ({
  id,
  area: 'pki',
  step: 'pki',
  tier: 'core',
  severity,
  title: id,
  channels: ['L'],
  seed: [],
});

const row = (
  checkId: string,
  outcome: FindingRow['outcome'],
  severity: FindingRow['severity'] = 'blocker',
): FindingRow => ({
  checkId,
  area: 'pki',
  step: 'pki',
  title: checkId,
  outcome,
  severity,
  summary: '',
  objectCount: 0,
  affectedCount: 0,
});

const verdictOf = (catalogue: readonly CatalogueEntry[], rows: readonly FindingRow[]) =>
  computeReadiness(catalogue, rows).overall;

describe('verdicts', () => {
  const two = [entry('PKI-001'), entry('PKI-002', 'low')];

  it('is ready when everything judged passes', () => {
    expect(verdictOf(two, [row('PKI-001', 'pass'), row('PKI-002', 'pass', 'low')]).verdict).toBe('ready');
  });

  it('has warnings when something milder failed or is not known', () => {
    expect(verdictOf(two, [row('PKI-001', 'pass'), row('PKI-002', 'fail', 'low')]).verdict).toBe('ready-with-warnings');
    expect(verdictOf(two, [row('PKI-001', 'pass'), row('PKI-002', 'unknown', 'low')]).verdict).toBe(
      'ready-with-warnings',
    );
  });

  it('is not known when a blocker-class check is unknown', () => {
    expect(verdictOf(two, [row('PKI-001', 'unknown'), row('PKI-002', 'pass', 'low')]).verdict).toBe('not-known');
  });

  it('is not known when a blocker-class check is not judged by this version', () => {
    expect(verdictOf(two, [row('PKI-002', 'pass', 'low')]).verdict).toBe('not-known');
  });

  it('is not known when nothing was judged, however mild', () => {
    expect(verdictOf([entry('PKI-002', 'low')], []).verdict).toBe('not-known');
  });

  it('is neither good nor bad when nothing that was judged applies', () => {
    const rows = [row('PKI-001', 'not-applicable'), row('PKI-002', 'not-applicable', 'low')];
    expect(verdictOf(two, rows)).toMatchObject({ verdict: 'not-applicable', applicable: 0, passed: 0 });
    expect(verdictOf(two, rows.slice(1)).verdict).toBe('not-known'); // of the other nobody knows whether it applies
  });

  it('is not known when all that applies is not known, however mild', () => {
    const mild = [entry('PKI-002', 'low'), entry('PKI-003', 'low')];
    const rows = [row('PKI-002', 'unknown', 'low'), row('PKI-003', 'not-applicable', 'low')];
    expect(verdictOf(mild, rows).verdict).toBe('not-known');
    expect(verdictOf(mild, [row('PKI-002', 'pass', 'low'), row('PKI-003', 'unknown', 'low')]).verdict).toBe(
      'ready-with-warnings',
    );
  });

  it('is blocked by a failed blocker whatever else is unknown', () => {
    const group = verdictOf(two, [row('PKI-001', 'fail'), row('PKI-002', 'unknown', 'low')]);
    expect(group).toMatchObject({
      verdict: 'blocked',
      blockers: ['PKI-001'],
      unknown: ['PKI-002'],
      applicable: 2,
      conclusive: 1,
      passed: 0,
    });
  });

  it('does not count a check of other checks twice', () => {
    const aggregate: CatalogueEntry = { ...entry('TRU-009'), channels: [] };
    const group = verdictOf(
      [...two, aggregate],
      [row('PKI-001', 'fail'), row('PKI-002', 'pass', 'low'), row('TRU-009', 'fail')],
    );
    expect(group).toMatchObject({ blockers: ['PKI-001'], total: 3, implemented: 3, applicable: 2 });
    expect(group.conclusions).toEqual(['TRU-009']);
  });

  it('does not count what does not apply', () => {
    expect(verdictOf(two, [row('PKI-001', 'not-applicable'), row('PKI-002', 'pass', 'low')])).toMatchObject({
      verdict: 'ready',
      applicable: 1,
    });
  });
});

test('every judged check is in the sum once, and the sum is told', () => {
  const conclusion: CatalogueEntry = { ...entry('TRU-009'), channels: [] };
  const ids = ['PKI-001', 'PKI-002', 'PKI-003', 'PKI-004', 'PKI-005', 'PKI-006', 'PKI-007'];
  const results = ['fail', 'warning', 'unknown', 'pass', 'info', 'not-applicable'] as const;
  const group = verdictOf(
    [...ids.map((id) => entry(id)), conclusion],
    [
      ...results.map((outcome, index) => row(ids[index] ?? '', outcome)),
      row('PKI-007', 'fail', 'high'),
      row('TRU-009', 'fail'),
    ],
  );
  expect(group).toMatchObject({ blockers: ['PKI-001'], warnings: ['PKI-002', 'PKI-007'], unknown: ['PKI-003'] });
  expect(countsSentence(group)).toBe(
    '1 blocker + 2 warnings + 1 not known + 2 passed or for information = 6 checks that apply; with 1 not applicable and 1 conclusion drawn from the others, 8 judged.',
  );
});
