import { organisation } from '../../organisation.mjs';
import { pki, templates } from './certificates.mjs';
import { clients } from './clients.mjs';
import { cloud } from './cloud.mjs';
import { computers, controllers, devices, servers } from './machines.mjs';
import { people } from './people.mjs';
import { policies, wmiFilters } from './policies.mjs';

/** The organisation with typical mistakes; assets/demo/contoso/README.md tells them all. */
export const contoso = organisation({
  id: 'contoso',
  seed: '',
  instant: new Date('2026-11-22T15:00:00Z'),
  domain: {
    dns: 'contoso.com',
    netbios: 'CONTOSO',
    sid: 'S-1-5-21-1004336348-1177238915-682003330',
    created: '2014-03-11T08:22:41Z',
  },
  tenant: {
    id: '4c1f7a52-6d0e-4b8f-9a61-2f6f0c9d7e11',
    name: 'Contoso',
    initial: 'contoso.onmicrosoft.com',
    country: 'DE',
  },
  federation: {
    host: 'fs.contoso.com',
    identifier: 'http://fs.contoso.com/adfs/services/trust',
    created: '2024-02-12T10:03:54Z',
    account: { name: 'svc-adfs', login: 'adfssvc$', isInPilot: true },
    signing: {
      serial: '26A1F0D95C3B7E8841D2069FBC5A7E13',
      notBefore: '2026-06-01T06:12:40Z',
      notAfter: '2027-06-01T06:12:40Z',
    },
    decrypting: {
      serial: '3B80C6E21F974AD5B9E60173D82C4F5A',
      notBefore: '2026-06-01T06:12:40Z',
      notAfter: '2027-06-01T06:12:40Z',
    },
    /** Nobody thought of certauth.fs.contoso.com when it was renewed. */
    tls: {
      template: 'WebServer',
      names: ['enterpriseregistration.contoso.com'],
      requestId: 0x95,
      notBefore: '2026-04-02T07:14:00Z',
      notAfter: '2028-04-01T07:14:00Z',
    },
    farm: {
      behaviorLevel: 4,
      nodes: [
        { name: 'FS01', type: 'PrimaryComputer', events: [[1021, '2026-11-21T08:12:09.4410000Z', 2, 'AD FS', 'ugs']] },
        { name: 'FS02', type: 'SecondaryComputer', storeIsDenied: true, syncedMinutesAgo: 3 * 24 * 60, lastStatus: 5 },
      ],
      /** Smart lockout only logs, and the audit is the basic one. */
      properties: { ExtranetLockoutMode: 'ADFSSmartLockoutLogOnly', AuditLevel: ['Basic'] },
      /** The broker may not ask for the scope of newer clients. */
      scopes: ['openid', 'winhello_cert', 'aza'],
      /** Windows sign-in of computers is published to the internet. */
      published: ['/adfs/services/trust/2005/windowstransport'],
      /** The former MFA server was never taken away. */
      moreProviders: ['WindowsAzureMultiFactorAuthentication'],
      /** One domain with a subdomain is federated: no rule has to tell issuers apart. */
      withIssuers: false,
      forgottenRules: ['psso'],
    },
    agents: { FS01: { requestId: 0xb1, notBefore: '2026-09-15T08:02:11Z', notAfter: '2028-07-19T13:12:48Z' } },
  },
  /** Older than the release that must be used; rules and container are right. */
  connect: {
    account: 'MSOL_4f1c2d3e5a6b',
    server: 'AADC01',
    version: '2.4.131.0',
    autoUpgrade: 'Disabled',
    passwordHashSync: false,
    strongCrypto: undefined,
    withoutKeyRule: false,
  },
  enrolmentServer: 'NDES01',
  collected: {
    adfs: { by: 'n.vogt', at: '2026-11-22T14:28:40.1180000Z' },
    ca: { by: 'n.vogt', at: '2026-11-22T14:12:03.5520000Z' },
    connect: { by: 't.berg', at: '2026-11-22T14:30:11.0070000Z' },
    dc: { by: 't.berg', at: '2026-11-22T14:18:26.9300000Z' },
    ndes: { by: 'n.vogt', at: '2026-11-22T14:20:55.2040000Z' },
    client: { at: '2026-11-22T12:58:17.6600000Z', elevated: true },
  },
  /** What the policy of the pilot writes into the registry. */
  clientPolicy: { Enabled: 1, RequireSecurityDevice: 1, UseCertificateForOnPremAuth: 1 },
  /** First six arcs under 1.3.6.1.4.1.311.21.8: every forest draws its own; templates hang below. */
  forestOidArc: '1.3.6.1.4.1.311.21.8.9025139.12413822.8275629.7143211.6041237.187',
  schema: { version: '88', extended: '2017-09-20T17:12:30Z', changed: '2022-05-02T18:04:41Z' },
  deviceRegistration: {
    created: '2026-08-31T09:12:46Z',
    connected: '2026-08-31T09:40:11Z',
    changed: '2026-09-01T07:03:25Z',
  },
  suffixes: ['fabrikam.com', 'emea.contoso.com', 'contoso.local'],
  sites: ['Berlin', 'London', 'München'],
  /** One has no site; München has clients and no domain controller. */
  subnets: [
    ['10.10.0.0/16', 'Berlin'],
    ['10.20.0.0/16', 'London'],
    ['10.30.0.0/16', 'München'],
    ['192.168.40.0/24', undefined],
  ],
  units: {
    domainControllers: 'OU=Domain Controllers',
    staff: 'OU=Staff',
    munich: 'OU=München,OU=Staff',
    london: 'OU=London,OU=Staff',
    fabrikam: 'OU=Fabrikam',
    leavers: 'OU=Leavers',
    groups: 'OU=Groups',
    servers: 'OU=Servers',
    workstations: 'OU=Workstations',
    berlin: 'OU=Berlin,OU=Workstations',
    pilot: 'OU=WHFB Pilot,OU=Workstations',
  },
  /** Where the service desk was once given the right to write keys. */
  loosenedUnit: 'munich',
  groups: {
    pilot: 'WHFB Users',
    nested: 'WHFB Users Fabrikam',
    computers: 'WHFB Pilot Computers',
    support: 'Arbeitsplatz-Support',
  },
  rid: {
    whfbUsers: 1110,
    whfbUsersNested: 1111,
    whfbPilotComputers: 1112,
    adfsService: 1115,
    firstServer: 1120,
    connectAccount: 1130,
    workplaceSupport: 1132,
    firstPerson: 1180,
  },
  people,
  controllers,
  servers,
  computers,
  devices,
  clients,
  cloud,
  policies,
  wmiFilters,
  /** As old as Windows Server 2019: it knows certificate trust, not cloud Kerberos trust. */
  centralStore: {
    settings: ['Enabled', 'RequireSecurityDevice', 'UseCertificateForOnPremAuth'],
    languages: ['en-US', 'de-DE'],
  },
  pki,
  templates,
});
