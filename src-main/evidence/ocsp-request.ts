import { createHash } from 'node:crypto';
import type { CertificateFacts } from '../../src-shared/model/evidence/pki';
import { contentOf, type DerValue, derChildren, derDocument, derTag, derValueAt, encodingOf } from './der';
import { derOid, derSequence, derValue } from './der-encoding';

const sha1 = '1.3.14.3.2.26';
const derNull = Uint8Array.of(5, 0);

/** What a responder knows a certificate by (RFC 6960 4.1.1): SHA-1 of its issuer's name and key, which every responder accepts, and its serial number. */
export interface OcspCertificateId {
  readonly issuerNameHash: Buffer;
  readonly issuerKeyHash: Buffer;
  /** Content of the INTEGER. */
  readonly serialNumber: Buffer;
}

export function ocspCertificateId(certificate: CertificateFacts, issuer: CertificateFacts): OcspCertificateId {
  const subject = fieldsOf(certificate);
  return {
    issuerNameHash: hash(encodingOf(subject.der, subject.issuer)),
    issuerKeyHash: hash(publicKeyBits(issuer)),
    serialNumber: Buffer.from(contentOf(subject.der, subject.serialNumber)),
  };
}

/** An OCSPRequest about one certificate, without nonce and signature: Windows responders answer from a cache and take no nonce. */
export const ocspRequest = (id: OcspCertificateId): Buffer =>
  derSequence(
    derSequence(
      derSequence(
        derSequence(
          derSequence(
            derSequence(derOid(sha1), derNull),
            derValue(derTag.octetString, id.issuerNameHash),
            derValue(derTag.octetString, id.issuerKeyHash),
            derValue(derTag.integer, id.serialNumber),
          ),
        ),
      ),
    ),
  );

const hash = (bytes: Uint8Array): Buffer => createHash('sha1').update(bytes).digest();

interface CertificateFields {
  readonly der: Buffer;
  readonly serialNumber: DerValue;
  readonly issuer: DerValue;
  readonly publicKeyInfo: DerValue;
}

/** TBSCertificate: [0] version?, serialNumber, signature, issuer, validity, subject, subjectPublicKeyInfo, … */
function fieldsOf(certificate: CertificateFacts): CertificateFields {
  const der = Buffer.from(certificate.der, 'base64');
  const fields = [...derChildren(der, derValueAt(der, derDocument(der).start))];
  const [serialNumber, , issuer, , , publicKeyInfo] = fields[0]?.tag === derTag.context0 ? fields.slice(1) : fields;
  if (serialNumber === undefined || issuer === undefined || publicKeyInfo === undefined)
    throw new Error('The certificate lacks serial number, issuer or key');
  return { der, serialNumber, issuer, publicKeyInfo };
}

/** Content of the BIT STRING without the octet that counts unused bits. */
function publicKeyBits(certificate: CertificateFacts): Uint8Array {
  const { der, publicKeyInfo } = fieldsOf(certificate);
  const [, bits] = derChildren(der, publicKeyInfo);
  if (bits?.tag !== derTag.bitString) throw new Error('The certificate holds no public key');
  return contentOf(der, bits).subarray(1);
}
