/** Flag bits of certificate templates (MS-CRTD 2.4, 2.26 to 2.28), as unsigned numbers. Only bits the checks look at. */

/** `flags` */
export const generalFlag = { machineType: 0x40 } as const;

/** `msPKI-Certificate-Name-Flag` */
export const nameFlag = {
  enrolleeSuppliesSubject: 0x1,
  enrolleeSuppliesAlternativeName: 0x1_0000,
  alternativeNameDomainDns: 0x0040_0000,
  alternativeNameUpn: 0x0200_0000,
  alternativeNameEmail: 0x0400_0000,
  alternativeNameDns: 0x0800_0000,
  subjectDns: 0x1000_0000,
  subjectEmail: 0x2000_0000,
  commonName: 0x4000_0000,
  directoryPath: 0x8000_0000,
} as const;

/** `msPKI-Enrollment-Flag` */
export const enrollmentFlag = {
  pendAllRequests: 0x2,
  publishToDirectory: 0x8,
  autoEnrollment: 0x20,
  validateWithExistingCertificate: 0x40,
  userInteraction: 0x100,
  noSecurityExtension: 0x8_0000,
} as const;

/** `msPKI-Private-Key-Flag` */
export const privateKeyFlag = {
  exportableKey: 0x10,
  sameKeyRenewal: 0x80,
  legacyProvider: 0x100,
  helloLogonKey: 0x20_0000,
} as const;

/** First byte of `pKIKeyUsage` (RFC 5280 4.2.1.3). */
export const keyUsageBit = { digitalSignature: 0x80, keyEncipherment: 0x20 } as const;

/** Whether all `bits` are set; safe for bit 31. */
export const hasBits = (flags: number, bits: number): boolean => (flags & bits) >>> 0 === bits;

/** Windows releases by the version numbers inside `msPKI-Private-Key-Flag` (bits 16 to 19 the CA, 24 to 27 the recipient). */
const compatibility: Readonly<Record<number, { readonly authority: string; readonly recipient: string }>> = {
  1: { authority: 'Windows Server 2003', recipient: 'Windows XP' },
  2: { authority: 'Windows Server 2008', recipient: 'Windows Vista' },
  3: { authority: 'Windows Server 2008 R2', recipient: 'Windows 7' },
  4: { authority: 'Windows Server 2012', recipient: 'Windows 8' },
  5: { authority: 'Windows Server 2012 R2', recipient: 'Windows 8.1' },
  6: { authority: 'Windows Server 2016', recipient: 'Windows 10' },
};

/** Compatibility levels of a private-key flag; 6 is Windows Server 2016 and Windows 10, 0 not set. */
export const compatibilityLevels = (flags: number): { readonly authority: number; readonly recipient: number } => ({
  authority: (flags >>> 16) & 0xf,
  recipient: (flags >>> 24) & 0xf,
});

/** "CA Windows Server 2016, recipient Windows 10" of a private-key flag. */
export function compatibilityOf(flags: number): string {
  const { authority, recipient } = compatibilityLevels(flags);
  const name = (release: number, side: 'authority' | 'recipient'): string =>
    compatibility[release]?.[side] ?? (release === 0 ? 'not set' : `level ${release}`);
  return `CA ${name(authority, 'authority')}, recipient ${name(recipient, 'recipient')}`;
}

/** `cn` of the templates Windows brings along, lower case. */
const builtInTemplates: ReadonlySet<string> = new Set(
  `Administrator CA CAExchange CEPEncryption ClientAuth CodeSigning CrossCA CTLSigning DirectoryEmailReplication DomainController
  DomainControllerAuthentication EFS EFSRecovery EnrollmentAgent EnrollmentAgentOffline ExchangeUser ExchangeUserSignature
  IPSECIntermediateOffline IPSECIntermediateOnline KerberosAuthentication KeyRecoveryAgent Machine MachineEnrollmentAgent
  OCSPResponseSigning OfflineRouter RASAndIASServer SmartcardLogon SmartcardUser SubCA User UserSignature WebServer Workstation`
    .toLowerCase()
    .split(/\s+/u),
);

export const isBuiltInTemplate = (cn: string): boolean => builtInTemplates.has(cn.toLowerCase());

/** `cn` of the built-in templates a domain controller's certificate may come from, the oldest first. */
export const builtInControllerNames = [
  'DomainController',
  'DomainControllerAuthentication',
  'KerberosAuthentication',
] as const;

export const isBuiltInController = (cn: string): boolean =>
  builtInControllerNames.some((name) => name.toLowerCase() === cn.toLowerCase());
