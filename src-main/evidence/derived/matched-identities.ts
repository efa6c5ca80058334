import type { PilotIdentity } from '../../../src-shared/model/evidence/directory';
import type { EntraUser } from '../../../src-shared/model/evidence/entra';
import { guidBytes } from '../guid';

/** A pilot user and the user of Entra ID that is, or should be, the same person. */
export interface MatchedIdentity {
  readonly identity: PilotIdentity;
  readonly user?: EntraUser;
  /** What told them: the SID is what synchronisation writes; the anchor and the name only suggest. */
  readonly by?: 'sid' | 'anchor' | 'name';
}

/** Base64 of what synchronisation takes as source anchor: `mS-DS-ConsistencyGuid` when it is set, else `objectGUID`. */
export const sourceAnchorOf = ({ consistencyGuid, objectGuid }: PilotIdentity): string | undefined =>
  consistencyGuid ?? guidBytes(objectGuid ?? '')?.toString('base64');

export function matchIdentities(
  identities: readonly PilotIdentity[],
  users: readonly EntraUser[],
): readonly MatchedIdentity[] {
  const index = (keyOf: (user: EntraUser) => string | undefined): ReadonlyMap<string, EntraUser> =>
    new Map(users.flatMap((user) => (keyOf(user) === undefined ? [] : [[keyOf(user) ?? '', user] as const])));
  const bySid = index(({ onPremisesSecurityIdentifier }) => onPremisesSecurityIdentifier?.toUpperCase());
  const byAnchor = index(({ onPremisesImmutableId }) => onPremisesImmutableId);
  const byName = index(({ userPrincipalName }) => userPrincipalName.toLowerCase());
  return identities.map((identity) => {
    const [sid, anchor, name] = [
      bySid.get(identity.objectSid.toUpperCase()),
      byAnchor.get(sourceAnchorOf(identity) ?? ''),
      byName.get(identity.userPrincipalName?.toLowerCase() ?? ''),
    ];
    if (sid !== undefined) return { identity, user: sid, by: 'sid' };
    if (anchor !== undefined) return { identity, user: anchor, by: 'anchor' };
    return name === undefined ? { identity } : { identity, user: name, by: 'name' };
  });
}

export const isSameName = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one.toLowerCase() === other?.toLowerCase();
