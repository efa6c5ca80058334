import type { FederationMetadata } from '../../../src-shared/model/evidence/adfs';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';

/** Signing certificates of a farm by what they are for. */
export interface SigningCertificates {
  /** The one AD FS signs with; undefined when the metadata holds none that can be read. */
  readonly present: CertificateFacts | undefined;
  /** Those it may sign with next: every other one that does not end earlier. */
  readonly next: readonly CertificateFacts[];
  /** Those that end before the present one: of the time before the last change, as a rule. */
  readonly former: readonly CertificateFacts[];
}

/** AD FS signs its metadata with the present certificate and lists that first; where both can be seen, the signature decides. */
export function signingCertificatesOf({ signature, signingCertificates }: FederationMetadata): SigningCertificates {
  const present =
    signingCertificates.find(({ thumbprint }) => thumbprint === signature?.signedBy) ?? signingCertificates[0];
  const others = signingCertificates.filter((certificate) => certificate !== present);
  const isFormer = ({ notAfter }: CertificateFacts): boolean =>
    present !== undefined && Date.parse(notAfter) < Date.parse(present.notAfter);
  return { present, next: others.filter((certificate) => !isFormer(certificate)), former: others.filter(isFormer) };
}

/** Metadata that was changed after AD FS signed it proves nothing about AD FS; a document without signature is taken as its source is. */
export const isAltered = ({ signature }: FederationMetadata): boolean => signature?.state === 'invalid';
