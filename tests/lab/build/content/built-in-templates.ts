import { domain, templateOidArc } from '../../facts.ts';
import type { CertificateTemplate } from './certificate-template.ts';

const admins = [`${domain.sid}-512`, `${domain.sid}-519`];
const domainUsers = `${domain.sid}-513`;
const domainComputers = `${domain.sid}-515`;
const domainControllers = [`${domain.sid}-516`, 'S-1-5-9', `${domain.sid}-498`];

const client = '1.3.6.1.5.5.7.3.2';
const server = '1.3.6.1.5.5.7.3.1';
const smartCardLogon = '1.3.6.1.4.1.311.20.2.2';
const agent = '1.3.6.1.4.1.311.20.2.1';

/** What templates of schema version 1 have in common. */
const version1 = {
  minorRevision: 1,
  schemaVersion: 1,
  keyUsage: 0xa0,
  enrollmentFlag: 0,
  privateKeyFlag: 0,
  minimalKeySize: 2048,
  raSignature: 0,
  raPolicies: [],
  supersedes: [],
  validityDays: 365,
  overlapDays: 42,
  enrollers: admins,
  autoEnrollers: [],
} as const;

const oid = (last: number) => `${templateOidArc}.1.${last}`;

/** Templates every Windows forest with a CA has; only those the catalogue looks at. Their flag and revision numbers are from public lists. */
export const builtInTemplates: readonly CertificateTemplate[] = [
  {
    ...version1,
    cn: 'User',
    displayName: 'User',
    oid: oid(1),
    flags: 0x1023a,
    revision: 3,
    extendedKeyUsage: ['1.3.6.1.4.1.311.10.3.4', '1.3.6.1.5.5.7.3.4', client],
    nameFlag: 0xa6000000,
    enrollmentFlag: 0x29,
    privateKeyFlag: 0x10,
    enrollers: [...admins, domainUsers],
  },
  {
    ...version1,
    cn: 'SmartcardLogon',
    displayName: 'Smartcard Logon',
    oid: oid(5),
    flags: 0x10200,
    revision: 6,
    extendedKeyUsage: [client, smartCardLogon],
    nameFlag: 0x82000000,
  },
  {
    ...version1,
    cn: 'EnrollmentAgent',
    displayName: 'Enrollment Agent',
    oid: oid(11),
    flags: 0x10220,
    revision: 5,
    keyUsage: 0x80,
    extendedKeyUsage: [agent],
    nameFlag: 0x82000000,
    enrollmentFlag: 0x20,
    validityDays: 730,
  },
  {
    ...version1,
    cn: 'EnrollmentAgentOffline',
    displayName: 'Exchange Enrollment Agent (Offline request)',
    oid: oid(12),
    flags: 0x10201,
    revision: 4,
    keyUsage: 0x80,
    extendedKeyUsage: [agent],
    nameFlag: 0x1,
    validityDays: 730,
  },
  {
    ...version1,
    cn: 'Machine',
    displayName: 'Computer',
    oid: oid(14),
    flags: 0x10260,
    revision: 5,
    extendedKeyUsage: [client, server],
    nameFlag: 0x18000000,
    enrollers: [...admins, domainComputers],
  },
  {
    ...version1,
    cn: 'DomainController',
    displayName: 'Domain Controller',
    oid: oid(15),
    flags: 0x1026c,
    revision: 4,
    extendedKeyUsage: [client, server],
    nameFlag: 0x19000000,
    enrollmentFlag: 0x1,
    enrollers: [...admins, ...domainControllers],
  },
  {
    ...version1,
    cn: 'WebServer',
    displayName: 'Web Server',
    oid: oid(16),
    flags: 0x10241,
    revision: 4,
    extendedKeyUsage: [server],
    nameFlag: 0x1,
    validityDays: 730,
  },
  {
    ...version1,
    cn: 'DomainControllerAuthentication',
    displayName: 'Domain Controller Authentication',
    oid: oid(28),
    flags: 0x10060,
    revision: 110,
    minorRevision: 0,
    schemaVersion: 2,
    extendedKeyUsage: [client, server, smartCardLogon],
    nameFlag: 0x08000000,
    enrollmentFlag: 0x20,
    enrollers: [...admins, ...domainControllers],
    autoEnrollers: domainControllers,
  },
  {
    ...version1,
    cn: 'KerberosAuthentication',
    displayName: 'Kerberos Authentication',
    oid: oid(33),
    flags: 0x10060,
    revision: 110,
    minorRevision: 0,
    schemaVersion: 2,
    extendedKeyUsage: [client, server, smartCardLogon, '1.3.6.1.5.2.3.5'],
    nameFlag: 0x08400000,
    enrollmentFlag: 0x20,
    enrollers: [...admins, ...domainControllers],
    autoEnrollers: domainControllers,
  },
];
