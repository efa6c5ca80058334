import check from '../../../../src-main/checks/mfa/mfa-008-second-factor-claim.check';
import { describeCheck } from '../check-cases';
import { rule, trust, trustId, withRules } from '../fed/entra-trust';
import { proven } from './answers';

const scope = { mfaRoute: 'adfs-azure-mfa' } as const;
const passed = withRules(rule.passOn('http://schemas.microsoft.com/claims/authnmethodsreferences'));

describeCheck(check, [
  {
    name: 'passed on and seen',
    scope,
    evidence: [passed, proven('yes')],
    outcome: 'pass',
    objects: { [trustId]: 'pass' },
  },
  { name: 'passed on, not shown', scope, evidence: [passed], outcome: 'unknown', reason: 'not-collected' },
  { name: 'passed on, but refused', scope, evidence: [passed, proven('no')], outcome: 'warning' },
  {
    name: 'not passed on',
    scope,
    evidence: [withRules(rule.everyIssuer), proven('yes')],
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'rules not returned',
    scope,
    evidence: [trust(), proven('yes')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'Entra MFA', evidence: [withRules(rule.everyIssuer)], outcome: 'not-applicable' },
]);
