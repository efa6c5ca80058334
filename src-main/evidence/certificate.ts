import { createHash } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import type { CertificateFacts } from '../../src-shared/model/evidence/pki';
import { extensionFacts } from './certificate-extensions';
import { certificateNameText } from './certificate-name';
import { derDocument, integerHex } from './der';
import { publicKeyFacts } from './public-key';
import { signatureAlgorithmOf } from './signature-algorithm';

const sizeLimit = 256 * 1024;

/** By SHA-256: the certificates of a few CAs come with every server and from several places of the directory. */
const decoded = new Map<string, CertificateFacts>();
const decodedLimit = 500;

/** Reads an X.509 certificate (RFC 5280). Throws an Error with a sentence when the bytes are none. */
export function decodeCertificate(der: Uint8Array): CertificateFacts {
  if (der.length > sizeLimit) throw new Error(`${der.length} bytes are too many for a certificate`);
  const key = createHash('sha256').update(der).digest('base64');
  const known = decoded.get(key);
  if (known !== undefined) return known;
  derDocument(der);
  try {
    const facts = factsOf(der);
    if (decoded.size >= decodedLimit) decoded.clear();
    decoded.set(key, facts);
    return facts;
  } catch (error) {
    throw new Error(`The certificate cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function factsOf(der: Uint8Array): CertificateFacts {
  const { tbsCertificate: tbs, signatureAlgorithm } = AsnConvert.parse(der, Certificate);
  const subject = certificateNameText(tbs.subject);
  const issuer = certificateNameText(tbs.issuer);
  const { parameters } = signatureAlgorithm;
  const signature = signatureAlgorithmOf(
    signatureAlgorithm.algorithm,
    parameters ? new Uint8Array(parameters) : undefined,
  );
  return {
    thumbprint: createHash('sha1').update(der).digest('hex').toUpperCase(),
    subject,
    issuer,
    serialNumber: integerHex(new Uint8Array(tbs.serialNumber)),
    notBefore: tbs.validity.notBefore.getTime().toISOString(),
    notAfter: tbs.validity.notAfter.getTime().toISOString(),
    publicKey: publicKeyFacts(tbs.subjectPublicKeyInfo),
    signatureHash: signature.hash,
    signatureAlgorithm: signature.name,
    ...extensionFacts(tbs.extensions ?? []),
    selfIssued: subject === issuer,
    der: Buffer.from(der).toString('base64'),
  };
}

/** Decodes what can be decoded, for attributes and files with several values. */
export function decodeCertificates(values: readonly Uint8Array[]): {
  readonly certificates: readonly CertificateFacts[];
  readonly unreadable: number;
} {
  const certificates: CertificateFacts[] = [];
  for (const value of values) {
    try {
      certificates.push(decodeCertificate(value));
    } catch {
      // Counted by the caller through `unreadable`.
    }
  }
  return { certificates, unreadable: values.length - certificates.length };
}

/** Newest first: by `notBefore`, the later issued of equal ones first. */
export const newestFirst = (certificates: readonly CertificateFacts[]): readonly CertificateFacts[] =>
  [...certificates].sort((a, b) => b.notBefore.localeCompare(a.notBefore) || b.notAfter.localeCompare(a.notAfter));
