import type { SecurityDescriptor } from '../../../src-shared/model/evidence/access';
import type { UnknownReason } from '../../../src-shared/model/outcome';
import { applyGroupPolicyRight, readAccess, trusteesWith } from './effective-rights';
import {
  type AppliedPolicy,
  halfTitles,
  type PolicyEvidence,
  type PolicyHalf,
  subjectOf,
  titleOf,
} from './policy-evidence';
import { type PopulationToken, shareWith } from './population-token';

/** Whom settings are computed for: the computers of a place and the users who sign in to them. */
export interface PolicyTarget {
  /** Same for equal targets. */
  readonly key: string;
  readonly computer: PopulationToken;
  readonly user: PopulationToken;
}

/** Whether a linked policy applies to the accounts it is linked for. Notes are sentences that name the policy. */
export type Reach =
  | { readonly kind: 'applies' }
  | { readonly kind: 'filtered'; readonly note: string }
  | { readonly kind: 'some'; readonly note: string }
  | { readonly kind: 'unsure'; readonly reason: UnknownReason; readonly note: string };

/** Client-side extension of registry settings (MS-GPREG 1.9). */
export const registryExtension = '35378eac-683f-11d2-a89a-00c04fbbcfa2';
/** Client-side extension of registry preferences (MS-GPPREF). */
export const registryPreferencesExtension = 'b087be9d-ed37-454f-af9c-04291e351182';

const applies: Reach = { kind: 'applies' };
const halfOff: Readonly<Record<PolicyHalf, number>> = { user: 1, machine: 2 };

/**
 * Filters of a policy (MS-GPOL 3.2.5.1.6, 3.2.5.1.7): the half is on, a list of extensions names the one that carries its settings out, the DACL lets the
 * account apply it and the computer read it, and a WMI filter, which only the client can evaluate, is not there. Since MS16-072 the computer reads the
 * policies of its users too, so reading is asked for the computer in both halves.
 */
export function reachOf(
  policy: AppliedPolicy,
  half: PolicyHalf,
  target: PolicyTarget,
  evidence: Pick<PolicyEvidence, 'titleOf'>,
  extension: string = registryExtension,
): Reach {
  const { object } = policy;
  const title = titleOf(policy);
  if (object === undefined || object.isHidden === true)
    return unsure(
      `${subjectOf(policy)} is linked to ${policy.linkedTo}; what it does and for whom is not known.`,
      'access-denied',
    );
  if ((object.flags & halfOff[half]) !== 0)
    return { kind: 'filtered', note: `The ${halfTitles[half]} of ${title} is switched off.` };
  const extensions = half === 'machine' ? object.machineExtensions : object.userExtensions;
  if (extensions !== undefined && !extensions.includes(extension))
    return {
      kind: 'filtered',
      note: `The list of extensions of ${title} (${halfTitles[half]}) does not name registry settings, so clients do not carry them out.`,
    };
  const { securityDescriptor } = object;
  if (securityDescriptor === undefined)
    return unsure(`Whom ${title} is filtered to was not returned to the account that read.`, 'access-denied');
  return combined([
    readByComputer(securityDescriptor, title, target),
    appliedBy(securityDescriptor, policy, half, target, evidence),
    fromOneSite(policy),
    throughWmiFilter(policy),
  ]);
}

const firstOf = (names: readonly string[]): string => `${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''}`;
const unsure = (note: string, reason: UnknownReason): Reach => ({ kind: 'unsure', reason, note });

function readByComputer(descriptor: SecurityDescriptor, title: string, { computer }: PolicyTarget): Reach {
  switch (shareWith(descriptor, readAccess, computer)) {
    case 'all':
      return applies;
    case 'none':
      return {
        kind: 'filtered',
        note: `Computers may not read ${title}, and since MS16-072 they read it for users too.`,
      };
    case 'some':
      return { kind: 'some', note: `Only some of the computers may read ${title}.` };
    case 'unknown':
      return unsure(`Whether the computers may read ${title} is not known.`, 'not-collected');
  }
}

function appliedBy(
  descriptor: SecurityDescriptor,
  policy: AppliedPolicy,
  half: PolicyHalf,
  target: PolicyTarget,
  { titleOf: nameOf }: Pick<PolicyEvidence, 'titleOf'>,
): Reach {
  const accounts = half === 'machine' ? 'computers' : 'users';
  const names = trusteesWith(descriptor, applyGroupPolicyRight).map(({ sid }) => nameOf(sid));
  const filter = names.length === 0 ? 'nobody' : firstOf(names);
  switch (shareWith(descriptor, applyGroupPolicyRight, half === 'machine' ? target.computer : target.user)) {
    case 'all':
      return applies;
    case 'none':
      return {
        kind: 'filtered',
        note: `${subjectOf(policy)} is filtered to ${filter}, to whom these ${accounts} do not belong, or denied to them.`,
      };
    case 'some':
      return {
        kind: 'some',
        note: `${subjectOf(policy)} applies to some of the ${accounts} only (filtered to ${filter}).`,
      };
    case 'unknown':
      return unsure(
        `${subjectOf(policy)} is filtered to ${filter}; whether these ${accounts} belong to them is not known.`,
        'not-collected',
      );
  }
}

const fromOneSite = (policy: AppliedPolicy): Reach =>
  policy.onlyInSites === undefined
    ? applies
    : unsure(
        `${subjectOf(policy)} is linked to the site ${firstOf(policy.onlyInSites)}; in which site a computer is the directory does not tell.`,
        'not-collected',
      );

function throughWmiFilter(policy: AppliedPolicy): Reach {
  const { object } = policy;
  if (object?.hasWmiFilter !== true) return applies;
  const { wmiFilter } = object;
  if (wmiFilter === undefined)
    return unsure(
      `${subjectOf(policy)} has a WMI filter that is not visible; only the client can evaluate it.`,
      'not-collected',
    );
  const queries = wmiFilter.queries
    .map((query) => `“${query.slice(0, 300)}”`)
    .slice(0, 5)
    .join(', ');
  return unsure(
    `${subjectOf(policy)} has the WMI filter “${wmiFilter.name}”, which only the client can evaluate: ${queries}.`,
    'not-collected',
  );
}

/** One filter that stops the policy stops it, whatever the others are. */
function combined(reaches: readonly Reach[]): Reach {
  const filtered = reaches.find(({ kind }) => kind === 'filtered');
  if (filtered !== undefined) return filtered;
  const doubts = reaches.flatMap((reach) => (reach.kind === 'unsure' ? reach : []));
  const [doubt] = doubts;
  if (doubt !== undefined) return { ...doubt, note: doubts.map(({ note }) => note).join(' ') };
  return reaches.find(({ kind }) => kind === 'some') ?? applies;
}
