import { createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import type { CertificateFacts, RevocationList } from '../../src-shared/model/evidence/pki';
import { signatureAlgorithms } from '../knowledge/object-identifiers';

/** Node's names of the hashes; a hash that is not here cannot be verified. */
const digests: Readonly<Record<string, string>> = {
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
  MD5: 'md5',
};

/** Libraries refuse these and say no, which then proves nothing. */
const unverifiableHashes = new Set(['MD2', 'MD5', 'unknown']);

/**
 * Whether the issuer's key made the certificate's signature. Undefined when the cryptographic library may not know the algorithm: then nothing is proven
 * either way. Names, dates and constraints are not looked at.
 */
export const isSignedBy = remembered((certificate: CertificateFacts, issuer: CertificateFacts): boolean | undefined => {
  try {
    if (parsed(certificate).verify(parsed(issuer).publicKey)) return true;
    return unverifiableHashes.has(certificate.signatureHash) ? undefined : false;
  } catch {
    return undefined;
  }
});

/** Whether the CA's key signed the CRL; undefined when the CRL is too large to carry its signed part or the algorithm is not known. */
export const crlIsSignedBy = remembered(({ signed }: RevocationList, ca: CertificateFacts): boolean | undefined => {
  if (signed === undefined) return undefined;
  const [bytes, signature] = [Buffer.from(signed.tbs, 'base64'), Buffer.from(signed.signature, 'base64')];
  return isSignedPartOf({ bytes, signature, algorithmOid: signed.algorithmOid }, ca);
});

/** The signed bytes of a structure, and the signature on them. */
export interface SignedPart {
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
  readonly algorithmOid: string;
}

/** Whether the key of `signer` made the signature; undefined when the algorithm is not known. */
export function isSignedPartOf(
  { bytes, signature, algorithmOid }: SignedPart,
  signer: CertificateFacts,
): boolean | undefined {
  const algorithm = signatureAlgorithms[algorithmOid];
  const digest = digests[algorithm?.hash ?? ''];
  if (algorithm === undefined || (digest === undefined && algorithm.name !== 'Ed25519')) return undefined;
  try {
    return verify(digest ?? null, bytes, publicKeyOf(signer), signature);
  } catch {
    return undefined;
  }
}

const parsed = (facts: CertificateFacts): X509Certificate => new X509Certificate(Buffer.from(facts.der, 'base64'));

const publicKeyOf = (facts: CertificateFacts): KeyObject =>
  createPublicKey(parsed(facts).publicKey.export({ type: 'spki', format: 'pem' }));

/** Many checks ask about the same pairs of objects, and the answer never changes: each is worked out once, and forgotten with the objects. */
function remembered<A extends object, B extends object, R>(work: (one: A, other: B) => R): (one: A, other: B) => R {
  const answers = new WeakMap<A, WeakMap<B, { readonly answer: R }>>();
  return (one, other) => {
    const ofOne = answers.get(one) ?? new WeakMap<B, { readonly answer: R }>();
    answers.set(one, ofOne);
    const known = ofOne.get(other) ?? { answer: work(one, other) };
    ofOne.set(other, known);
    return known.answer;
  };
}
