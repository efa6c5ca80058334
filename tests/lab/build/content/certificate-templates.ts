import { adfsServiceAccount, domain, groups, templateOidArc } from '../../facts.ts';
import { builtInTemplates } from './built-in-templates.ts';
import type { CertificateTemplate } from './certificate-template.ts';

const clientAuthentication = '1.3.6.1.5.5.7.3.2';
const serverAuthentication = '1.3.6.1.5.5.7.3.1';
const smartCardLogon = '1.3.6.1.4.1.311.20.2.2';
const kdcAuthentication = '1.3.6.1.5.2.3.5';
const certificateRequestAgent = '1.3.6.1.4.1.311.20.2.1';

/** Server and client generation 6 (2016 / Windows 10) in the nibbles of the private-key flag. */
const generation2016 = 0x06060000;
const helloLogonKey = 0x00200000;
const sameKeyRenewal = 0x80;

const providerTriples = [
  ['msPKI-Asymmetric-Algorithm', 'PZPWSTR', 'RSA'],
  ['msPKI-Hash-Algorithm', 'PZPWSTR', 'SHA256'],
  ['msPKI-Key-Usage', 'DWORD', '16777215'],
] as const;

const agentSignature = [
  ...providerTriples,
  ['msPKI-RA-Application-Policies', 'PZPWSTR', certificateRequestAgent],
  ['msPKI-Symmetric-Algorithm', 'PZPWSTR', '3DES'],
  ['msPKI-Symmetric-Key-Length', 'DWORD', '168'],
] as const;

/** Schema 4 keeps its settings as name, type, value, each ended by a grave accent (MS-CRTD 2.23). */
function triples(settings: readonly (readonly string[])[]): string {
  return settings
    .flat()
    .map((part) => `${part}\``)
    .join('');
}

const whfbAuthentication: CertificateTemplate = {
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

const whfbEnrollmentAgent: CertificateTemplate = {
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

const domainControllerAuthentication: CertificateTemplate = {
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

/** A copy of a correct template with one fault, for tests to publish. */
function broken(
  base: CertificateTemplate,
  cn: string,
  lastOidArc: number,
  fault: Partial<CertificateTemplate>,
): CertificateTemplate {
  return { ...base, cn, displayName: cn, oid: `${templateOidArc}.187.5823411.${lastOidArc}`, ...fault };
}

const brokenTemplates = [
  broken(whfbAuthentication, 'WHFBNoHelloFlag', 20001, { privateKeyFlag: generation2016 | sameKeyRenewal }),
  broken(whfbAuthentication, 'WHFBNoSignature', 20002, { raSignature: 0, raPolicies: [triples(providerTriples)] }),
  broken(whfbAuthentication, 'WHFBNoSmartCardLogon', 20003, { extendedKeyUsage: [clientAuthentication] }),
  broken(whfbAuthentication, 'WHFBSuppliedSubject', 20004, { nameFlag: 0x1, enrollers: [`${domain.sid}-513`] }),
  broken(whfbAuthentication, 'WHFBNoSecurityExtension', 20005, { enrollmentFlag: 0x80060 }),
  broken(whfbAuthentication, 'WHFBShortLived', 20006, { validityDays: 30, overlapDays: 42 }),
  broken(whfbEnrollmentAgent, 'AgentSubjectFromDirectory', 20007, { nameFlag: 0x82000000 }),
  broken(whfbEnrollmentAgent, 'AgentForEverybody', 20008, { enrollers: [`${domain.sid}-513`] }),
  broken(domainControllerAuthentication, 'DCNoDomainName', 20009, { nameFlag: 0x08000000, supersedes: [] }),
] as const;

/** Names of the templates the lab's CA offers. */
export const publishedTemplates: readonly string[] = [
  whfbAuthentication.cn,
  whfbEnrollmentAgent.cn,
  domainControllerAuthentication.cn,
  'User',
  'Machine',
];

/** Names of the faulty templates, none of which is published. */
export const brokenTemplateNames: readonly string[] = brokenTemplates.map((template) => template.cn);

export const certificateTemplates: readonly CertificateTemplate[] = [
  whfbAuthentication,
  whfbEnrollmentAgent,
  domainControllerAuthentication,
  ...builtInTemplates,
  ...brokenTemplates,
];
