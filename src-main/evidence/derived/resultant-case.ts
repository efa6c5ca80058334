import type {
  GroupPolicyObject,
  ResultantGroupPolicy,
  ResultantHalf,
  ResultantPolicy,
} from '../../../src-shared/model/evidence/policy';
import type { PolicyCase } from './policy-case';
import {
  type AppliedPolicy,
  isEmptyHalf,
  type PolicyEvidence,
  type PolicyHalf,
  policyObjectOf,
  registryOf,
  titleOf,
} from './policy-evidence';
import { lastEntry, type SettingName } from './resultant-policy';
import { over, type Setting } from './setting';

interface Logged {
  readonly id: string;
  readonly data: ResultantPolicy;
}

/**
 * What a client made of group policy, by its own log: values it shows by their key, and else what the policies it applied set, in the order it applied them.
 * Loopback processing is in that order already.
 */
export function resultantCase({ id, data }: Logged, evidence: PolicyEvidence): PolicyCase {
  const half =
    (name: PolicyHalf) =>
    (setting: SettingName): Setting =>
      settingIn(data[name], { half: name, setting, evidence, evidenceId: id });
  const [computer, user] = [half('machine'), half('user')];
  return { computer, user, effective: (name) => over(user(name), computer(name)), loopback: 'unknown' };
}

interface Question {
  readonly half: PolicyHalf;
  readonly setting: SettingName;
  readonly evidence: PolicyEvidence;
  readonly evidenceId: string;
}

const unsure = (note: string, otherwise: Setting = { kind: 'absent' }): Setting => ({
  kind: 'unsure',
  reason: 'not-collected',
  note,
  otherwise,
});

function settingIn(logged: ResultantHalf | undefined, question: Question): Setting {
  const { half, setting, evidenceId } = question;
  if (logged === undefined)
    return unsure(`Its report of gpresult holds no results of the ${half === 'machine' ? 'computer' : 'user'}.`);
  if (logged.error !== undefined)
    return unsure(`It could not process group policy to the end (error ${logged.error}).`);
  const shown = logged.values.find(
    ({ key, name }) =>
      key.toLowerCase() === setting.key.toLowerCase() && name.toLowerCase() === setting.name.toLowerCase(),
  );
  if (shown !== undefined) {
    if (typeof shown.value !== 'number') return unsure(`It shows ${setting.name} as something of another type.`);
    const policy = logged.policies.find(({ guid }) => guid !== undefined && guid === shown.guid);
    return { kind: 'set', value: shown.value, by: appliedPolicy(policy ?? local, question.evidence), half, evidenceId };
  }
  const applied = logged.policies
    .filter(({ order }) => order !== undefined)
    .sort((a, b) => (b.order ?? 0) - (a.order ?? 0));
  return firstSetting(applied, question);
}

/** The policy applied last wins. */
function firstSetting([policy, ...lower]: readonly ResultantGroupPolicy[], question: Question): Setting {
  if (policy === undefined) return { kind: 'absent' };
  const { half, setting, evidence } = question;
  if (policy.guid === undefined)
    return unsure(`It applies a local policy, whose settings were not read.`, firstSetting(lower, question));
  const by = appliedPolicy(policy, evidence);
  const registry = registryOf(by, evidence);
  if (registry === undefined)
    return isEmptyHalf(by, half)
      ? firstSetting(lower, question)
      : unsure(`The settings of ${titleOf(by)}, which it applies, were not read.`, firstSetting(lower, question));
  const entry = lastEntry(registry.data[half]?.values ?? [], setting);
  if (entry === undefined) return firstSetting(lower, question);
  if (entry.deletes) return { kind: 'absent' };
  if (typeof entry.value !== 'number')
    return unsure(`${titleOf(by)} sets ${setting.name} to something of another type.`, firstSetting(lower, question));
  const set: Setting = { kind: 'set', value: entry.value, by, half, evidenceId: question.evidenceId };
  return entry.isSoft === true ? over(firstSetting(lower, question), set) : set;
}

const local: ResultantGroupPolicy = { displayName: 'local policy' };

/** The policy as the directory has it, or by the name the client logged. */
function appliedPolicy(
  { guid = '', domain = '', displayName }: ResultantGroupPolicy,
  evidence: PolicyEvidence,
): AppliedPolicy {
  const known = policyObjectOf({ domain, guid }, evidence);
  const named: GroupPolicyObject = { distinguishedName: '', guid, displayName, flags: 0, hasWmiFilter: false };
  return { domain, guid, linkedTo: '', enforced: false, object: known ?? named };
}

const reasonWords: Readonly<Record<NonNullable<ResultantGroupPolicy['reason']>, string>> = {
  'link-disabled': 'its link is disabled',
  'half-disabled': 'this half of it is switched off',
  denied: 'its security filter leaves the client or user out',
  'wmi-filter': 'its WMI filter is false there',
  unreadable: 'the client may not read it or does not find it',
  empty: 'it is empty',
  other: 'the report does not say why',
};

/** Policies in the client's reach that have one of the settings and were not applied, with the reason: sentences. */
export const withheldPolicies = (
  { data }: Logged,
  settings: readonly { readonly name: SettingName; readonly halves: readonly PolicyHalf[] }[],
  evidence: PolicyEvidence,
): readonly string[] => [
  ...new Set(
    settings.flatMap(({ name, halves }) =>
      halves.flatMap((half) =>
        (data[half]?.policies ?? []).flatMap((policy) => {
          if (policy.reason === undefined || policy.guid === undefined) return [];
          const applied = appliedPolicy(policy, evidence);
          const entry = lastEntry(registryOf(applied, evidence)?.data[half]?.values ?? [], name);
          const known = policyObjectOf(applied, evidence);
          return entry === undefined || entry.deletes
            ? []
            : [
                `${titleOf(known === undefined ? applied : { object: known, guid: policy.guid })} was not applied: ${reasonWords[policy.reason]}.`,
              ];
        }),
      ),
    ),
  ),
];
