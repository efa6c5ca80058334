/** Names, identifiers and dates of the invented organisation. Every other file of the generator takes them from here. */

export const instant = new Date('2026-11-22T15:00:00Z');

export const domain = {
  dns: 'contoso.com',
  netbios: 'CONTOSO',
  dn: 'DC=contoso,DC=com',
  sid: 'S-1-5-21-1004336348-1177238915-682003330',
  created: '2014-03-11T08:22:41Z',
};

export const configurationDn = `CN=Configuration,${domain.dn}`;
export const schemaDn = `CN=Schema,${configurationDn}`;
export const publicKeyServicesDn = `CN=Public Key Services,CN=Services,${configurationDn}`;
export const deviceRegistrationDn = `CN=Device Registration Configuration,CN=Services,${configurationDn}`;
export const registeredDevicesDn = `CN=RegisteredDevices,${domain.dn}`;
export const policiesDn = `CN=Policies,CN=System,${domain.dn}`;

export const tenant = {
  id: '4c1f7a52-6d0e-4b8f-9a61-2f6f0c9d7e11',
  name: 'Contoso',
  initial: 'contoso.onmicrosoft.com',
};

export const federation = {
  host: 'fs.contoso.com',
  identifier: 'http://fs.contoso.com/adfs/services/trust',
  signing: { notBefore: '2026-06-01T06:12:40Z', notAfter: '2027-06-01T06:12:40Z' },
};

/** First six arcs under 1.3.6.1.4.1.311.21.8: every forest draws its own; templates hang below. */
export const forestOidArc = '1.3.6.1.4.1.311.21.8.9025139.12413822.8275629.7143211.6041237.187';

export const ou = {
  domainControllers: `OU=Domain Controllers,${domain.dn}`,
  staff: `OU=Staff,${domain.dn}`,
  munich: `OU=München,OU=Staff,${domain.dn}`,
  london: `OU=London,OU=Staff,${domain.dn}`,
  fabrikam: `OU=Fabrikam,${domain.dn}`,
  leavers: `OU=Leavers,${domain.dn}`,
  groups: `OU=Groups,${domain.dn}`,
  servers: `OU=Servers,${domain.dn}`,
  workstations: `OU=Workstations,${domain.dn}`,
  berlin: `OU=Berlin,OU=Workstations,${domain.dn}`,
  pilot: `OU=WHFB Pilot,OU=Workstations,${domain.dn}`,
};

/** SID of an account of the domain from its relative identifier. */
export const sidOf = (rid) => `${domain.sid}-${rid}`;

export const rid = {
  administrator: 500,
  guest: 501,
  krbtgt: 502,
  domainAdmins: 512,
  domainUsers: 513,
  domainComputers: 515,
  domainControllers: 516,
  schemaAdmins: 518,
  enterpriseAdmins: 519,
  readOnlyDomainControllers: 498,
  certPublishers: 517,
  keyAdmins: 526,
  enterpriseKeyAdmins: 527,
  dc01: 1000,
  dc02: 1103,
  dc03: 1104,
  whfbUsers: 1110,
  whfbUsersFabrikam: 1111,
  whfbPilotComputers: 1112,
  adfsService: 1115,
  firstServer: 1120,
  connectAccount: 1130,
  workplaceSupport: 1132,
  firstPerson: 1180,
};

export const domainControllers = [
  { name: 'DC01', rid: rid.dc01, release: '2022', build: '20348', site: 'Berlin', created: '2022-05-09T06:31:12Z' },
  { name: 'DC02', rid: rid.dc02, release: '2022', build: '20348', site: 'Berlin', created: '2022-05-10T07:02:55Z' },
  { name: 'DC03', rid: rid.dc03, release: '2016', build: '14393', site: 'London', created: '2017-09-21T11:45:03Z' },
];
