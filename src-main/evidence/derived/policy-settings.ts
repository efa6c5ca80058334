import type { GroupPolicyRegistry, PolicyValue } from '../../../src-shared/model/evidence/policy';
import { groupPolicyLinks } from '../group-policy-link';
import { isEveryPolicyOfDomainRead } from './linked-policies';
import { type AppliedPolicy, type PolicyEvidence, type PolicyHalf, policyObjectOf, type Read } from './policy-evidence';
import { lastEntry, type SettingName } from './resultant-policy';

/** A policy whose file has an entry of some name, applied or not. */
export interface PolicyWithValue {
  readonly record: Read<GroupPolicyRegistry>;
  readonly half: PolicyHalf;
  readonly value: PolicyValue['value'];
  readonly policy: AppliedPolicy;
}

export interface PolicyWithSetting extends PolicyWithValue {
  readonly value: number;
}

export const policiesWithValue = (
  name: SettingName,
  halves: readonly PolicyHalf[],
  evidence: PolicyEvidence,
): readonly PolicyWithValue[] =>
  evidence.registries.flatMap((record) =>
    halves.flatMap((half): readonly PolicyWithValue[] => {
      const entry = lastEntry(record.data[half]?.values ?? [], name);
      if (entry === undefined || entry.deletes) return [];
      return [{ record, half, value: entry.value, policy: policyOf(record.data, evidence) }];
    }),
  );

export const policiesWithSetting = (
  name: SettingName,
  halves: readonly PolicyHalf[],
  evidence: PolicyEvidence,
): readonly PolicyWithSetting[] =>
  policiesWithValue(name, halves, evidence).flatMap(({ value, ...found }) =>
    typeof value === 'number' ? [{ ...found, value }] : [],
  );

/** A policy as such, wherever it is linked. A copy of SYSVOL that does not tell the domain leaves the GUID. */
export function policyOf(
  { domain, guid }: Pick<GroupPolicyRegistry, 'domain' | 'guid'>,
  evidence: PolicyEvidence,
): AppliedPolicy {
  const domains = domain === '' ? evidence.directories.map(({ target }) => target.toLowerCase()) : [domain];
  const holder = domains.find((name) => policyObjectOf({ domain: name, guid }, evidence) !== undefined) ?? domain;
  const object = policyObjectOf({ domain: holder, guid }, evidence);
  return { domain: holder, guid, linkedTo: '', enforced: false, ...(object === undefined ? {} : { object }) };
}

/** Whether a container or a site links the policy with an enabled link. */
export const isLinkedAnywhere = (
  { guid }: Pick<GroupPolicyRegistry, 'guid'>,
  { directories, sites }: PolicyEvidence,
): boolean =>
  directories.some(({ data }) =>
    data.containers.some(({ links }) => links.some((link) => link.guid === guid && !link.disabled)),
  ) ||
  sites.some(({ data }) =>
    data.sites.some(({ groupPolicyLink }) =>
      groupPolicyLinks(groupPolicyLink ?? '').some((link) => link.guid === guid && !link.disabled),
    ),
  );

/** Whether the settings of every policy of the directories were read, so that what none of them sets is set nowhere. */
export const isEveryPolicyRead = (evidence: PolicyEvidence): boolean =>
  evidence.directories.length > 0 &&
  evidence.directories.every(({ target }) => isEveryPolicyOfDomainRead(target, evidence));
