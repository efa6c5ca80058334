import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';

/** Strength of a certificate's key and of the signature on it. */
export interface CertificateStrength {
  /** e.g. `the key RSA 1024`, `a SHA-1 signature`; empty when nothing is too weak. */
  readonly weak: readonly string[];
  /** What could not be recognised. */
  readonly unrecognised: readonly string[];
}

const brokenHashes: readonly string[] = ['MD2', 'MD5', 'SHA-1'];
const floors = { RSA: 2048, EC: 256 } as const;

/** Floor of the catalogue (PKI-003, PKI-010): RSA 2048, elliptic curves of 256 bits, SHA-256. What is not told is not recognised. */
export function strengthOf({
  publicKey,
  signatureHash = 'unknown',
}: Partial<Pick<CertificateFacts, 'publicKey' | 'signatureHash'>>): CertificateStrength {
  const { algorithm, bits, name } = publicKey ?? { algorithm: 'other', bits: 0, name: 'not told' };
  // A curve nobody knows has no size.
  const isKnownKey = algorithm !== 'other' && bits > 0;
  const isWeakKey = isKnownKey && bits < floors[algorithm];
  return {
    weak: [
      ...(isWeakKey ? [`the key ${name}`] : []),
      ...(brokenHashes.includes(signatureHash) ? [`a ${signatureHash} signature`] : []),
    ],
    unrecognised: [
      ...(isKnownKey ? [] : [`the key algorithm (${name})`]),
      ...(signatureHash === 'unknown' ? ['the signature algorithm'] : []),
    ],
  };
}
