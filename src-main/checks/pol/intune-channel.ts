import type { SureSetting } from '../../evidence/derived/setting';
import type { Verdict } from '../../evidence/derived/verdict';
import type { Inputs } from '../define-check';
import { listed } from '../wording';
import { assignedPolicies, type ReadPolicy, reachesEverybody, reachOf, switchOf } from './intune-policies';

export const intuneChannelNeeds = ['intune.hello-policies?', 'intune.hello-enrollment?'] as const;
type IntuneInputs = Inputs<(typeof intuneChannelNeeds)[number]>;

/** A setting of Hello as both channels call it: the registry value of group policy, and the setting of Intune. */
export interface SharedSetting {
  readonly registry: string;
  readonly intune: 'usepassportforwork' | 'usecertificateforonpremauth' | 'requiresecuritydevice';
}

const settingsOfHello: readonly SharedSetting['intune'][] = [
  'usepassportforwork',
  'usecertificateforonpremauth',
  'requiresecuritydevice',
];

/** What a group policy that sets a value meets in Intune for the same devices (POL-009). */
export function besideIntune(inputs: IntuneInputs): (name: SharedSetting, set: SureSetting) => Verdict {
  const policies = assignedPolicies(inputs['intune.hello-policies']).filter(({ policy }) =>
    settingsOfHello.some((name) => Object.hasOwn(policy.settings, name)),
  );
  const everywhere = policies.filter(({ policy }) => reachesEverybody(policy));
  const [partial] = policies.filter(({ policy }) => !reachesEverybody(policy));
  const atEnrolment = inputs['intune.hello-enrollment'].records
    .flatMap(({ data }) => data.configurations)
    .filter(({ state }) => state.toLowerCase() !== 'notconfigured');
  return (name, setting) => {
    if (setting.kind === 'absent') return { outcome: 'pass', note: `No group policy sets ${name.registry}.` };
    const compared = compare(name, setting.value === 1, everywhere);
    if (compared !== undefined) return compared;
    if (atEnrolment.length > 0)
      return {
        outcome: 'warning',
        note: 'Group policy and the settings at Intune enrolment both configure Hello; group policy wins.',
      };
    if (partial !== undefined)
      return {
        outcome: 'unknown',
        reason: 'not-collected',
        note: `Group policy configures Hello here, and the policy of Intune “${partial.policy.displayName}” does for ${reachOf(partial.policy)}; whether the pilot is among them was not read.`,
      };
    return withoutIntune(inputs);
  };
}

/** Undefined where no policy of Intune that reaches everybody configures Hello. */
function compare(name: SharedSetting, isOn: boolean, everywhere: readonly ReadPolicy[]): Verdict | undefined {
  const [first] = everywhere;
  if (first === undefined) return undefined;
  const having = everywhere.filter(({ policy }) => Object.hasOwn(policy.settings, name.intune));
  const titles = (some: readonly ReadPolicy[]): string =>
    listed(
      some.map(({ policy }) => `“${policy.displayName}”`),
      3,
    );
  const differing = having.filter(({ policy }) => switchOf(policy, name.intune) === !isOn);
  if (differing.length > 0)
    return {
      outcome: 'warning',
      note: `Group policy sets ${name.registry} to ${isOn ? 1 : 0}, Intune the opposite by ${titles(differing)}; group policy wins.`,
    };
  if (having.some(({ policy }) => switchOf(policy, name.intune) === undefined))
    return {
      outcome: 'unknown',
      reason: 'unreadable',
      note: `Group policy and Intune both set ${name.registry}; the value of ${titles(having)} was not understood.`,
    };
  return {
    outcome: 'warning',
    note:
      having.length > 0
        ? `Group policy and Intune (${titles(having)}) both set ${name.registry}, to the same; one of them is enough.`
        : `Group policy and Intune (${titles(everywhere)}) both configure Hello here; group policy sets ${name.registry}.`,
  };
}

/** No policy of Intune was seen that configures Hello: only where both lists were read there is none. */
function withoutIntune(inputs: IntuneInputs): Verdict {
  const lists = [inputs['intune.hello-policies'], inputs['intune.hello-enrollment']];
  const unread = lists.find(({ records }) => records.length === 0);
  if (unread === undefined)
    return { outcome: 'pass', note: 'Only group policy configures Hello here; Intune sets nothing of it.' };
  return {
    outcome: 'unknown',
    reason: unread.gaps[0]?.reason ?? 'not-collected',
    note: 'Group policy configures Hello here; what Intune sets for the same devices was not collected.',
  };
}
