import check from '../../../../src-main/checks/fed/fed-004-staged-rollout.check';
import type { EntraRolloutPolicies } from '../../../../src-shared/model/evidence/entra-policies';
import { describeCheck, record } from '../check-cases';
import { domainSid } from '../contoso';
import { pilotUsers } from '../dir/pilot-users';

type Policy = EntraRolloutPolicies['policies'][number];
const rollout = (more: Partial<Policy> = {}) =>
  record('entra.rollout-policies', 'tenant', {
    policies: [
      {
        displayName: 'PHS pilot',
        feature: 'passwordHashSync',
        isEnabled: true,
        isAppliedToOrganization: false,
        appliesTo: [],
        ...more,
      },
    ],
  });
const sid = `${domainSid}-1110`;
const pilot = pilotUsers({ 'contoso.com': 1 }, 0, {
  group: { distinguishedName: 'CN=WHFB Users,DC=contoso,DC=com', objectSid: sid },
});
const group = (onPremisesSecurityIdentifier?: string): Partial<Policy> => ({
  appliesTo: [
    {
      id: 'a',
      displayName: 'Cloud auth',
      ...(onPremisesSecurityIdentifier === undefined ? {} : { onPremisesSecurityIdentifier }),
    },
  ],
});

describeCheck(check, [
  { name: 'none', evidence: [record('entra.rollout-policies', 'tenant', { policies: [] })], outcome: 'pass' },
  { name: 'switched off', evidence: [rollout({ isEnabled: false, isAppliedToOrganization: true })], outcome: 'pass' },
  {
    name: 'another feature',
    evidence: [rollout({ feature: 'seamlessSso', isAppliedToOrganization: true })],
    outcome: 'pass',
  },
  {
    name: 'the whole organisation',
    evidence: [rollout({ isAppliedToOrganization: true })],
    outcome: 'fail',
    severity: 'blocker',
  },
  {
    name: 'the pilot group itself',
    evidence: [pilot, rollout(group(sid))],
    outcome: 'fail',
    says: ['pilot group itself'],
  },
  {
    name: 'another group',
    evidence: [pilot, rollout(group())],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Cloud auth'],
  },
  { name: 'no group yet', evidence: [rollout()], outcome: 'warning' },
]);
