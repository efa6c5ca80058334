import type { CertificateFacts, TlsVerification } from '../../../src-shared/model/evidence/pki';
import type { Observation } from '../../../src-shared/model/finding';
import type { JudgedObject } from '../result';
import { countOf } from '../wording';

const day = 24 * 3_600_000;
const daysLeftWanted = 30;
const strongHashes = ['SHA-256', 'SHA-384', 'SHA-512'];
/** Codes of the TLS library that only say that the root is not known here, not that anything is wrong with the chain. */
const unknownRoot = [
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
];

/** A certificate as a client sees it that asks for `name`, leaf first. */
export interface ShownCertificate {
  readonly name: string;
  readonly chain: readonly CertificateFacts[];
  readonly verification: TlsVerification;
}

/** Something wrong or uncertain about the certificate; the note continues a sentence. */
export interface Fault extends Pick<JudgedObject, 'reason'> {
  readonly outcome: 'fail' | 'warning' | 'unknown';
  readonly note: string;
}
const failing = (note: string): Fault => ({ outcome: 'fail', note });
const risky = (note: string): Fault => ({ outcome: 'warning', note });
const unsure = (reason: NonNullable<Fault['reason']>, note: string): Fault => ({ outcome: 'unknown', note, reason });

/** Everything that is wrong or uncertain about a certificate clients see for `name`. Roots are those of AD. */
export function faultsOf(
  { chain, verification, name }: ShownCertificate,
  roots: readonly CertificateFacts[],
  now: Date,
): readonly Fault[] {
  const [leaf] = chain;
  if (leaf === undefined) return [unsure('unreadable', 'The service showed no readable certificate.')];
  return [
    ...validityFaults(chain, now),
    ...(verification.nameMatches ? [] : [failing(`The certificate does not carry the name ${name}.`)]),
    ...(leaf.selfIssued ? [failing('The certificate is self-signed.')] : trustFaults(chain, verification, roots)),
    ...chain.filter(({ selfIssued }) => !selfIssued).flatMap(signatureFaults),
    ...keyFaults(leaf),
  ];
}

function validityFaults(chain: readonly CertificateFacts[], now: Date): readonly Fault[] {
  const time = now.getTime();
  if (chain.some(({ notBefore }) => Date.parse(notBefore) > time))
    return [failing('The certificate, or one above it, is not valid yet.')];
  const left = Math.min(...chain.map(({ notAfter }) => Date.parse(notAfter) - time));
  if (left < 0) return [failing('The certificate, or one above it, has expired.')];
  return left < daysLeftWanted * day
    ? [risky(`The certificate, or one above it, expires in ${countOf(Math.floor(left / day), 'day')}.`)]
    : [];
}

/** Roots published in AD are trusted by every computer of the forest, whatever the computer of the assessment trusts. */
function trustFaults(
  chain: readonly CertificateFacts[],
  verification: TlsVerification,
  roots: readonly CertificateFacts[],
): readonly Fault[] {
  if (isFromRoots(chain, roots)) {
    return [
      risky(
        'The certificate comes from a CA of the organisation: devices outside the domain need its root certificate.',
      ),
    ];
  }
  const { trusted, errorCode = 'not given' } = verification;
  if (trusted) return [];
  // Dates are judged at the instant of the assessment, not of the collection.
  if (errorCode === 'CERT_HAS_EXPIRED' || errorCode === 'CERT_NOT_YET_VALID')
    return [failing('A certificate of the chain was not valid when it was read.')];
  if (errorCode === 'ERR_TLS_CERT_ALTNAME_INVALID' || errorCode === 'HOSTNAME_MISMATCH') return [];
  if (unknownRoot.includes(errorCode)) {
    return [
      unsure(
        'not-collected',
        'The certificate comes from a CA this computer does not know; whether the clients trust it was not seen.',
      ),
    ];
  }
  return [failing(`The chain of the certificate is not accepted (${errorCode}).`)];
}

function isFromRoots(chain: readonly CertificateFacts[], roots: readonly CertificateFacts[]): boolean {
  const top = chain.at(-1);
  if (top === undefined) return false;
  const isIssuer = (root: CertificateFacts): boolean =>
    root.subject === top.issuer &&
    (top.authorityKeyIdentifier === undefined ||
      root.subjectKeyIdentifier === undefined ||
      top.authorityKeyIdentifier === root.subjectKeyIdentifier);
  return roots.some((root) => chain.some(({ thumbprint }) => thumbprint === root.thumbprint) || isIssuer(root));
}

function signatureFaults({ signatureHash, isCa }: CertificateFacts): readonly Fault[] {
  const what = isCa ? 'A CA certificate of the chain' : 'The certificate';
  if (strongHashes.includes(signatureHash)) return [];
  if (signatureHash === 'unknown')
    return [unsure('unreadable', `${what} is signed with an algorithm this version does not know.`)];
  return [failing(`${what} is signed with ${signatureHash}.`)];
}

const keyFloors = { RSA: 2048, EC: 256 } as const;

function keyFaults({ publicKey: { algorithm, bits, name } }: CertificateFacts): readonly Fault[] {
  // A curve nobody knows has no size.
  if (algorithm === 'other' || bits <= 0)
    return [unsure('unreadable', `The key (${name}) is of a kind this version does not know.`)];
  return bits < keyFloors[algorithm] ? [risky(`The ${algorithm} key has only ${bits} bits.`)] : [];
}

/** The one that decides: the first failing, else risky, else uncertain one. */
export const worstOf = (faults: readonly Fault[]): Fault | undefined =>
  (['fail', 'warning', 'unknown'] as const).flatMap((outcome) =>
    faults.filter((fault) => fault.outcome === outcome),
  )[0];

/** What the certificate says, line by line. */
export function observeCertificate(
  { name: host, chain, verification }: ShownCertificate,
  now: Date,
): readonly Observation[] {
  const [leaf] = chain;
  if (leaf === undefined) return [];
  const names = leaf.dnsNames.map((name) => name.toLowerCase());
  return [
    { label: `${host}: names`, observed: leaf.dnsNames.join(', '), expected: host, matches: verification.nameMatches },
    {
      label: `${host}: valid until`,
      observed: leaf.notAfter,
      expected: `at least ${daysLeftWanted} days ahead`,
      matches: Date.parse(leaf.notAfter) - now.getTime() >= daysLeftWanted * day,
    },
    { label: `${host}: issuer`, observed: leaf.issuer, expected: 'a CA that clients trust' },
    {
      label: `${host}: key`,
      observed: `${leaf.publicKey.name} ${leaf.publicKey.bits}`,
      expected: 'RSA 2048 or stronger, or ECDSA',
    },
    {
      label: `${host}: signature`,
      observed: leaf.signatureHash,
      expected: 'SHA-256 or stronger',
      matches: strongHashes.includes(leaf.signatureHash),
    },
    {
      label: `${host}: certauth name`,
      observed: names.includes(`certauth.${host.toLowerCase()}`) ? 'present' : 'absent',
      expected: 'present, or TCP 49443 open to clients',
    },
  ];
}
