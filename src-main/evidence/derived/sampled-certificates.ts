import type { CertificateFacts, CertificateTemplate, StoredCertificate } from '../../../src-shared/model/evidence/pki';

/** The newest of the certificates whose template extension names the template; undefined without any. */
export function newestIssuedFrom(
  { cn, oid }: CertificateTemplate,
  stored: readonly StoredCertificate[],
): CertificateFacts | undefined {
  return stored
    .map(({ certificate }) => certificate)
    .filter(
      ({ templateOid, templateName }) =>
        (oid !== undefined && templateOid === oid) || templateName?.toLowerCase() === cn.toLowerCase(),
    )
    .sort((a, b) => b.notBefore.localeCompare(a.notBefore))[0];
}

/** Whether domain controllers can map it strongly (KB5014754): by the SID extension, or by the tag in its alternative name that SCEP uses. */
export const namesSid = ({ sid, uris }: CertificateFacts): boolean =>
  sid !== undefined || uris.some((uri) => /^tag:microsoft\.com,2022-09-14:sid:S-1-\d/iu.test(uri));
