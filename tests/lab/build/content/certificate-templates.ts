import { adfsServiceAccount, domain, enrolmentServiceAccount, groups, templateOidArc } from '../../facts.ts';
import { builtInTemplates } from './built-in-templates.ts';
import type { CertificateTemplate } from './certificate-template.ts';

const clientAuthentication = '1.3.6.1.5.5.7.3.2';
const serverAuthentication = '1.3.6.1.5.5.7.3.1';
const smartCardLogon = '1.3.6.1.4.1.311.20.2.2';
const kdcAuthentication = '1.3.6.1.5.2.3.5';
const certificateRequestAgent = '1.3.6.1.4.1.311.20.2.1';

/** Server and client generation 6 (2016 / Windows 10) in the nibbles of the private-key flag. */
export const generation2016 = 0x06060000;
export const helloLogonKey = 0x00200000;
export const sameKeyRenewal = 0x80;

export const providerTriples = [
  ['msPKI-Asymmetric-Algorithm', 'PZPWSTR', 'RSA'],
  ['msPKI-Hash-Algorithm', 'PZPWSTR', 'SHA256'],
  ['msPKI-Key-Usage', 'DWORD', '16777215'],
] as const;

export const agentSignature = [
  ...providerTriples,
  ['msPKI-RA-Application-Policies', 'PZPWSTR', certificateRequestAgent],
  ['msPKI-Symmetric-Algorithm', 'PZPWSTR', '3DES'],
  ['msPKI-Symmetric-Key-Length', 'DWORD', '168'],
] as const;

/** Schema 4 keeps its settings as name, type, value, each ended by a grave accent (MS-CRTD 2.23). */
export function triples(settings: readonly (readonly string[])[]): string {
  return settings
    .flat()
    .map((part) => `${part}\``)
    .join('');
}

export const whfbAuthentication: CertificateTemplate = {
  cn: 'WHFBAuthentication',
  displayName: 'WHFB Authentication',
  oid: `${templateOidArc}.187.5823411.10027735`,
  flags: 0x20220,
  revision: 100,
  minorRevision: 6,
  schemaVersion: 4,
  keyUsage: 0xa0,
  extendedKeyUsage: [smartCardLogon, clientAuthentication],
  nameFlag: 0x82000000,
  enrollmentFlag: 0x60,
  privateKeyFlag: generation2016 | helloLogonKey | sameKeyRenewal,
  minimalKeySize: 2048,
  raSignature: 1,
  raPolicies: [triples(agentSignature)],
  supersedes: [],
  validityDays: 365,
  overlapDays: 42,
  enrollers: [groups.whfbUsers.sid, groups.whfbWave1.sid],
  autoEnrollers: [],
};

export const whfbEnrollmentAgent: CertificateTemplate = {
  ...whfbAuthentication,
  cn: 'WHFBEnrollmentAgent',
  displayName: 'WHFB Enrollment Agent',
  oid: `${templateOidArc}.187.5823411.10027736`,
  minorRevision: 3,
  keyUsage: 0x80,
  extendedKeyUsage: [certificateRequestAgent],
  nameFlag: 0x1,
  enrollmentFlag: 0x20,
  privateKeyFlag: generation2016,
  raSignature: 0,
  raPolicies: [triples(providerTriples)],
  validityDays: 730,
  enrollers: [adfsServiceAccount.sid],
};

const enterpriseDomainControllers = ['S-1-5-9', `${domain.sid}-516`, `${domain.sid}-498`];

export const domainControllerAuthentication: CertificateTemplate = {
  ...whfbAuthentication,
  cn: 'DomainControllerAuthentication(Kerberos)',
  displayName: 'Domain Controller Authentication (Kerberos)',
  oid: `${templateOidArc}.187.5823411.10027737`,
  flags: 0x20060,
  minorRevision: 4,
  extendedKeyUsage: [clientAuthentication, serverAuthentication, smartCardLogon, kdcAuthentication],
  nameFlag: 0x08400000,
  enrollmentFlag: 0x20,
  privateKeyFlag: generation2016,
  raSignature: 0,
  raPolicies: [triples(providerTriples)],
  supersedes: ['DomainController', 'DomainControllerAuthentication', 'KerberosAuthentication'],
  enrollers: enterpriseDomainControllers,
  autoEnrollers: enterpriseDomainControllers,
};

/** What NDES requests for devices that are only Entra joined; published by tests that have such devices in scope. */
export const deviceWhfbAuthentication: CertificateTemplate = {
  ...whfbAuthentication,
  cn: 'AADJWHFBAuthentication',
  displayName: 'AADJ WHFB Authentication',
  oid: `${templateOidArc}.187.5823411.10027738`,
  keyUsage: 0x80,
  nameFlag: 0x1,
  privateKeyFlag: generation2016,
  raSignature: 0,
  raPolicies: [triples(providerTriples)],
  enrollers: [enrolmentServiceAccount.sid],
};

/** A copy of a template under another name and OID; `fault` is what differs besides. */
export function copyOf(
  base: CertificateTemplate,
  cn: string,
  lastOidArc: number,
  fault: Partial<CertificateTemplate>,
): CertificateTemplate {
  return { ...base, cn, displayName: cn, oid: `${templateOidArc}.187.5823411.${lastOidArc}`, ...fault };
}

/** Names of the templates the lab's CA offers. */
export const publishedTemplates: readonly string[] = [
  whfbAuthentication.cn,
  whfbEnrollmentAgent.cn,
  domainControllerAuthentication.cn,
  'User',
  'Machine',
];

export const certificateTemplates: readonly CertificateTemplate[] = [
  whfbAuthentication,
  whfbEnrollmentAgent,
  domainControllerAuthentication,
  deviceWhfbAuthentication,
  ...builtInTemplates,
];
