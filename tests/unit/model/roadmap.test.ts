import { describe, expect, test } from 'vitest';
import type { Remediation } from '../../../src-shared/model/catalogue';
import type { FindingRow } from '../../../src-shared/model/finding';
import type { Decision, Review, ReviewState } from '../../../src-shared/model/review';
import { buildRoadmap } from '../../../src-shared/model/roadmap';
import { roadmapTasks } from '../../../src-shared/model/roadmap-tasks';
import { decidedSentence, unblocksSentence } from '../../../src-shared/model/roadmap-words';

const row = (
  checkId: string,
  outcome: FindingRow['outcome'],
  severity: FindingRow['severity'],
  changes: Partial<FindingRow> = {},
): FindingRow => ({
  ...{ checkId, outcome, severity, area: 'dir', step: 'prerequisites', title: checkId, summary: checkId },
  ...{ objectCount: 10, affectedCount: 1 },
  ...changes,
});

const decided = (
  checkId: string,
  decision: Decision,
  changes: Partial<Review> = {},
  state: ReviewState = 'in-force',
): { review: Review; state: ReviewState } => ({
  review: {
    ...{ checkId, decision, reason: 'Agreed', author: 'Ada Kestrel', decidedAt: '2026-11-20T09:00:00.000Z' },
    ...{ outcome: 'fail', fingerprint: 'fail' },
    ...changes,
  },
  state,
});

const entries = ['DIR-001', 'DIR-002', 'PKI-001', 'RA-001', 'POL-001'].map((id) => ({ id, channels: ['L' as const] }));
const roadmapOf = (rows: readonly FindingRow[], reviews: Parameters<typeof buildRoadmap>[2] = []) =>
  buildRoadmap(rows, [...entries, { id: 'TRU-009', channels: [] }], reviews);
const placesOf = (rows: readonly FindingRow[], reviews: Parameters<typeof buildRoadmap>[2] = []) =>
  roadmapOf(rows, reviews).items.map(({ checkId, horizon }) => `${checkId} ${horizon}`);

describe('the order of the roadmap', () => {
  test('a step that is blocked is a gate for the steps behind it', () => {
    const rows = [
      row('POL-001', 'fail', 'blocker', { step: 'policy' }),
      row('RA-001', 'fail', 'blocker', { step: 'adfs' }),
      row('PKI-001', 'unknown', 'blocker', { step: 'pki' }),
    ];
    expect(placesOf(rows)).toEqual(['PKI-001 now', 'RA-001 next', 'POL-001 later']);
  });

  test('within a step what is less urgent comes later, and a warning of a blocker-class check blocks nothing', () => {
    const rows = [
      row('DIR-003', 'fail', 'low'),
      row('DIR-002', 'warning', 'blocker'),
      row('DIR-001', 'fail', 'blocker'),
      row('DIR-004', 'fail', 'high'),
    ];
    expect(placesOf(rows)).toEqual(['DIR-001 now', 'DIR-004 next', 'DIR-002 next', 'DIR-003 later']);
  });

  test('where nothing blocks, the most urgent that is left comes now', () => {
    const rows = [row('DIR-001', 'fail', 'low'), row('SSO-001', 'warning', 'high', { step: 'sso' })];
    expect(placesOf(rows)).toEqual(['SSO-001 now', 'DIR-001 next']);
  });

  test('what is settled, or sums up others, is no item', () => {
    const rows = [
      row('DIR-001', 'pass', 'blocker'),
      row('DIR-002', 'not-applicable', 'blocker'),
      row('TRU-009', 'fail', 'blocker'),
    ];
    expect(roadmapOf(rows)).toEqual({ items: [], settled: [] });
  });
});

describe('what an item unblocks', () => {
  const rows = [
    row('DIR-001', 'fail', 'blocker'),
    row('DIR-002', 'unknown', 'blocker'),
    row('PKI-001', 'pass', 'blocker', { step: 'pki' }),
    row('RA-001', 'fail', 'blocker', { step: 'adfs' }),
    row('POL-001', 'fail', 'low', { step: 'policy' }),
    row('SSO-001', 'not-applicable', 'blocker', { step: 'sso' }),
  ];
  const items = new Map(roadmapOf(rows).items.map((item) => [item.checkId, item]));

  test('the steps behind it up to the next gate, with the others of its step', () => {
    expect(items.get('DIR-001')).toMatchObject({ unblocks: ['pki', 'adfs'], together: 1, kind: 'fix' });
    expect(items.get('DIR-002')).toMatchObject({ unblocks: ['pki', 'adfs'], together: 1, kind: 'find-out' });
    expect(unblocksSentence(roadmapOf(rows).items[0] ?? expect.fail())).toBe(
      'Opens the way to “Configure and validate the PKI” and “Configure AD FS” together with 1 other point of this step.',
    );
  });

  test('a step that does not apply waits for nothing', () =>
    expect(items.get('RA-001')).toMatchObject({ unblocks: ['policy'], together: 0 }));

  test('what blocks nothing unblocks nothing', () => expect(items.get('POL-001')?.unblocks).toEqual([]));
});

describe('decisions', () => {
  const rows = [
    row('DIR-001', 'fail', 'blocker', { affectedCount: 2 }),
    row('RA-001', 'fail', 'blocker', { step: 'adfs' }),
  ];

  test.each(['accepted-risk', 'false-positive', 'not-in-scope'] as const)(
    '%s takes a finding away, and its gate',
    (decision) => {
      const roadmap = roadmapOf(rows, [decided('DIR-001', decision)]);
      expect(roadmap.items.map(({ checkId, horizon }) => [checkId, horizon])).toEqual([['RA-001', 'now']]);
      expect(roadmap.settled).toEqual(['DIR-001']);
    },
  );

  test.each(['expired', 'changed', 'settled'] as const)('one that is %s takes nothing away', (state) =>
    expect(placesOf(rows, [decided('DIR-001', 'accepted-risk', {}, state)])).toEqual(['DIR-001 now', 'RA-001 next']),
  );

  test('planned stays, with its day', () => {
    const [item] = roadmapOf(rows, [decided('DIR-001', 'planned', { until: '2027-01-31' })]).items;
    expect(item).toMatchObject({ checkId: 'DIR-001', planned: { day: '2027-01-31' } });
    expect(decidedSentence(item ?? expect.fail())).toBe('Planned for 2027-01-31.');
    expect(roadmapOf(rows, [decided('DIR-001', 'planned')]).items[0]?.planned).toEqual({});
  });

  test('of single objects count, and take the finding away when none is left', () => {
    const first = decided('DIR-001', 'accepted-risk', { objectId: 'S-1-5-21-1-2-3-1001' });
    const second = decided('DIR-001', 'not-in-scope', { objectId: 'S-1-5-21-1-2-3-1002' });
    const [item] = roadmapOf(rows, [first]).items;
    expect(item).toMatchObject({ checkId: 'DIR-001', objects: { affected: 2, settled: 1 } });
    expect(decidedSentence(item ?? expect.fail())).toBe('1 of 2 objects decided.');
    expect(roadmapOf(rows, [first, second]).settled).toEqual(['DIR-001']);
  });
});

describe('the list of things to do', () => {
  const remediation = (changes: Partial<Remediation> = {}): Remediation => ({
    ...{ steps: ['Open the console.', 'Renew the certificate.'], verify: 'It is new.' },
    ...changes,
  });
  const listOf = (rows: readonly FindingRow[], remediations: Readonly<Record<string, Remediation>>) =>
    buildRoadmap(
      rows,
      rows.map(({ checkId }) => ({
        ...{ id: checkId, channels: ['C' as const] },
        ...(remediations[checkId] === undefined ? {} : { remediation: remediations[checkId] }),
      })),
      [],
    ).items;

  test('names the task of the check, else its first step, and how to find out what is not known', () => {
    const rows = [row('DIR-001', 'fail', 'high'), row('DIR-002', 'fail', 'high'), row('DEV-001', 'unknown', 'high')];
    const items = listOf(rows, {
      'DIR-001': remediation({ task: 'Renew the certificate of the farm.' }),
      'DIR-002': remediation(),
      'DEV-001': remediation({ task: 'Not known to be needed.' }),
    });
    expect(new Map(items.map(({ checkId, task }) => [checkId, task]))).toEqual(
      new Map([
        ['DIR-001', 'Renew the certificate of the farm.'],
        ['DIR-002', 'Open the console.'],
        ['DEV-001', 'Import dsregcmd /status texts of pilot clients.'],
      ]),
    );
  });

  test('among equals what takes less effort comes first', () => {
    const rows = ['DIR-001', 'DIR-002', 'DIR-003'].map((id) => row(id, 'fail', 'high'));
    const items = listOf(rows, {
      'DIR-001': remediation({ steps: ['One.', 'Two.', 'Three.', 'Four.'] }),
      'DIR-002': remediation({ risk: 'Users sign in anew.' }),
      'DIR-003': remediation(),
    });
    expect(items.map(({ checkId, effort }) => `${checkId} ${effort}`)).toEqual([
      'DIR-003 small',
      'DIR-002 medium',
      'DIR-001 large',
    ]);
  });

  test('what is found out by the same look is one task, at its first place', () => {
    const rows = [row('DEV-001', 'unknown', 'high'), row('DIR-001', 'fail', 'high'), row('DEV-002', 'unknown', 'high')];
    const tasks = roadmapTasks(listOf(rows, { 'DIR-001': remediation() }));
    expect(tasks.map(({ number, items }) => [number, ...items.map(({ checkId }) => checkId)])).toEqual([
      [1, 'DIR-001'],
      [2, 'DEV-001', 'DEV-002'],
    ]);
  });
});
