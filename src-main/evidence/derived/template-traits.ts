import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { enrollmentFlag, hasBits, nameFlag, privateKeyFlag } from '../../knowledge/certificate-template-values';
import { keyUsageOid } from '../../knowledge/object-identifiers';
import { isAgentTemplate, usagesOf } from './template-roles';

/**
 * What an attacker asks of a template, three-valued: undefined = the attribute was not returned, so it may be either. Publications on attacks call the
 * combinations ESC1 to ESC15.
 */

/** Whether its flags came back. An empty attribute is not returned either; only of a template that was read otherwise it is known to be empty. */
export const isReadable = ({ flags, schemaVersion }: CertificateTemplate): boolean =>
  flags !== undefined || schemaVersion !== undefined;

const bitOf = (flags: number | undefined, bits: number): boolean | undefined =>
  flags === undefined ? undefined : hasBits(flags, bits);

/** The request names the subject or the alternative name of the certificate. */
export function suppliesSubject({ nameFlag: flags }: CertificateTemplate): boolean | undefined {
  if (flags === undefined) return undefined;
  return hasBits(flags, nameFlag.enrolleeSuppliesSubject) || hasBits(flags, nameFlag.enrolleeSuppliesAlternativeName);
}

/** A CA manager approves each request. */
export const needsApproval = ({ enrollmentFlag: flags }: CertificateTemplate): boolean | undefined =>
  bitOf(flags, enrollmentFlag.pendAllRequests);

/** Certificates lack the SID of the account (KB5014754). */
export const omitsSid = ({ enrollmentFlag: flags }: CertificateTemplate): boolean | undefined =>
  bitOf(flags, enrollmentFlag.noSecurityExtension);

export const isExportable = ({ privateKeyFlag: flags }: CertificateTemplate): boolean | undefined =>
  bitOf(flags, privateKeyFlag.exportableKey);

/** Schema version 1 templates may lack the attribute and cannot ask for signatures (MS-CRTD 2.21). */
export function needsSignature(template: CertificateTemplate): boolean | undefined {
  if (template.raSignatures !== undefined) return template.raSignatures > 0;
  return isSchemaOne(template) === true ? false : undefined;
}

/**
 * The attribute with the version came with Windows Server 2003, together with several others (MS-CRTD 2.15 to 2.20): a template that has none of them is of
 * Windows 2000. When others came back, this one was not readable.
 */
export function isSchemaOne(template: CertificateTemplate): boolean | undefined {
  if (template.schemaVersion !== undefined) return template.schemaVersion <= 1;
  if (template.flags === undefined) return undefined;
  const later = [
    template.oid,
    template.minorRevision,
    template.minimalKeySize,
    template.raSignatures,
    template.nameFlag,
  ];
  return later.every((value) => value === undefined) ? true : undefined;
}

/** No usage at all, or any purpose. */
export function isUnrestricted(template: CertificateTemplate): boolean | undefined {
  const usages = usagesOf(template);
  if (usages.includes(keyUsageOid.anyPurpose)) return true;
  if (template.unreadUsages) return undefined;
  return usages.length === 0 ? isReadable(template) || undefined : false;
}

/** Its certificates sign requests for others. */
export function makesAgents(template: CertificateTemplate): boolean | undefined {
  if (isAgentTemplate(template)) return true;
  return template.unreadUsages || (usagesOf(template).length === 0 && !isReadable(template)) ? undefined : false;
}

const logonUsages: readonly string[] = [
  keyUsageOid.clientAuthentication,
  keyUsageOid.pkinitClient,
  keyUsageOid.smartCardLogon,
];

/** Active Directory accepts its certificates for sign-in. */
export function isGoodForLogon(template: CertificateTemplate): boolean | undefined {
  if (usagesOf(template).some((usage) => logonUsages.includes(usage))) return true;
  return isUnrestricted(template);
}

/** True when all are, false as soon as one is not, else undefined. */
export function allOf(...conditions: readonly (boolean | undefined)[]): boolean | undefined {
  if (conditions.includes(false)) return false;
  return conditions.includes(undefined) ? undefined : true;
}

export const not = (condition: boolean | undefined): boolean | undefined =>
  condition === undefined ? undefined : !condition;

/**
 * Keys are kept by a CryptoAPI provider instead of a key storage provider: always up to schema version 2, never in 3, by a flag from 4 on (MS-CRTD 2.27).
 */
export function usesLegacyProvider(template: CertificateTemplate): boolean | undefined {
  const { schemaVersion, privateKeyFlag: flags } = template;
  if (isSchemaOne(template) === undefined) return undefined;
  if (schemaVersion === undefined || schemaVersion <= 2) return true;
  return schemaVersion === 3 ? false : bitOf(flags, privateKeyFlag.legacyProvider);
}
