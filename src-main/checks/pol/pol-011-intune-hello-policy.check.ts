import type { Scope } from '../../../src-shared/model/scope';
import { type CheckResult, defineCheck, type Inputs } from '../define-check';
import { fail, type JudgedObject, judged, notApplicable } from '../result';
import { countOf, listed } from '../wording';
import {
  assignedPolicies,
  intuneObject,
  type ReadPolicy,
  reachesEverybody,
  reachOf,
  switchOf,
} from './intune-policies';

const needs = ['intune.hello-policies', 'entra.organization?'] as const;
const [hello, certificate] = ['usepassportforwork', 'usecertificateforonpremauth'];

export default defineCheck({
  id: 'POL-011',
  revision: 1,
  why: 'Where Intune is the channel, a device learns only from an assigned policy that it is to set up Hello, and with which trust.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-enroll',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso-cert',
    'https://learn.microsoft.com/windows/client-management/mdm/passportforwork-csp',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs,
  appliesTo: ({ policyChannel }) =>
    policyChannel !== 'group-policy' || { reason: 'Intune is not a channel of policy in this scope.' },
  evaluate: (inputs, { scope }) => judgePolicies(inputs, scope),
  remediation: {
    task: 'Assign a Hello policy in Intune.',
    steps: [
      'Make one policy of the settings catalogue: “Use Passport For Work” true and, for hybrid joined devices that AD FS gives certificates, “Use Certificate For On Prem Auth” enabled.',
      'Assign it to the pilot group and take conflicting policies away from it.',
      'In an OMA-URI the tenant id must be that of this tenant.',
    ],
    verify: 'The policy report shows “Succeeded” for a pilot device, and `dsregcmd /status` there PolicyEnabled : YES.',
    revert: 'Remove the assignment.',
    right: 'Intune Policy and Profile Manager',
  },
});

function judgePolicies(inputs: Inputs<(typeof needs)[number]>, scope: Scope): CheckResult {
  const assigned = assignedPolicies(inputs['intune.hello-policies']);
  const enabling = assigned.filter(({ policy }) => switchOf(policy, hello) === true);
  const blocking = assigned.filter(({ policy }) => switchOf(policy, hello) === false);
  const total = inputs['intune.hello-policies'].records.flatMap(({ data }) => data.policies).length;
  if (enabling.length === 0 && blocking.length === 0) {
    const summary = `No assigned policy of Intune enables Hello (${countOf(total, 'policy', 'policies')} with settings of Hello read)`;
    return scope.policyChannel === 'both'
      ? notApplicable({ summary: `${summary}; group policy decides, see POL-002.` })
      : fail({ summary: `${summary}.` });
  }
  if (enabling.length === 0)
    return fail({ summary: `Intune blocks Hello: ${namesOf(blocking)}.`, objects: blocking.map(blocked) });
  const wanted = scope.joinTypes.hybridJoined && scope.registrationAuthority.hybridJoined === 'adfs';
  if (
    wanted &&
    scope.policyChannel === 'intune' &&
    !assigned.some(({ policy }) => switchOf(policy, certificate) === true)
  )
    return fail({
      summary: `${namesOf(enabling)} enables Hello, but no assigned policy of Intune enables certificates for on-premises authentication, so devices set up key trust.`,
      objects: enabling.map((each) => ({
        ...object(each),
        outcome: 'fail',
        note: 'Enables Hello without certificates.',
      })),
    });
  const tenants = inputs['entra.organization'].records.map(({ data }) => data.tenantId.toLowerCase());
  const objects = [
    ...enabling.map((each) => judgeEnabling(each, { tenants, wanted })),
    ...blocking.map((each): JudgedObject => ({ ...blocked(each), outcome: 'warning' })),
  ];
  const conflict = blocking.length === 0 ? '' : ` ${namesOf(blocking)} blocks it at the same time.`;
  const result = judged(objects, {
    summary: `${countOf(enabling.length, 'assigned policy', 'assigned policies')} of Intune ${enabling.length === 1 ? 'enables' : 'enable'} Hello.${conflict} ${enabling.length === 1 ? (objects[0]?.note ?? '') : objects.map(({ name, note }) => `${name}: ${note}`).join(' ')}`,
  });
  return result.outcome === 'warning' ? { ...result, severity: 'medium' } : result;
}

const namesOf = (policies: readonly ReadPolicy[]): string => listed(policies.map(({ policy }) => policy.displayName));
const object = ({ policy, evidenceId }: ReadPolicy) => intuneObject(policy, evidenceId);
const blocked = (each: ReadPolicy): JudgedObject => ({
  ...object(each),
  outcome: 'fail',
  note: `Blocks Hello for ${reachOf(each.policy)}.`,
});

/** Microsoft's pages disagree on certificates by Intune for hybrid joined devices (catalogue D2): on, with a reservation. */
function judgeEnabling(
  each: ReadPolicy,
  { tenants, wanted }: { readonly tenants: readonly string[]; readonly wanted: boolean },
): JudgedObject {
  const { policy } = each;
  if (policy.tenantId !== undefined && tenants.length > 0 && !tenants.includes(policy.tenantId))
    return {
      ...object(each),
      outcome: 'warning',
      note: 'Its OMA-URI names another tenant, so devices do not apply it.',
    };
  if (!reachesEverybody(policy))
    return {
      ...object(each),
      outcome: 'unknown',
      reason: 'not-collected',
      note: `It is assigned to ${reachOf(policy)}; whether the pilot is among them was not read.`,
    };
  return wanted && switchOf(policy, certificate) === true
    ? {
        ...object(each),
        outcome: 'warning',
        note: 'It also enables certificates; Microsoft’s enrolment page asks for that with Intune, the page on Entra joined single sign-on warns against it.',
      }
    : { ...object(each), outcome: 'pass', note: 'It reaches everybody.' };
}
