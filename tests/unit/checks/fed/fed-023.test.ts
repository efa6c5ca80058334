import check from '../../../../src-main/checks/fed/fed-023-passed-claims.check';
import { claimType } from '../../../../src-main/evidence/derived/entra-trust-claims';
import { describeCheck } from '../check-cases';
import { rule, trust, withRules } from './entra-trust';

const [methods, inside, persistent] = [
  rule.passOn(claimType.authenticationMethods),
  rule.passOn(claimType.insideCorporateNetwork),
  rule.passOn(claimType.persistentSignOn),
];

describeCheck(check, [
  { name: 'all passed on', evidence: [withRules(methods, inside, persistent)], outcome: 'pass' },
  {
    name: 'no network location',
    evidence: [withRules(methods, persistent)],
    outcome: 'warning',
    says: ['insidecorporatenetwork'],
  },
  {
    name: 'no authentication methods, Entra MFA',
    evidence: [withRules(inside, persistent)],
    outcome: 'warning',
    severity: 'medium',
  },
  {
    name: 'no authentication methods, second factor at AD FS',
    evidence: [withRules(inside, persistent)],
    scope: { mfaRoute: 'adfs-azure-mfa' },
    outcome: 'fail',
    severity: 'high',
    differs: ['authnmethodsreferences'],
  },
  {
    name: 'type in other capitals',
    evidence: [withRules(methods.toUpperCase().replace('ISSUE(CLAIM = C)', 'issue(claim = C)'), inside, persistent)],
    outcome: 'pass',
  },
  {
    name: 'rules not exported',
    evidence: [trust()],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['IssuanceTransformRules'],
  },
  {
    name: 'rules that cannot be read',
    evidence: [withRules('=> issue(')],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'no trust with Entra ID',
    evidence: [trust({ count: 0 })],
    outcome: 'not-applicable',
    says: ['FED-005'],
  },
]);
