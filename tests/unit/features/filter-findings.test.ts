import { expect, test } from 'vitest';
import { filterFindings, sortFindings } from '../../../src-main/features/findings/filter-findings';
import type { FindingFilter, ListedFinding } from '../../../src-shared/ipc/findings';
import type { FindingRow } from '../../../src-shared/model/finding';

const row = (checkId: string, change: Partial<ListedFinding> = {}): ListedFinding => ({
  ...{
    checkId,
    area: 'dir',
    step: 'prerequisites',
    title: `Title ${checkId}`,
    outcome: 'pass',
    severity: 'high',
    summary: 'Fine.',
  },
  ...{ objectCount: 0, affectedCount: 0, countedAs: 'passed', standing: 'to-decide', ...change },
});
const rows = [
  row('PKI-010', {
    area: 'pki',
    step: 'pki',
    outcome: 'fail',
    severity: 'medium',
    summary: 'Two certificates expired.',
    affectedCount: 2,
  }),
  row('DIR-001', { outcome: 'unknown', severity: 'blocker' }),
  row('DIR-002', { outcome: 'fail', severity: 'blocker', countedAs: 'blocker', affectedCount: 40 }),
  row('DIR-003', { outcome: 'warning', severity: 'low', standing: 'planned' }),
];
const all: FindingFilter = {
  areas: [],
  steps: [],
  outcomes: [],
  severities: [],
  countedAs: [],
  standings: [],
  search: '',
};
const ids = (found: readonly FindingRow[]): string[] => found.map((each) => each.checkId);

test('an empty filter lets everything through', () => {
  expect(filterFindings(rows, all)).toEqual(rows);
});

test.each([
  [{ areas: ['pki'] }, ['PKI-010']],
  [{ steps: ['pki'] }, ['PKI-010']],
  [{ outcomes: ['fail', 'unknown'] }, ['PKI-010', 'DIR-001', 'DIR-002']],
  [{ outcomes: ['fail'], severities: ['blocker'] }, ['DIR-002']],
  [{ countedAs: ['blocker', 'warning'] }, ['DIR-002']],
  [{ search: 'EXPIRED two' }, ['PKI-010']],
  [{ search: 'dir-00 title' }, ['DIR-001', 'DIR-002', 'DIR-003']],
  [{ standings: ['planned', 'decide-again'] }, ['DIR-003']],
  [{ search: 'nothing' }, []],
] satisfies readonly (readonly [Partial<FindingFilter>, string[]])[])('%j', (filter, expected) => {
  expect(ids(filterFindings(rows, { ...all, ...filter }))).toEqual(expected);
});

test('the most urgent comes first; objects count; equals go by id in both directions', () => {
  expect(ids(sortFindings(rows, 'urgency', false))).toEqual(['DIR-002', 'PKI-010', 'DIR-003', 'DIR-001']);
  expect(ids(sortFindings(rows, 'objects', true))).toEqual(['DIR-002', 'PKI-010', 'DIR-001', 'DIR-003']);
  expect(ids(sortFindings(rows, 'area', false))).toEqual(['DIR-001', 'DIR-002', 'DIR-003', 'PKI-010']);
  expect(ids(sortFindings(rows, 'id', true))).toEqual(['PKI-010', 'DIR-003', 'DIR-002', 'DIR-001']);
});
