import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { MetadataSignature } from '../../../../src-shared/model/evidence/adfs';
import type { CertificateFacts } from '../../../../src-shared/model/evidence/pki';
import { certificate } from '../pki/authorities';
import { farm } from './farm-settings';

/** A certificate whose bytes nobody looks into, only compares. */
export const signing = (letter: string, notAfter = '2027-06-01T06:12:40Z'): CertificateFacts =>
  certificate({ thumbprint: letter.repeat(40), der: letter.repeat(400), notAfter });

export const metadata = (...signingCertificates: readonly CertificateFacts[]): EvidenceRecord =>
  metadataWith(undefined, ...signingCertificates);

export const metadataWith = (
  signature: MetadataSignature | undefined,
  ...signingCertificates: readonly CertificateFacts[]
): EvidenceRecord =>
  farm('adfs.federation-metadata', {
    entityId: 'http://fs.contoso.com/adfs/services/trust',
    host: 'fs.contoso.com',
    passiveEndpoints: [],
    activeEndpoints: [],
    mexEndpoints: [],
    signingCertificates,
    encryptionCertificates: [],
    unreadableCertificates: 0,
    isAdfs: true,
    ...(signature === undefined ? {} : { signature }),
  });

/** The document was changed after AD FS signed it. */
export const altered: MetadataSignature = { state: 'invalid', problem: 'The document is not as it was signed.' };
