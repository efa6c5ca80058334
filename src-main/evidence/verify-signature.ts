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
export function isSignedBy(certificate: CertificateFacts, issuer: CertificateFacts): boolean | undefined {
  try {
    if (parsed(certificate).verify(parsed(issuer).publicKey)) return true;
    return unverifiableHashes.has(certificate.signatureHash) ? undefined : false;
  } catch {
    return undefined;
  }
}

/** Whether the CA's key signed the CRL; undefined when the CRL is too large to carry its signed part or the algorithm is not known. */
export function crlIsSignedBy(crl: RevocationList, ca: CertificateFacts): boolean | undefined {
  if (crl.signed === undefined) return undefined;
  const algorithm = signatureAlgorithms[crl.signed.algorithmOid];
  const digest = digests[algorithm?.hash ?? ''];
  if (algorithm === undefined || (digest === undefined && algorithm.name !== 'Ed25519')) return undefined;
  try {
    const key = publicKeyOf(ca);
    return verify(
      digest ?? null,
      Buffer.from(crl.signed.tbs, 'base64'),
      key,
      Buffer.from(crl.signed.signature, 'base64'),
    );
  } catch {
    return undefined;
  }
}

const parsed = (facts: CertificateFacts): X509Certificate => new X509Certificate(Buffer.from(facts.der, 'base64'));

const publicKeyOf = (facts: CertificateFacts): KeyObject =>
  createPublicKey(parsed(facts).publicKey.export({ type: 'spki', format: 'pem' }));
