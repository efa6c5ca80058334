import { enrollmentFlag, nameFlag, privateKeyFlag } from './certificate-template-values';

/**
 * Names of flag bits as MS-CRTD 2.26 to 2.28 has them, without their prefixes `CT_FLAG_` and `CTPRIVATEKEY_FLAG_`. Tools that name bits take these names, some
 * without underscores.
 */
type FlagNames = Readonly<Record<string, number>>;

/** `msPKI-Certificate-Name-Flag` */
export const nameFlagNames: FlagNames = {
  ENROLLEE_SUPPLIES_SUBJECT: nameFlag.enrolleeSuppliesSubject,
  ADD_EMAIL: 0x2,
  ADD_OBJ_GUID: 0x4,
  OLD_CERT_SUPPLIES_SUBJECT_AND_ALT_NAME: 0x8,
  ADD_DIRECTORY_PATH: 0x100,
  ENROLLEE_SUPPLIES_SUBJECT_ALT_NAME: nameFlag.enrolleeSuppliesAlternativeName,
  SUBJECT_ALT_REQUIRE_DOMAIN_DNS: nameFlag.alternativeNameDomainDns,
  SUBJECT_ALT_REQUIRE_SPN: 0x80_0000,
  SUBJECT_ALT_REQUIRE_DIRECTORY_GUID: 0x100_0000,
  SUBJECT_ALT_REQUIRE_UPN: nameFlag.alternativeNameUpn,
  SUBJECT_ALT_REQUIRE_EMAIL: nameFlag.alternativeNameEmail,
  SUBJECT_ALT_REQUIRE_DNS: nameFlag.alternativeNameDns,
  SUBJECT_REQUIRE_DNS_AS_CN: nameFlag.subjectDns,
  SUBJECT_REQUIRE_EMAIL: nameFlag.subjectEmail,
  SUBJECT_REQUIRE_COMMON_NAME: nameFlag.commonName,
  SUBJECT_REQUIRE_DIRECTORY_PATH: nameFlag.directoryPath,
};

/** `msPKI-Enrollment-Flag` */
export const enrollmentFlagNames: FlagNames = {
  INCLUDE_SYMMETRIC_ALGORITHMS: 0x1,
  PEND_ALL_REQUESTS: enrollmentFlag.pendAllRequests,
  PUBLISH_TO_KRA_CONTAINER: 0x4,
  PUBLISH_TO_DS: enrollmentFlag.publishToDirectory,
  AUTO_ENROLLMENT_CHECK_USER_DS_CERTIFICATE: 0x10,
  AUTO_ENROLLMENT: enrollmentFlag.autoEnrollment,
  PREVIOUS_APPROVAL_VALIDATE_REENROLLMENT: enrollmentFlag.validateWithExistingCertificate,
  DOMAIN_AUTHENTICATION_NOT_REQUIRED: 0x80,
  USER_INTERACTION_REQUIRED: enrollmentFlag.userInteraction,
  ADD_TEMPLATE_NAME: 0x200,
  REMOVE_INVALID_CERTIFICATE_FROM_PERSONAL_STORE: 0x400,
  ALLOW_ENROLL_ON_BEHALF_OF: 0x800,
  ADD_OCSP_NOCHECK: 0x1000,
  ENABLE_KEY_REUSE_ON_NT_TOKEN_KEYSET_STORAGE_FULL: 0x2000,
  NOREVOCATIONINFOINISSUEDCERTS: 0x4000,
  INCLUDE_BASIC_CONSTRAINTS_FOR_EE_CERTS: 0x8000,
  ALLOW_PREVIOUS_APPROVAL_KEYBASEDRENEWAL_VALIDATE_REENROLLMENT: 0x1_0000,
  ISSUANCE_POLICIES_FROM_REQUEST: 0x2_0000,
  SKIP_AUTO_RENEWAL: 0x4_0000,
  NO_SECURITY_EXTENSION: enrollmentFlag.noSecurityExtension,
};

/** `msPKI-Private-Key-Flag` */
export const privateKeyFlagNames: FlagNames = {
  REQUIRE_PRIVATE_KEY_ARCHIVAL: 0x1,
  EXPORTABLE_KEY: privateKeyFlag.exportableKey,
  STRONG_KEY_PROTECTION_REQUIRED: 0x20,
  REQUIRE_ALTERNATE_SIGNATURE_ALGORITHM: 0x40,
  REQUIRE_SAME_KEY_RENEWAL: privateKeyFlag.sameKeyRenewal,
  USE_LEGACY_PROVIDER: privateKeyFlag.legacyProvider,
  EK_TRUST_ON_USE: 0x200,
  EK_VALIDATE_CERT: 0x400,
  EK_VALIDATE_KEY: 0x800,
  ATTEST_PREFERRED: 0x1000,
  ATTEST_REQUIRED: 0x2000,
  ATTESTATION_WITHOUT_POLICY: 0x4000,
  HELLO_LOGON_KEY: privateKeyFlag.helloLogonKey,
};

const normal = (name: string): string =>
  name
    .trim()
    .replace(/^.*\./u, '')
    .replace(/^(?:CT_?FLAG|CTPRIVATEKEY_?FLAG)_?/iu, '')
    .replaceAll('_', '')
    .toUpperCase();

/**
 * The number behind bits told one by one: by name (`SUBJECT_ALT_REQUIRE_UPN`, `SubjectAltRequireUpn`), number or number as text. Undefined as soon as one is
 * not understood: a number without it would say that its bit is clear.
 */
export function flagsFromNames(told: readonly unknown[], names: FlagNames): number | undefined {
  const byName = new Map(Object.entries(names).map(([name, bits]) => [normal(name), bits]));
  let flags = 0;
  for (const one of told) {
    const bits = typeof one === 'string' ? bitsOfText(one, byName) : one;
    if (typeof bits !== 'number' || !Number.isInteger(bits) || bits < -0x8000_0000 || bits > 0xffff_ffff)
      return undefined;
    flags |= bits;
  }
  return flags >>> 0;
}

function bitsOfText(text: string, byName: ReadonlyMap<string, number>): number | undefined {
  if (/^\s*-?\d{1,10}\s*$/u.test(text)) return Number(text);
  const name = normal(text);
  return name === 'NONE' || name === 'ATTESTNONE' ? 0 : byName.get(name);
}
