import check from '../../../../src-main/checks/mfa/mfa-007-conditional-access.check';
import type { ConditionalAccessPolicy } from '../../../../src-shared/model/evidence/entra-policies';
import { describeCheck, failed, record } from '../check-cases';

const policy = (more: Partial<ConditionalAccessPolicy> = {}): ConditionalAccessPolicy => ({
  id: 'ca1',
  displayName: 'Join',
  state: 'enabled',
  includeUserActions: ['urn:user:registerdevice'],
  includeApplications: [],
  excludeApplications: [],
  includeUsers: ['All'],
  includeGroups: [],
  excludeGroups: [],
  builtInControls: ['mfa'],
  operator: 'OR',
  hasLocationCondition: false,
  termsOfUse: [],
  ...more,
});
function withoutOperator(more: Partial<ConditionalAccessPolicy>): ConditionalAccessPolicy {
  const { operator: _, ...rest } = policy(more);
  return rest;
}
const policies = (...list: readonly ConditionalAccessPolicy[]) =>
  record('entra.conditional-access', 'tenant', { policies: list });
const toggle = (multiFactorAuthConfiguration: string) =>
  record('entra.registration-policy', 'tenant', { multiFactorAuthConfiguration });
const block = { builtInControls: ['block'] };
const everywhere = { includeUserActions: [], includeApplications: ['All'] };
const id = 'conditional-access:ca1';

describeCheck(check, [
  {
    name: 'MFA for registration',
    evidence: [policies(policy()), toggle('notRequired')],
    outcome: 'pass',
    objects: { [id]: 'pass' },
  },
  {
    name: 'MFA for registration, the old setting not read',
    evidence: [policies(policy()), failed('entra.registration-policy', 'tenant', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
    objects: { [id]: 'pass', 'setting:multi-factor-registration': 'unknown' },
  },
  {
    name: 'a compliant device and MFA, which of them is not told',
    evidence: [policies(withoutOperator({ builtInControls: ['mfa', 'compliantDevice'] }))],
    outcome: 'unknown',
    reason: 'unreadable',
    notes: { [id]: 'whether one of them is enough was not returned' },
  },
  {
    name: 'MFA for registration, the old setting not returned',
    evidence: [policies(policy()), record('entra.registration-policy', 'tenant', {})],
    outcome: 'unknown',
    reason: 'unreadable',
    objects: { [id]: 'pass', 'setting:multi-factor-registration': 'unknown' },
  },
  { name: 'no policies', evidence: [policies()], outcome: 'pass' },
  {
    name: 'blocked for everybody',
    evidence: [policies(policy(block))],
    outcome: 'fail',
    severity: 'high',
    says: ['Join'],
  },
  { name: 'all applications blocked', evidence: [policies(policy({ ...everywhere, ...block }))], outcome: 'fail' },
  {
    name: 'report only',
    evidence: [policies(policy({ ...block, state: 'enabledForReportingButNotEnforced' }))],
    outcome: 'pass',
  },
  { name: 'switched off', evidence: [policies(policy({ ...block, state: 'disabled' }))], outcome: 'pass' },
  {
    name: 'blocked for a group',
    evidence: [policies(policy({ ...block, includeUsers: [], includeGroups: ['g'] }))],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'blocked at other places',
    evidence: [policies(policy({ ...block, hasLocationCondition: true }))],
    outcome: 'warning',
    severity: 'medium',
    notes: { [id]: 'locations' },
  },
  {
    name: 'old clients blocked',
    evidence: [policies(policy({ ...everywhere, ...block, otherConditions: ['clientAppTypes'] }))],
    outcome: 'warning',
  },
  {
    name: 'another application',
    evidence: [
      policies(
        policy({ ...block, includeUserActions: [], includeApplications: ['00000003-0000-0ff1-ce00-000000000000'] }),
      ),
    ],
    outcome: 'pass',
  },
  {
    name: 'registration left out',
    evidence: [
      policies(policy({ ...everywhere, ...block, excludeApplications: ['01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9'] })),
    ],
    outcome: 'pass',
  },
  {
    name: 'a compliant device',
    evidence: [policies(policy({ builtInControls: ['compliantDevice'] }))],
    outcome: 'warning',
    notes: { [id]: 'compliant' },
  },
  {
    name: 'a compliant device or MFA',
    evidence: [policies(policy({ builtInControls: ['compliantDevice', 'mfa'] })), toggle('notRequired')],
    outcome: 'pass',
  },
  {
    name: 'a compliant device and MFA',
    evidence: [policies(policy({ builtInControls: ['compliantDevice', 'mfa'], operator: 'AND' }))],
    outcome: 'warning',
  },
  {
    name: 'terms of use',
    evidence: [policies(policy({ termsOfUse: ['t'] }))],
    outcome: 'warning',
    notes: { [id]: 'terms of use' },
  },
  {
    name: 'the old setting as well',
    evidence: [policies(policy()), toggle('required')],
    outcome: 'warning',
    says: ['old setting'],
  },
  { name: 'the old setting alone', evidence: [policies(), toggle('required')], outcome: 'pass' },
]);
