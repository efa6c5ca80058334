import { describe, it } from 'vitest';
import aggregate from '../../../../src-main/checks/tru/tru-009-prerequisite-areas.aggregate';
import { prerequisiteAreas } from '../../../../src-shared/model/area';
import { expectFinding } from '../check-cases';
import { type AggregateCase, failed, findings, judgeFindings, open, runCases, warned } from './findings';

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
  runCases(aggregate, cases);

  it.each(prerequisiteAreas)('is unknown when nothing of %s was judged', (area) => {
    const others = findings().filter((one) => one.area !== area);
    expectFinding(judgeFindings(aggregate, others), { outcome: 'unknown', reason: 'not-collected' });
  });
});
