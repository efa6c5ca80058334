import type { GroupPolicyObject, GroupPolicyRegistry } from '../../../src-shared/model/evidence/policy';
import { isSameHost } from './forest-scope';
import {
  isEmptyHalf,
  lastEntry,
  type PolicyEvidence,
  type PolicyHalf,
  type Read,
  registryOf,
  type SettingName,
} from './resultant-policy';

/** Policies whose file has an entry of this name, applied or not. */
export interface PolicyWithSetting {
  readonly record: Read<GroupPolicyRegistry>;
  readonly half: PolicyHalf;
  readonly value: number;
  readonly object?: GroupPolicyObject;
}

export function policiesWithSetting(
  name: SettingName,
  halves: readonly PolicyHalf[],
  evidence: PolicyEvidence,
): readonly PolicyWithSetting[] {
  return evidence.registries.flatMap((record) =>
    halves.flatMap((half): readonly PolicyWithSetting[] => {
      const entry = lastEntry(record.data[half]?.values ?? [], name);
      if (entry === undefined || entry.deletes || typeof entry.value !== 'number') return [];
      const object = objectOf(record.data, evidence);
      return [{ record, half, value: entry.value, ...(object === undefined ? {} : { object }) }];
    }),
  );
}

const objectOf = (
  { domain, guid }: GroupPolicyRegistry,
  { directories }: PolicyEvidence,
): GroupPolicyObject | undefined =>
  directories
    .filter(({ target }) => domain === '' || isSameHost(target, domain))
    .flatMap(({ data }) => data.objects)
    .find((object) => object.guid === guid);

/** Whether a container links the policy with an enabled link. */
export const isLinkedAnywhere = ({ guid }: GroupPolicyRegistry, { directories }: PolicyEvidence): boolean =>
  directories.some(({ data }) =>
    data.containers.some(({ links }) => links.some((link) => link.guid === guid && !link.disabled)),
  );

/** Whether the settings of every policy of the directories were read, so that what none of them sets is set nowhere. */
export const isEveryPolicyRead = (evidence: PolicyEvidence): boolean =>
  evidence.directories.length > 0 &&
  evidence.directories.every(({ target, data }) =>
    data.objects.every((object) => {
      const policy = { domain: target, guid: object.guid, object, linkedTo: '', enforced: false };
      return (
        registryOf(policy, evidence) !== undefined || (isEmptyHalf(policy, 'machine') && isEmptyHalf(policy, 'user'))
      );
    }),
  );
