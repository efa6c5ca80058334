import type { SecuredObject, SecurityDescriptor, ServiceAccount } from '../../../src-shared/model/evidence/access';
import { attributeRight, extendedRight, validatedWriteComputer } from '../../knowledge/access-rights';
import { wellKnownSid } from '../../knowledge/well-known-principals';
import { type Right, type Trustee, trusteesWith } from './effective-rights';
import { isKeyAdmins, writeKeys } from './key-writers';
import { type Outsider, outsidersAmong } from './outsiders';
import type { PrincipalView } from './principals';

interface Taking {
  readonly right: Right;
  /** For people, in brackets behind a name. */
  readonly title: string;
}

/** By any of these somebody becomes the computer or an administrator of it: with its password, a certificate of his mapped to it, or tickets of others for it. */
const takings: readonly Taking[] = [
  { right: { kind: 'control' }, title: 'control' },
  { right: { kind: 'extended', guid: extendedRight.resetPassword }, title: 'may reset the password' },
  {
    right: { kind: 'write-property', ...attributeRight.allowedToAct },
    title: 'may write who impersonates users to it',
  },
  { right: { kind: 'write-property', ...attributeRight.altSecurityIdentities }, title: 'may map certificates to it' },
];
const keyTakings: readonly Taking[] = [
  { right: writeKeys, title: 'may write keys' },
  { right: { kind: 'validated-write', guid: validatedWriteComputer }, title: 'may write keys' },
];

/** Who has such rights without being a danger of its own. */
export interface ExpectedTakers {
  /** Accounts of Entra Connect, which may write keys. */
  readonly connectors: readonly ServiceAccount[];
  /**
   * Whether all of Account Operators are Tier 0, which they are when nobody is in it; undefined = not known. Active Directory gives that group full control of
   * every computer (default descriptor of the class, MS-ADSC), so the right by itself opens nothing.
   */
  readonly areOperatorsTierZero: boolean | undefined;
}

/** Everybody outside Tier 0 who can take a computer over by its account in the directory. */
export function computerTakers(
  { objectSid }: Pick<SecuredObject, 'objectSid'>,
  descriptor: SecurityDescriptor,
  principals: PrincipalView,
  { connectors, areOperatorsTierZero }: ExpectedTakers,
): readonly Outsider[] {
  // Key Admins may write keys from the head of the domain down; who is in them is the matter of SEC-020.
  const keyWriters = new Set(connectors.map((connector) => connector.objectSid));
  const found = [
    ...takings.flatMap((taking) => trusteesBy(taking, descriptor)),
    ...keyTakings
      .flatMap((taking) => trusteesBy(taking, descriptor))
      .filter(({ sid }) => !keyWriters.has(sid) && !isKeyAdmins(sid)),
  ];
  const isExpected = (sid: string): boolean =>
    sid === wellKnownSid.self ||
    sid === objectSid ||
    (sid === wellKnownSid.accountOperators && areOperatorsTierZero === true);
  return outsidersAmong(found, principals, isExpected).map((outsider) => {
    const { sid, through, title, isSure } = outsider;
    const right = found.find((one) => one.sid === sid && one.through === through)?.title ?? '';
    if (sid !== wellKnownSid.accountOperators) return { ...outsider, right };
    return areOperatorsTierZero === undefined
      ? { ...outsider, right, isSure: false }
      : { ...outsider, right, isSure, title: `${title} with members outside Tier 0` };
  });
}

const trusteesBy = (
  { right, title }: Taking,
  descriptor: SecurityDescriptor,
): readonly (Trustee & Pick<Taking, 'title'>)[] =>
  trusteesWith(descriptor, right).map((trustee) => ({ ...trustee, title }));
