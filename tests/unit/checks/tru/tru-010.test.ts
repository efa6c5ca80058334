import { describe } from 'vitest';
import aggregate from '../../../../src-main/checks/tru/tru-010-steps-in-order.aggregate';
import { type AggregateCase, failed, findings, open, runCases, warned } from './findings';

const off = { 'POL-002': failed, 'POL-011': { outcome: 'not-applicable' } } as const;

const cases: readonly AggregateCase[] = [
  {
    name: 'every gate is open',
    findings: findings(),
    outcome: 'pass',
    severity: 'info',
    says: ['Windows Hello for Business settings', 'is in effect'],
    objects: {},
  },
  {
    name: 'the policy is on, and AD FS is no registration authority',
    findings: findings({ 'RA-001': failed }),
    outcome: 'warning',
    severity: 'info',
    says: ['Configure Windows Hello for Business settings” is in effect already, but 1 blocker', 'RA-001'],
    objects: { 'RA-001': 'fail' },
  },
  {
    name: 'the policy is on, device authentication is off and a template is missing',
    findings: findings({ 'DEV-015': failed, 'PKI-023': failed }),
    outcome: 'warning',
    says: ['2 blockers', 'PKI-023', 'DEV-015'],
  },
  {
    name: 'the policy is on in part',
    findings: findings({ 'POL-002': warned, 'POL-011': { outcome: 'not-applicable' }, 'RA-001': failed }),
    outcome: 'warning',
  },
  {
    name: 'the policy fails for one unit and is on for another',
    findings: findings({ ...off, 'POL-002': { ...failed, counts: { fail: 1, pass: 1 } }, 'RA-001': failed }),
    outcome: 'warning',
  },
  {
    name: 'the policy of Intune is on',
    findings: findings({ ...off, 'POL-011': { outcome: 'pass' }, 'RA-001': failed }),
    outcome: 'warning',
  },
  {
    name: 'the policy is off, AD FS is not ready',
    findings: findings({ ...off, 'RA-001': failed, 'PKI-023': failed }),
    outcome: 'pass',
    says: ['no step runs before its turn'],
  },
  {
    name: 'AD FS is set up before the PKI',
    findings: findings({ ...off, 'PKI-023': failed }),
    outcome: 'warning',
    says: ['Configure AD FS” is in effect', 'PKI-023'],
  },
  {
    name: 'AD FS is set up after the PKI, and the policy is off',
    findings: findings({ ...off }),
    outcome: 'pass',
    says: ['Configure AD FS'],
  },
  {
    name: 'the policy is on, a blocker before it is not known',
    findings: findings({ 'RA-005': open }),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['RA-005'],
    objects: { 'RA-005': 'unknown' },
  },
  {
    name: 'a failure is told although another blocker is not known',
    findings: findings({ 'RA-005': open, 'RA-001': failed }),
    outcome: 'warning',
  },
  {
    name: 'whether the policy is on is not known, and AD FS is not ready',
    findings: findings({ 'POL-002': open, 'POL-011': open, 'RA-001': failed }),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Whether the step', 'RA-001'],
  },
  {
    name: 'whether the policy is on is not known, and everything before it is ready',
    findings: findings({ 'POL-002': open, 'POL-011': open }),
    outcome: 'pass',
  },
  { name: 'a failure after the policy does not matter', findings: findings({ 'PRV-001': failed }), outcome: 'pass' },
  {
    name: 'a blocker that is milder this time',
    findings: findings({ 'RA-004': { outcome: 'fail', severity: 'medium' } }),
    outcome: 'pass',
  },
  {
    name: 'the policy is on, and nothing was judged of the PKI',
    findings: findings().filter(({ area }) => area !== 'pki'),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['nothing was judged of “Configure and validate the PKI”'],
  },
  { name: 'nothing judged at all', findings: [], outcome: 'unknown', reason: 'not-collected' },
];

describe(aggregate.id, () => runCases(aggregate, cases));
