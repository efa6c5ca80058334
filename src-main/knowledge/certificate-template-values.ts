/** Flag bits of certificate templates (MS-CRTD 2.4, 2.26 to 2.28), as unsigned numbers. Only bits the checks look at. */

/** `flags` */
export const generalFlag = { machineType: 0x40 } as const;

/** `msPKI-Certificate-Name-Flag` */
export const nameFlag = {
  enrolleeSuppliesSubject: 0x1,
  enrolleeSuppliesAlternativeName: 0x1_0000,
  alternativeNameUpn: 0x0200_0000,
  alternativeNameEmail: 0x0400_0000,
  subjectEmail: 0x2000_0000,
  commonName: 0x4000_0000,
  directoryPath: 0x8000_0000,
} as const;

/** `msPKI-Private-Key-Flag` */
export const privateKeyFlag = { helloLogonKey: 0x20_0000 } as const;

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

/** "CA Windows Server 2016, recipient Windows 10" of a private-key flag. */
export function compatibilityOf(flags: number): string {
  const authority = (flags >>> 16) & 0xf;
  const recipient = (flags >>> 24) & 0xf;
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

/** `cn` of the built-in templates a domain controller's certificate may come from, lower case. */
export const builtInControllerTemplates: readonly string[] = [
  'kerberosauthentication',
  'domaincontrollerauthentication',
  'domaincontroller',
];
