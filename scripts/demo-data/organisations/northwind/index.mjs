import { organisation } from '../../organisation.mjs';
import { pki, templates } from './certificates.mjs';
import { cloud } from './cloud.mjs';
import { clients, computers, controllers, devices, servers } from './machines.mjs';
import { people } from './people.mjs';
import { policies, wmiFilters } from './policies.mjs';

/** An organisation that did everything as Microsoft describes it, in the second week of its pilot; its assessment finds nothing to put right. */
export const northwind = organisation({
  id: 'northwind',
  seed: 'northwind/',
  instant: new Date('2026-11-20T18:00:00Z'),
  domain: {
    dns: 'northwind.com',
    netbios: 'NORTHWIND',
    sid: 'S-1-5-21-2417093348-1850421937-3302718605',
    created: '2025-03-03T15:22:41Z',
  },
  tenant: {
    id: 'b7d2c1e4-90f3-4a56-8c7b-15e0a9d3f482',
    name: 'Northwind Traders',
    initial: 'northwind.onmicrosoft.com',
    country: 'US',
  },
  federation: {
    host: 'sts.northwind.com',
    identifier: 'http://sts.northwind.com/adfs/services/trust',
    created: '2025-04-14T17:03:54Z',
    account: { name: 'gmsa-adfs', login: 'gmsa-adfs$', isInPilot: true },
    signing: {
      serial: '7F3A91C5D20E4B6894A7E1530CB8F264',
      notBefore: '2026-08-03T16:12:40Z',
      notAfter: '2027-08-03T16:12:40Z',
    },
    decrypting: {
      serial: '15C8E07B94F2436DA9307B6E4D1F85A2',
      notBefore: '2026-08-03T16:12:40Z',
      notAfter: '2027-08-03T16:12:40Z',
    },
    tls: {
      template: 'NorthwindWebServer',
      names: ['certauth.sts.northwind.com', 'enterpriseregistration.northwind.com'],
      requestId: 0x42,
      notBefore: '2026-08-04T17:14:00Z',
      notAfter: '2028-08-03T17:14:00Z',
    },
    farm: {
      behaviorLevel: 4,
      nodes: [
        { name: 'FS1', type: 'PrimaryComputer' },
        { name: 'FS2', type: 'SecondaryComputer' },
      ],
      authenticationPolicy: {
        PrimaryIntranetAuthenticationProvider: [
          'WindowsAuthentication',
          'FormsAuthentication',
          'MicrosoftPassportAuthentication',
        ],
        PrimaryExtranetAuthenticationProvider: ['FormsAuthentication', 'MicrosoftPassportAuthentication'],
      },
      scopes: ['openid', 'winhello_cert', 'aza', 'ugs'],
      published: [],
    },
    agents: {
      FS1: {
        provider: 'Microsoft Platform Crypto Provider',
        requestId: 0x47,
        notBefore: '2026-09-02T17:02:11Z',
        notAfter: '2028-09-01T17:02:11Z',
      },
      FS2: {
        provider: 'Microsoft Platform Crypto Provider',
        requestId: 0x48,
        notBefore: '2026-09-02T17:05:36Z',
        notAfter: '2028-09-01T17:05:36Z',
      },
    },
  },
  connect: {
    account: 'MSOL_8d20b6f7c1e3',
    server: 'SYNC1',
    version: '2.5.190.0',
    autoUpgrade: 'Enabled',
    passwordHashSync: false,
    strongCrypto: 1,
    withoutKeyRule: false,
  },
  collected: {
    adfs: { by: 'm.quinn', at: '2026-11-20T17:08:40.1180000Z' },
    ca: { by: 'm.quinn', at: '2026-11-20T17:12:03.5520000Z' },
    connect: { by: 'm.quinn', at: '2026-11-20T17:15:11.0070000Z' },
    dc: { by: 'm.quinn', at: '2026-11-20T17:18:26.9300000Z' },
    client: { at: '2026-11-20T16:58:17.6600000Z', elevated: true },
  },
  clientPolicy: { Enabled: 1, RequireSecurityDevice: 1, UseCertificateForOnPremAuth: 1 },
  forestOidArc: '1.3.6.1.4.1.311.21.8.4410772.9930158.1187346.5502217.3829904.42',
  schema: { version: '88', extended: '2025-03-03T15:22:50Z', changed: '2025-03-03T15:30:41Z' },
  deviceRegistration: {
    created: '2026-08-17T17:12:46Z',
    connected: '2026-08-17T17:40:11Z',
    changed: '2026-08-18T16:03:25Z',
  },
  suffixes: [],
  sites: ['Seattle', 'Portland'],
  subnets: [
    ['10.40.0.0/16', 'Seattle'],
    ['10.50.0.0/16', 'Portland'],
  ],
  units: {
    domainControllers: 'OU=Domain Controllers',
    staff: 'OU=Staff',
    portland: 'OU=Portland,OU=Staff',
    groups: 'OU=Groups',
    servers: 'OU=Servers',
    workstations: 'OU=Workstations',
    pilot: 'OU=Hello pilot,OU=Workstations',
  },
  groups: { pilot: 'WHFB Users', computers: 'WHFB Pilot Computers' },
  rid: {
    whfbUsers: 1110,
    whfbPilotComputers: 1112,
    adfsService: 1115,
    firstServer: 1120,
    connectAccount: 1130,
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
  centralStore: {
    settings: [
      'Enabled',
      'RequireSecurityDevice',
      'UseCertificateForOnPremAuth',
      'UseCloudTrustForOnPremAuth',
      'DisablePostLogonProvisioning',
    ],
    languages: ['en-US'],
  },
  pki,
  templates,
});
