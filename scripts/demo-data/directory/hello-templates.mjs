import { enterpriseDomainControllers, usage } from './built-in-templates.mjs';

const triples = (more) =>
  `msPKI-Asymmetric-Algorithm\`PZPWSTR\`RSA\`msPKI-Hash-Algorithm\`PZPWSTR\`SHA256\`msPKI-Key-Usage\`DWORD\`16777215\`${more}`;
const agentTriples = triples(
  `msPKI-RA-Application-Policies\`PZPWSTR\`${usage.agent}\`msPKI-Symmetric-Algorithm\`PZPWSTR\`3DES\`msPKI-Symmetric-Key-Length\`DWORD\`168\``,
);

/** Signs people in; without the Hello bit (0x00200000), which a careful administrator adds with `certutil -dsTemplate`. */
export const authenticationTemplate = {
  cn: 'WHFBAuthentication',
  displayName: 'WHFB Authentication',
  oid: '5823411.10027735',
  created: '2026-09-14T12:31:07Z',
  flags: 131616,
  nameFlag: -2113929216,
  enrollmentFlag: 96,
  privateKeyFlag: 101056640,
  keyUsage: 'a000',
  days: 365,
  eku: [usage.smartcardLogon, usage.client],
  raSignature: 1,
  raPolicies: agentTriples,
  schema: 4,
  revision: 100,
  minor: 6,
  enroll: ['whfbUsers'],
};

/** For the registration authority: AD FS signs requests with it. */
export const agentTemplate = {
  cn: 'WHFBEnrollmentAgent',
  displayName: 'WHFB Enrollment Agent',
  oid: '14402987.3360182',
  created: '2026-09-14T12:12:40Z',
  flags: 131616,
  nameFlag: 1,
  enrollmentFlag: 32,
  privateKeyFlag: 101056512,
  keyUsage: '8000',
  days: 730,
  eku: [usage.agent],
  raSignature: 0,
  raPolicies: triples(''),
  schema: 4,
  revision: 100,
  minor: 5,
  enroll: ['adfsService'],
};

/** For domain controllers: with KDC Authentication, in place of the three that Windows brings along. */
export const controllerTemplate = {
  cn: 'DomainControllerAuthentication(Kerberos)',
  displayName: 'Domain Controller Authentication (Kerberos)',
  oid: '731205.9284416',
  created: '2024-05-06T08:15:22Z',
  flags: 131168,
  nameFlag: 138412032,
  enrollmentFlag: 32,
  privateKeyFlag: 101056512,
  keyUsage: 'a000',
  days: 365,
  eku: [usage.client, usage.server, usage.smartcardLogon, usage.kdc],
  raSignature: 0,
  raPolicies: triples(''),
  schema: 4,
  revision: 100,
  minor: 4,
  supersedes: ['DomainController', 'DomainControllerAuthentication', 'KerberosAuthentication'],
  enroll: [enterpriseDomainControllers, 'domainControllers', 'readOnlyDomainControllers'],
  autoEnroll: true,
};
