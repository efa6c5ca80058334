import { describe, it } from 'vitest';
import aggregate from '../../../../src-main/checks/tru/tru-009-prerequisite-areas.aggregate';
import { evaluateAggregates } from '../../../../src-main/engine/evaluate';
import { catalogue } from '../../../../src-main/knowledge/catalogue';
import { prerequisiteAreas } from '../../../../src-shared/model/area';
import type { Finding } from '../../../../src-shared/model/finding';
import { defaultScope } from '../../../../src-shared/model/scope';
import { type Expectation, expectFinding, now } from '../check-cases';

/** Findings of the whole catalogue, all passed, but for those given by id; `undefined` = not judged by this version. */
function findings(other: Readonly<Record<string, Partial<Finding> | undefined>> = {}): readonly Finding[] {
  return catalogue
    .filter(({ id }) => id !== aggregate.id && !(id in other && other[id] === undefined))
    .map(({ id, area, step, title, severity }) => ({
      checkId: id,
      revision: 1,
      area,
      step,
      title,
      outcome: 'pass',
      severity,
      summary: `What ${id} saw.`,
      observations: [],
      counts: {},
      objects: [],
      evidenceIds: [],
      missing: [],
      ...other[id],
    }));
}
const failed = { outcome: 'fail' } as const;
const open = { outcome: 'unknown', unknownReason: 'access-denied' } as const;
const warned = { outcome: 'warning' } as const;

interface AggregateCase extends Expectation {
  readonly name: string;
  readonly findings: readonly Finding[];
}

const cases: readonly AggregateCase[] = [
  { name: 'everything judged and passed', findings: findings(), outcome: 'pass', objects: {}, differs: [] },
  {
    name: 'a failed blocker',
    findings: findings({ 'DIR-002': failed }),
    outcome: 'fail',
    severity: 'blocker',
    says: ['1 check of severity blocker fails (DIR-002)'],
    objects: { 'DIR-002': 'fail' },
    notes: { 'DIR-002': 'What DIR-002 saw.' },
    differs: ['Directories and synchronisation'],
  },
  {
    name: 'blockers in two areas, one not known',
    findings: findings({ 'DIR-002': failed, 'DEV-012': failed, 'FED-002': open }),
    outcome: 'fail',
    says: ['2 checks', '1 check that could block is not known'],
    objects: { 'DIR-002': 'fail', 'DEV-012': 'fail', 'FED-002': 'unknown' },
  },
  {
    name: 'a failed blocker in an area that is no prerequisite',
    findings: findings({ 'RA-001': failed }),
    outcome: 'pass',
  },
  { name: 'a blocker that only warns', findings: findings({ 'DIR-002': warned }), outcome: 'pass' },
  {
    name: 'a blocker that is milder this time',
    findings: findings({ 'FED-016': { outcome: 'fail', severity: 'medium' } }),
    outcome: 'pass',
  },
  {
    name: 'a blocker that does not apply',
    findings: findings({ 'DEV-002': { outcome: 'not-applicable' } }),
    outcome: 'pass',
  },
  {
    name: 'a failure of high severity',
    findings: findings({ 'DIR-005': failed }),
    outcome: 'warning',
    severity: 'high',
    says: ['Ready with risk', '1 check'],
    objects: { 'DIR-005': 'fail' },
  },
  {
    name: 'a failure of high severity and an open blocker',
    findings: findings({ 'DIR-005': failed, 'DIR-001': open }),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'an open blocker',
    findings: findings({ 'DIR-001': open }),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['1 check that could block is not known'],
    objects: { 'DIR-001': 'unknown' },
  },
  { name: 'an open check of high severity', findings: findings({ 'DIR-005': open }), outcome: 'pass' },
  {
    name: 'blockers this version does not judge',
    findings: findings({ 'DIR-009': undefined, 'MFA-001': undefined }),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['2 checks that could block are not judged by this version'],
  },
  {
    name: 'a failed blocker beside blockers this version does not judge',
    findings: findings({ 'DIR-002': failed, 'DIR-009': undefined }),
    outcome: 'fail',
    says: ['1 check that could block is not judged by this version'],
  },
  {
    name: 'checks of lower severity this version does not judge',
    findings: findings({ 'DIR-005': undefined }),
    outcome: 'pass',
  },
  {
    name: 'nothing judged at all',
    findings: [],
    outcome: 'unknown',
    reason: 'not-collected',
    differs: [
      'Directories and synchronisation',
      'Federation to Entra ID',
      'Device registration and write-back',
      'Public key infrastructure',
      'Multifactor authentication',
      'Device management and policy',
    ],
  },
];

describe(aggregate.id, () => {
  it.each(cases)('$name → $outcome', (testCase) => {
    const context = { now: new Date(now), scope: defaultScope };
    const [finding] = evaluateAggregates([aggregate], testCase.findings, context, (_, error) => {
      throw error;
    });
    if (finding === undefined) throw new Error('The engine gave no finding.');
    expectFinding(finding, testCase);
  });

  it.each(prerequisiteAreas)('is unknown when nothing of %s was judged', (area) => {
    const [finding] = evaluateAggregates(
      [aggregate],
      findings().filter((one) => one.area !== area),
      { now: new Date(now), scope: defaultScope },
    );
    if (finding === undefined) throw new Error('The engine gave no finding.');
    expectFinding(finding, { outcome: 'unknown', reason: 'not-collected' });
  });
});
