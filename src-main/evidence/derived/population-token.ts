import type { AccessControlEntry, SecurityDescriptor } from '../../../src-shared/model/evidence/access';
import { wellKnownSid } from '../../knowledge/well-known-principals';
import { isGranted, type Right } from './effective-rights';

/** How many accounts of a population something holds for. */
export type Share = 'all' | 'some' | 'none' | 'unknown';

/** Which SIDs the accounts of a population carry when they sign in. */
export interface PopulationToken {
  readonly shareOf: (sid: string) => Share;
}

/** What every user and computer of a domain carries whatever its groups: true for the accounts nothing else is known of. */
export function commonShare(sid: string): Share {
  switch (sid) {
    case wellKnownSid.everyone:
    case wellKnownSid.authenticatedUsers:
    // This Organization: everybody of the own forest.
    case 'S-1-5-15':
      return 'all';
    case wellKnownSid.creatorOwner:
    case wellKnownSid.ownerRights:
    case wellKnownSid.anonymous:
    case wellKnownSid.self:
    case wellKnownSid.system:
    case wellKnownSid.enterpriseControllers:
      return 'none';
    default:
      return 'unknown';
  }
}

export const unknownPopulation: PopulationToken = { shareOf: commonShare };

/**
 * Which part of a population has a right. Groups of which it is not known who belongs to them are taken once as nobody's and once as everybody's: only what
 * holds both ways is said.
 */
export function shareWith(descriptor: SecurityDescriptor, right: Right, population: PopulationToken): Share {
  const entries = descriptor.entries.map((entry) => ({ entry, share: population.shareOf(entry.sid) }));
  const holders = new Set(descriptor.entries.map(({ sid }) => sid));
  const granted = (kept: readonly AccessControlEntry[]): boolean =>
    isGranted({ ...descriptor, entries: kept }, right, holders);
  const least = entries.filter(({ entry, share }) => (entry.allows ? share === 'all' : share !== 'none'));
  if (granted(least.map(({ entry }) => entry))) return 'all';
  const most = entries.filter(({ entry, share }) =>
    entry.allows ? share !== 'none' : share === 'all' && entry.isConditional !== true,
  );
  if (!granted(most.map(({ entry: { isConditional: _, ...entry } }) => entry))) return 'none';
  const isOpen = entries.some(
    ({ entry, share }) =>
      (share === 'unknown' || (entry.isConditional === true && share !== 'none')) && concerns(entry, right),
  );
  return isOpen ? 'unknown' : 'some';
}

/** Whether an entry allows or denies some of a right. */
function concerns({ isConditional: _, ...entry }: AccessControlEntry, right: Right): boolean {
  const alone = { hasDacl: true, isProtected: false, entries: [{ ...entry, allows: true }] };
  return isGranted(alone, right, new Set([entry.sid]));
}
