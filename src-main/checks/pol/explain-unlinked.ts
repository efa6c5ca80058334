import { linkedPolicies } from '../../evidence/derived/linked-policies';
import {
  type AppliedPolicy,
  type PolicyEvidence,
  type PolicyHalf,
  subjectOf,
  titleOf,
} from '../../evidence/derived/policy-evidence';
import { isWithin } from '../../evidence/distinguished-name';
import { listed } from '../wording';

/** Why a policy is not among those linked to the pilot, as a sentence: no link, a disabled one, a blocked one, or one elsewhere. */
export function explainUnlinked(
  policy: AppliedPolicy,
  half: PolicyHalf,
  units: readonly string[],
  evidence: PolicyEvidence,
): string {
  const subject = subjectOf(policy);
  const links = evidence.directories.flatMap(({ data }) =>
    data.containers.flatMap(({ distinguishedName, links: own }) =>
      own.filter(({ guid }) => guid === policy.guid).map(({ disabled }) => ({ distinguishedName, disabled })),
    ),
  );
  const enabled = links.filter(({ disabled }) => !disabled).map(({ distinguishedName }) => distinguishedName);
  if (links.length === 0) return `${subject} is linked nowhere.`;
  if (enabled.length === 0) return `The link of ${titleOf(policy)} is disabled.`;
  const blocked = units.some(
    (unit) =>
      enabled.some((container) => isWithin(unit, container)) &&
      linkedPolicies(unit, evidence)?.every(({ guid }) => guid !== policy.guid) === true,
  );
  const who = half === 'user' ? 'pilot users' : 'pilot computers';
  return blocked
    ? `${subject} is linked to ${listed(enabled, 2)}, but a unit below blocks inheritance.`
    : `${subject} is linked to ${listed(enabled, 2)}, where no ${who} are.`;
}
