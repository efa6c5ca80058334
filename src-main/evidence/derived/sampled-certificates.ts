import type { DescribedCertificate } from '../../../src-shared/model/evidence/host';
import type { CertificateFacts, CertificateTemplate, StoredCertificate } from '../../../src-shared/model/evidence/pki';

/** The newest of the certificates whose template extension names the template; undefined without any. */
export function newestIssuedFrom(
  template: CertificateTemplate,
  stored: readonly StoredCertificate[],
): CertificateFacts | undefined {
  return stored
    .map(({ certificate }) => certificate)
    .filter((certificate) => isFrom(template, certificate))
    .sort((a, b) => b.notBefore.localeCompare(a.notBefore))[0];
}

const isFrom = (
  { cn, oid }: CertificateTemplate,
  { templateOid, templateName }: Pick<CertificateFacts, 'templateOid' | 'templateName'>,
): boolean => (oid !== undefined && templateOid === oid) || templateName?.toLowerCase() === cn.toLowerCase();

/** Of certificates that are only described, those that say they are from the template. */
export const describedFrom = (
  template: CertificateTemplate,
  described: readonly DescribedCertificate[],
): readonly DescribedCertificate[] => described.filter((one) => one.template && isFrom(template, one.template));

/** Whether domain controllers can map it strongly (KB5014754): by the SID extension, or by the tag in its alternative name that SCEP uses. */
export const namesSid = ({ sid, uris }: CertificateFacts): boolean => sid !== undefined || uris.some(isSidTag);

/** The same of one that is only described; undefined where that was not told. */
export function describedNamesSid({ hasSid, names }: DescribedCertificate): boolean | undefined {
  if (hasSid === true || names?.uris.some(isSidTag) === true) return true;
  return hasSid === undefined || names === undefined ? undefined : false;
}

const isSidTag = (uri: string): boolean => /^tag:microsoft\.com,2022-09-14:sid:S-1-\d/iu.test(uri);
