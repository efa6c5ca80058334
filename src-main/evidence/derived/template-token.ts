import type { SecurityDescriptor } from '../../../src-shared/model/evidence/access';
import { autoEnrollRight, enrollRight, isGranted, type Right, readAccess } from './effective-rights';
import type { PrincipalView, TokenOwner } from './principals';

/** What a sign-in of somebody carries, as far as one DACL asks for it. */
export interface Token {
  readonly sids: ReadonlySet<string>;
  /** `sids` and every group of the DACL of which it is not known whether the account is in it. */
  readonly perhaps: ReadonlySet<string>;
}

/**
 * The token of somebody with these SIDs: every SID of the DACL is looked up upwards from them. Membership of Tier 0 counts only when it is known: the members of
 * its groups are read with them.
 */
export function tokenFor(
  base: Iterable<string>,
  { entries }: SecurityDescriptor,
  principals: Pick<PrincipalView, 'isIn' | 'isTierZero'>,
): Token {
  const own = [...base];
  const sids = new Set(own);
  const perhaps = new Set(own);
  for (const sid of new Set(entries.map((entry) => entry.sid))) {
    if (sids.has(sid)) continue;
    const answers = own.map((one) => principals.isIn(one, sid));
    const isKnown = answers.includes(true);
    if (isKnown) sids.add(sid);
    if (isKnown || (answers.includes(undefined) && !principals.isTierZero(sid))) perhaps.add(sid);
  }
  return { sids, perhaps };
}

/** The token of an account. */
export function accountToken(account: TokenOwner, descriptor: SecurityDescriptor, principals: PrincipalView): Token {
  const { sids, isComplete } = principals.tokenOf(account);
  return isComplete ? { sids, perhaps: sids } : tokenFor(sids, descriptor, principals);
}

/**
 * Whether the account has the right; undefined when that hangs on a group of which it is not known whether the account is in it. With `objectClass`, on
 * objects of that class created below.
 */
export function mayUse(
  descriptor: SecurityDescriptor,
  right: Right,
  { sids, perhaps }: Token,
  objectClass?: string,
): boolean | undefined {
  const surely = isGranted(descriptor, right, sids, objectClass);
  return surely === isGranted(descriptor, right, perhaps, objectClass) ? surely : undefined;
}

export interface EnrolmentRights {
  readonly read: boolean | undefined;
  readonly enroll: boolean | undefined;
  readonly autoEnroll: boolean | undefined;
}

/** What enrolment asks of a template's DACL. */
export const enrolmentRights = (descriptor: SecurityDescriptor, token: Token): EnrolmentRights => ({
  read: mayUse(descriptor, readAccess, token),
  enroll: mayUse(descriptor, enrollRight, token),
  autoEnroll: mayUse(descriptor, autoEnrollRight, token),
});
