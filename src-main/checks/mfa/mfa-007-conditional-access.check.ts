import type { ConditionalAccessPolicy } from '../../../src-shared/model/evidence/entra-policies';
import type { Verdict } from '../../evidence/derived/verdict';
import { type CheckResult, type Collected, defineCheck, type Inputs } from '../define-check';
import { type JudgedObject, judged, pass, unread } from '../result';
import { countOf, listed } from '../wording';

const needs = ['entra.conditional-access', 'entra.registration-policy?'] as const;
const registerAction = 'urn:user:registerdevice';
/** Device Registration Service, which provisioning asks a token for. */
const registrationService = '01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9';

export default defineCheck({
  id: 'MFA-007',
  revision: 2,
  why: 'A policy that blocks, or asks for what a device has only after it was registered, ends provisioning for the users it applies to.',
  sources: [
    'https://learn.microsoft.com/entra/identity/conditional-access/policy-all-users-device-registration',
    'https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs,
  evaluate: (inputs) => judgePolicies(inputs),
  remediation: {
    task: 'Let Conditional Access allow registration.',
    steps: [
      'For the user action “Register or join devices” ask for MFA only.',
      'Leave the pilot, or the registration, out of policies that block or want a compliant device.',
      'Switch off “Require MFA to register or join devices” in the device settings when a policy does the same.',
    ],
    verify: '“What If” of Conditional Access shows no blocking policy for a pilot user who registers a device.',
    revert: 'Set the former conditions.',
    right: 'Conditional Access Administrator',
    risk: 'An exclusion weakens the policy for the accounts it names.',
  },
});

function judgePolicies(inputs: Inputs<(typeof needs)[number]>): CheckResult {
  const all = inputs['entra.conditional-access'].records.flatMap(({ id, data }) =>
    data.policies.map((policy) => ({ policy, evidenceId: id })),
  );
  const active = all.filter(({ policy }) => policy.state.toLowerCase() === 'enabled');
  const concerned = active.filter(({ policy }) => concernOf(policy) !== undefined);
  const objects = concerned.map(
    ({ policy, evidenceId }): JudgedObject => ({
      id: `conditional-access:${policy.id}`,
      kind: 'directory-object',
      name: policy.displayName === '' ? 'a policy without a name' : policy.displayName,
      evidenceId,
      locate: policy.displayName,
      ...judgePolicy(policy),
    }),
  );
  const onAction = concerned.filter(({ policy }) => concernOf(policy) === 'action');
  const lead = `${countOf(active.length, 'active Conditional Access policy', 'active Conditional Access policies')} checked`;
  if (onAction.length > 0) objects.push(...judgeSetting(inputs['entra.registration-policy']));
  if (objects.length === 0) return pass({ summary: `${lead}: none concerns the registration of devices.` });
  const odd = objects.filter(({ outcome }) => outcome !== 'pass');
  const result = judged(objects, {
    summary:
      odd.length === 0
        ? `${lead}: ${objects.length === 1 ? 'one concerns' : `${objects.length} concern`} the registration of devices, and none stands in its way.`
        : `${lead}. ${listed(odd.map(({ name, note }) => `${name}: ${note.replace(/\.$/u, '')}`))}.`,
  });
  return result.outcome === 'warning' ? { ...result, severity: 'medium' } : result;
}

const setting = {
  id: 'setting:multi-factor-registration',
  kind: 'directory-object',
  name: 'Require MFA to register or join devices',
} as const;

/** The old setting, where a policy asks for the same. */
function judgeSetting({ records, gaps }: Collected<'entra.registration-policy'>): readonly JudgedObject[] {
  const [record] = records;
  if (record === undefined) return [unread(setting, gaps[0])];
  const required = record.data.multiFactorAuthConfiguration?.toLowerCase();
  if (required === undefined)
    return [
      {
        ...setting,
        outcome: 'unknown',
        reason: 'unreadable',
        note: 'Whether this old setting is on beside a policy for the same was not returned.',
      },
    ];
  if (required !== 'required') return [];
  return [
    {
      ...setting,
      outcome: 'warning',
      note: 'The old setting is on beside a policy for the same; with both, users are asked twice or sent in a circle.',
    },
  ];
}

/** What ties a policy to provisioning: the user action, or the applications. */
function concernOf({ includeUserActions, includeApplications, excludeApplications }: ConditionalAccessPolicy) {
  if (includeUserActions.some((action) => action.toLowerCase() === registerAction)) return 'action';
  const included = includeApplications.map((id) => id.toLowerCase());
  const isExcluded = excludeApplications.some((id) => id.toLowerCase() === registrationService);
  return !isExcluded && (included.includes('all') || included.includes(registrationService))
    ? 'applications'
    : undefined;
}

function judgePolicy(policy: ConditionalAccessPolicy): Verdict {
  const controls = policy.builtInControls.map((control) => control.toLowerCase());
  const narrowed = [...(policy.hasLocationCondition ? ['locations'] : []), ...(policy.otherConditions ?? [])];
  if (controls.includes('block')) return judgeBlock(policy, narrowed);
  const device = controls.filter((control) => control === 'compliantdevice' || control === 'domainjoineddevice');
  const hasWayOut = policy.operator?.toUpperCase() === 'OR' && controls.includes('mfa');
  if (device.length > 0 && policy.operator === undefined && controls.includes('mfa'))
    return {
      outcome: 'unknown',
      reason: 'unreadable',
      note: 'It wants MFA and a compliant or hybrid joined device; whether one of them is enough was not returned.',
    };
  if (device.length > 0 && !hasWayOut)
    return {
      outcome: 'warning',
      note: 'It wants a compliant or hybrid joined device, which a device that registers is not yet.',
    };
  if (policy.termsOfUse.length > 0)
    return { outcome: 'warning', note: 'It shows terms of use, which may interrupt provisioning.' };
  return { outcome: 'pass', note: 'It does not stand in the way of provisioning.' };
}

/** Whether the pilot belongs to named groups or users is not read, and neither is what narrows the policy further. */
function judgeBlock({ includeUsers }: ConditionalAccessPolicy, narrowed: readonly string[]): Verdict {
  if (narrowed.length > 0)
    return {
      outcome: 'warning',
      note: `It blocks under conditions (${listed(narrowed)}); see whether provisioning meets them.`,
    };
  return includeUsers.some((user) => user.toLowerCase() === 'all')
    ? { outcome: 'fail', note: 'It blocks everybody but its exceptions.' }
    : {
        outcome: 'unknown',
        reason: 'not-collected',
        note: 'It blocks certain users and groups; whether the pilot is among them was not read.',
      };
}
