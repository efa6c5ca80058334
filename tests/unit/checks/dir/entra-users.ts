import { sourceAnchorOf } from '../../../../src-main/evidence/derived/matched-identities';
import type { EntraUser } from '../../../../src-shared/model/evidence/entra';
import { record } from '../check-cases';
import { guid } from '../contoso';
import { identity } from '../pilot-traits';

/** The synchronised user of `identity(number)`. */
export function entraUser(number: number, more: Partial<EntraUser> = {}): EntraUser {
  const { objectSid, userPrincipalName = '' } = identity(number);
  return {
    id: guid(5000 + number),
    userPrincipalName,
    accountEnabled: true,
    onPremisesSyncEnabled: true,
    onPremisesImmutableId: sourceAnchorOf(identity(number)) ?? '',
    onPremisesSecurityIdentifier: objectSid,
    ...more,
  };
}

/** The user without some of what Graph tells. */
export function withoutFacts(user: EntraUser, ...names: readonly (keyof EntraUser)[]): EntraUser {
  const kept = Object.entries(user).filter(([name]) => !names.some((left) => left === name));
  return { id: user.id, userPrincipalName: user.userPrincipalName, ...Object.fromEntries(kept) };
}

export const entraUsers = (users: readonly EntraUser[], complete = true) =>
  record('entra.users', 'tenant', { users, complete });
