import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { CertificateTemplate } from '../../../../src-shared/model/evidence/pki';
import { record } from '../check-cases';
import { forest, guid } from '../contoso';

const templatesDn = 'CN=Certificate Templates,CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com';
const year = 365 * 24 * 3600;

export const usage = {
  client: '1.3.6.1.5.5.7.3.2',
  server: '1.3.6.1.5.5.7.3.1',
  kdc: '1.3.6.1.5.2.3.5',
  smartCardLogon: '1.3.6.1.4.1.311.20.2.2',
  agent: '1.3.6.1.4.1.311.20.2.1',
  pkinit: '1.3.6.1.5.2.3.4',
  anyPurpose: '2.5.29.37.0',
  email: '1.3.6.1.5.5.7.3.4',
} as const;

export type Changes = Partial<{ [K in keyof CertificateTemplate]: CertificateTemplate[K] | undefined }>;

/** A template with changes; `undefined` takes an attribute away, as when it is not returned. */
function changed(template: CertificateTemplate, changes: Changes): CertificateTemplate {
  const named =
    changes.cn === undefined ? {} : { distinguishedName: `CN=${changes.cn},${templatesDn}`, displayName: changes.cn };
  const entries = Object.entries({ ...template, ...named, ...changes }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<CertificateTemplate> as CertificateTemplate;
}

/** WHFBAuthentication as sample A.8 of the catalogue has it. */
export const helloTemplate = (changes: Changes = {}): CertificateTemplate =>
  changed(
    {
      distinguishedName: `CN=WHFBAuthentication,${templatesDn}`,
      objectGuid: guid(101),
      cn: 'WHFBAuthentication',
      displayName: 'WHFB Authentication',
      schemaVersion: 4,
      flags: 131616,
      nameFlag: 0x82000000,
      enrollmentFlag: 96,
      privateKeyFlag: 103153792,
      minimalKeySize: 2048,
      raSignatures: 1,
      raApplicationPolicies: [usage.agent],
      raIssuancePolicies: [],
      extendedKeyUsage: [usage.smartCardLogon, usage.client],
      applicationPolicies: [usage.smartCardLogon, usage.client],
      supersedes: [],
      validitySeconds: year,
      renewalSeconds: 42 * 24 * 3600,
      keyUsageBits: 0xa0,
      asymmetricAlgorithm: 'RSA',
      hashAlgorithm: 'SHA256',
    },
    changes,
  );

/** WHFBEnrollmentAgent of sample A.8. */
export const agentTemplate = (changes: Changes = {}): CertificateTemplate =>
  changed(
    helloTemplate({
      cn: 'WHFBEnrollmentAgent',
      displayName: 'WHFB Enrollment Agent',
      objectGuid: guid(102),
      nameFlag: 1,
      enrollmentFlag: 32,
      privateKeyFlag: 101056512,
      raSignatures: 0,
      raApplicationPolicies: [],
      extendedKeyUsage: [usage.agent],
      applicationPolicies: [usage.agent],
      validitySeconds: 2 * year,
      keyUsageBits: 0x80,
    }),
    changes,
  );

/** DomainControllerAuthentication(Kerberos) of sample A.8. */
export const controllerTemplate = (changes: Changes = {}): CertificateTemplate =>
  changed(
    helloTemplate({
      cn: 'DomainControllerAuthentication(Kerberos)',
      displayName: 'Domain Controller Authentication (Kerberos)',
      objectGuid: guid(103),
      flags: 131168,
      nameFlag: 138412032,
      enrollmentFlag: 32,
      privateKeyFlag: 101056512,
      raSignatures: 0,
      raApplicationPolicies: [],
      extendedKeyUsage: [usage.client, usage.server, usage.smartCardLogon, usage.kdc],
      applicationPolicies: [usage.client, usage.server, usage.smartCardLogon, usage.kdc],
      supersedes: ['DomainController', 'DomainControllerAuthentication', 'KerberosAuthentication'],
    }),
    changes,
  );

/** AADJWHFBAuthentication, which NDES enrols for Entra joined devices (catalogue SSO-011). */
export const scepTemplate = (changes: Changes = {}): CertificateTemplate =>
  changed(
    helloTemplate({
      cn: 'AADJWHFBAuthentication',
      displayName: 'AADJ WHFB Authentication',
      objectGuid: guid(104),
      nameFlag: 1,
      enrollmentFlag: 0,
      privateKeyFlag: 101056512,
      raSignatures: 0,
      raApplicationPolicies: [],
      keyUsageBits: 0x80,
    }),
    changes,
  );

const schemaOne = { schemaVersion: 1, asymmetricAlgorithm: undefined, hashAlgorithm: undefined } as const;

/** Built-in templates every forest with a CA has; values of sample A.8. */
export const builtIn = {
  smartcardLogon: helloTemplate({
    cn: 'SmartcardLogon',
    objectGuid: guid(111),
    ...schemaOne,
    flags: 66048,
    privateKeyFlag: 0,
    enrollmentFlag: 0,
    raSignatures: 0,
    raApplicationPolicies: [],
    applicationPolicies: [],
  }),
  enrollmentAgentOffline: agentTemplate({
    cn: 'EnrollmentAgentOffline',
    objectGuid: guid(112),
    ...schemaOne,
    flags: 66049,
    applicationPolicies: [],
  }),
  enrollmentAgent: agentTemplate({
    cn: 'EnrollmentAgent',
    objectGuid: guid(113),
    ...schemaOne,
    flags: 66080,
    nameFlag: 0x82000000,
    applicationPolicies: [],
  }),
  cepEncryption: agentTemplate({
    cn: 'CEPEncryption',
    objectGuid: guid(114),
    ...schemaOne,
    flags: 66145,
    applicationPolicies: [],
  }),
  kerberosAuthentication: controllerTemplate({
    cn: 'KerberosAuthentication',
    objectGuid: guid(115),
    ...schemaOne,
    schemaVersion: 2,
    supersedes: [],
    flags: 65632,
    privateKeyFlag: 0,
  }),
  domainController: controllerTemplate({
    cn: 'DomainController',
    objectGuid: guid(116),
    ...schemaOne,
    supersedes: [],
    flags: 66156,
    extendedKeyUsage: [usage.client, usage.server],
    applicationPolicies: [],
  }),
  domainControllerAuthentication: controllerTemplate({
    cn: 'DomainControllerAuthentication',
    objectGuid: guid(117),
    ...schemaOne,
    schemaVersion: 2,
    supersedes: [],
    flags: 65632,
    nameFlag: 134217728,
    privateKeyFlag: 0,
    extendedKeyUsage: [usage.client, usage.server, usage.smartCardLogon],
    applicationPolicies: [usage.client, usage.server, usage.smartCardLogon],
  }),
} as const;

export const builtInTemplates: readonly CertificateTemplate[] = Object.values(builtIn);

export const templatesOf = (
  templates: readonly CertificateTemplate[],
  target: string = forest,
  containerFound = true,
): EvidenceRecord => record('ad.certificate-templates', target, { containerFound, templates });
