import type { SecuredObject, SecurityDescriptor, ServiceAccount } from '../../../src-shared/model/evidence/access';
import { attributeRight, classGuid, validatedWriteComputer } from '../../knowledge/access-rights';
import { domainPrincipal, domainRid, wellKnownSid } from '../../knowledge/well-known-principals';
import { normalDn, parentDn } from '../distinguished-name';
import { type Right, type Trustee, trusteesWith, type Way } from './effective-rights';
import type { Outsider } from './outsiders';
import { outsidersAmong } from './outsiders';
import type { PrincipalView } from './principals';

/** Writing `msDS-KeyCredentialLink`: who can do that can sign in as the account by a key of his own. */
export const writeKeys: Right = { kind: 'write-property', ...attributeRight.keyCredentialLink };
const control: Right = { kind: 'control' };
const validatedWrite: Right = { kind: 'validated-write', guid: validatedWriteComputer };
const accountClasses: readonly string[] = [classGuid.user, classGuid.inetOrgPerson, classGuid.computer];

/**
 * Entries that count on a place: what a unit inherits is judged where it comes from, as long as that is among the objects (`visible`, DNs in normal form).
 */
export function ownPermissions(
  { role, distinguishedName }: SecuredObject,
  descriptor: SecurityDescriptor,
  visible: ReadonlySet<string>,
): SecurityDescriptor {
  if (role !== 'organizational-unit' || !visible.has(normalDn(parentDn(distinguishedName)))) return descriptor;
  return { ...descriptor, entries: descriptor.entries.filter(({ inherited }) => !inherited) };
}

/** Everybody who may write keys of the object, or of accounts below it when it is a place for accounts. Control of the object comes first. */
export function keyWriters({ role }: SecuredObject, descriptor: SecurityDescriptor): readonly Trustee[] {
  const own = trusteesWith(descriptor, control);
  if (role !== 'domain-head' && role !== 'organizational-unit') return [...own, ...trusteesWith(descriptor, writeKeys)];
  return [
    ...own,
    ...accountClasses.flatMap((objectClass) => [
      ...trusteesWith(descriptor, control, objectClass),
      ...trusteesWith(descriptor, writeKeys, objectClass),
    ]),
    ...trusteesWith(descriptor, validatedWrite, classGuid.computer),
  ];
}

/**
 * Key writers who have no business to be: not Tier 0, not the account itself, not Key Admins by their one attribute, not the accounts of Connect. Not sure are a
 * group that such an account is in, because it may hold others too, and anybody with just this right while no account of Connect is known.
 */
export function unexpectedKeyWriters(
  trustees: readonly Trustee[],
  principals: PrincipalView,
  connectors: readonly ServiceAccount[],
): readonly Outsider[] {
  const own = new Set(connectors.map(({ objectSid }) => objectSid));
  const groups = new Set(connectors.flatMap((account) => [...principals.tokenOf(account).sids]));
  const isExpected = (sid: string, through: Way): boolean =>
    own.has(sid) || sid === wellKnownSid.self || (isKeyAdmins(sid) && through === 'this-right');
  const mayBeConnect = ({ sid, through }: Outsider): boolean =>
    !principals.isLowPrivileged(sid) &&
    !isKeyAdmins(sid) &&
    (groups.has(sid) || (connectors.length === 0 && through === 'this-right'));
  return outsidersAmong(trustees, principals, isExpected).map((one) =>
    mayBeConnect(one) ? { ...one, isSure: false } : one,
  );
}

/** Key Admins of a domain, Enterprise Key Admins of the forest. */
export function isKeyAdmins(sid: string): boolean {
  const rid = domainPrincipal(sid)?.rid;
  return rid === domainRid.keyAdmins || rid === domainRid.enterpriseKeyAdmins;
}
