import type { SubjectPublicKeyInfo } from '@peculiar/asn1-x509';
import type { CertificateFacts } from '../../src-shared/model/evidence/pki';
import { curves, publicKeyOid } from '../knowledge/object-identifiers';
import { contentOf, derTag, derValueAt, oidOf } from './der';

/** Kind and size of a public key (RFC 3279, RFC 5480); `other` with 0 bits when it is of a kind or curve that is not known. */
export function publicKeyFacts(info: SubjectPublicKeyInfo): CertificateFacts['publicKey'] {
  const { algorithm, parameters } = info.algorithm;
  try {
    if (algorithm === publicKeyOid.rsa || algorithm === publicKeyOid.rsaPss)
      return rsaKey(new Uint8Array(info.subjectPublicKey));
    if (algorithm === publicKeyOid.ec && parameters) return ellipticKey(new Uint8Array(parameters));
  } catch {
    return { algorithm: 'other', bits: 0, name: 'unreadable' };
  }
  return { algorithm: 'other', bits: 0, name: algorithm };
}

function rsaKey(key: Uint8Array): CertificateFacts['publicKey'] {
  const modulus = contentOf(key, derValueAt(key, derValueAt(key, 0).start));
  const significant = modulus.subarray(modulus.findIndex((byte) => byte !== 0));
  const bits = significant.length * 8 - Math.clz32(significant[0] ?? 0) + 24;
  return { algorithm: 'RSA', bits, name: `RSA ${bits}` };
}

function ellipticKey(parameters: Uint8Array): CertificateFacts['publicKey'] {
  const value = derValueAt(parameters, 0);
  const curve = value.tag === derTag.oid ? curves[oidOf(contentOf(parameters, value))] : undefined;
  return curve === undefined
    ? { algorithm: 'EC', bits: 0, name: 'EC of an unknown curve' }
    : { algorithm: 'EC', bits: curve.bits, name: `EC ${curve.name}` };
}
