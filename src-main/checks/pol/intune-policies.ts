import type { IntuneHelloPolicy } from '../../../src-shared/model/evidence/intune';
import type { Collected } from '../define-check';
import type { JudgedObject } from '../result';
import { countOf } from '../wording';

/** A policy of Intune with the record it was read from. */
export interface ReadPolicy {
  readonly policy: IntuneHelloPolicy;
  readonly evidenceId: string;
}

/** Policies that reach anybody: one that is assigned to nobody does nothing. */
export const assignedPolicies = ({ records }: Collected<'intune.hello-policies'>): readonly ReadPolicy[] =>
  records.flatMap(({ id, data }) => data.policies.filter(isAssigned).map((policy) => ({ policy, evidenceId: id })));

const isAssigned = ({ isAssignedToAll, assignedGroups }: IntuneHelloPolicy): boolean =>
  isAssignedToAll || assignedGroups.length > 0;

/** A setting that is on or off; undefined when the policy does not have it or it is something else. */
export function switchOf({ settings }: IntuneHelloPolicy, name: string): boolean | undefined {
  const value = (Object.hasOwn(settings, name) ? settings[name] : undefined)?.toLowerCase();
  if (value === 'true' || value === '1') return true;
  return value === 'false' || value === '0' ? false : undefined;
}

/** Whether it reaches everybody; which people and devices are members of a group of Entra ID is not read. */
export const reachesEverybody = ({ isAssignedToAll, excludedGroups }: IntuneHelloPolicy): boolean =>
  isAssignedToAll && excludedGroups.length === 0;

/** "all devices or users", "2 groups" */
export const reachOf = ({ isAssignedToAll, assignedGroups, excludedGroups }: IntuneHelloPolicy): string => {
  const to = isAssignedToAll ? 'all devices or users' : countOf(assignedGroups.length, 'group');
  return excludedGroups.length === 0 ? to : `${to}, without ${countOf(excludedGroups.length, 'group')}`;
};

export const intuneObject = (
  { id, displayName }: { readonly id: string; readonly displayName: string },
  evidenceId: string,
): Pick<JudgedObject, 'id' | 'kind' | 'name' | 'evidenceId' | 'locate'> => ({
  id: `intune-policy:${id}`,
  kind: 'directory-object',
  name: displayName === '' ? 'a policy without a name' : displayName,
  evidenceId,
  locate: displayName,
});
