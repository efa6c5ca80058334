/**
 * What the lab is called: names, addresses, identifiers and passwords that the build scripts use and tests may rely on.
 * The domain SID and the RIDs below 20000 are fixed, so that evidence from elsewhere (Graph, dsregcmd) can be made to match.
 */

export const tenantId = '4c1f7a52-6d0e-4b8f-9a61-2f6f0c9d7e11';

export const domain = {
  dnsName: 'corp.contoso.test',
  realm: 'CORP.CONTOSO.TEST',
  netBiosName: 'CONTOSO',
  baseDn: 'DC=corp,DC=contoso,DC=test',
  configurationDn: 'CN=Configuration,DC=corp,DC=contoso,DC=test',
  schemaDn: 'CN=Schema,CN=Configuration,DC=corp,DC=contoso,DC=test',
  sid: 'S-1-5-21-1004336348-1177238915-682003330',
  upnSuffixes: ['contoso.com', 'fabrikam.com', 'contoso.local'],
} as const;

/** Sites and what is in them; clients of both have a subnet. */
export const sites = {
  headquarters: { name: 'Default-First-Site-Name', subnets: ['10.10.0.0/16'] },
  hamburg: { name: 'Hamburg', subnets: ['10.20.0.0/16', '2001:db8:20::/48'] },
} as const;

export const domainController = {
  name: 'dc1',
  hostName: 'dc1.corp.contoso.test',
  address: '127.0.0.10',
  dn: `CN=DC1,OU=Domain Controllers,${domain.baseDn}`,
  siteName: sites.headquarters.name,
} as const;

/** Holds a copy of the first one's database as built; later changes do not reach it. */
export const secondDomainController = {
  name: 'dc2',
  hostName: 'dc2.corp.contoso.test',
  address: '127.0.0.11',
  dn: `CN=DC2,OU=Domain Controllers,${domain.baseDn}`,
  siteName: sites.hamburg.name,
} as const;

export const web = {
  address: '127.0.0.30',
  adfsHost: 'fs.corp.contoso.test',
  certificateAuthenticationHost: 'certauth.fs.corp.contoso.test',
  enterpriseRegistrationHost: 'enterpriseregistration.corp.contoso.test',
  pkiHost: 'pki.corp.contoso.test',
} as const;

/** Listens on the web sites' address; `http://<pkiHost>/ocsp` leads there. */
export const ocspResponder = { port: 2560 } as const;

export const certificationAuthority = {
  name: 'Contoso Issuing CA 1',
  hostName: 'ca01.corp.contoso.test',
  rootName: 'Contoso Root CA',
} as const;

/** A second issuing CA, of no forest until a test publishes it; directories write what is not ASCII as `!` and four hex digits. */
export const secondAuthority = {
  name: 'Société Générale-émetteur 1',
  sanitizedName: 'Soci!00e9t!00e9 G!00e9n!00e9rale-!00e9metteur 1',
  hostName: 'ca02.corp.contoso.test',
} as const;

/** Every templates' OID starts with this arc, which Windows makes up once per forest. */
export const templateOidArc = '1.3.6.1.4.1.311.21.8.9025139.12413822.8275629.7143211.6041237';

export const publicKeyServicesDn = `CN=Public Key Services,CN=Services,${domain.configurationDn}`;

export const units = {
  staff: `OU=Staff,${domain.baseDn}`,
  groups: `OU=Groups,${domain.baseDn}`,
  warehouse: `OU=Warehouse,${domain.baseDn}`,
  servers: `OU=Servers,${domain.baseDn}`,
  workstations: `OU=Workstations,${domain.baseDn}`,
  pilotComputers: `OU=Pilot,OU=Workstations,${domain.baseDn}`,
  /** Two of the pilot computers, below a name that has to be escaped. */
  pilotAnnex: `OU=Büro \\"Süd\\"\\, 2\\+3,OU=Pilot,OU=Workstations,${domain.baseDn}`,
  kiosks: `OU=Kiosks,OU=Workstations,${domain.baseDn}`,
} as const;

/** A fixed RID keeps SIDs equal in every build. */
const rids = {
  whfbUsers: 10001,
  whfbUsersBerlin: 10002,
  whfbWave1: 10003,
  warehouseStaff: 10004,
  secondDomainController: 10000,
  adfsServiceAccount: 10010,
  syncAccount: 10011,
  enrolmentServiceAccount: 10012,
  tierZeroAdmins: 10013,
  administrator: 10014,
  reader: 10101,
  alice: 10102,
  disabled: 10103,
  mustChangePassword: 10104,
} as const;

export type FixedPrincipal = keyof typeof rids;

export function sidOf(principal: FixedPrincipal): string {
  return `${domain.sid}-${rids[principal]}`;
}

export const groups = {
  /** The pilot: about 40 users, some through a nested group, with every UPN suffix and some disabled. */
  whfbUsers: { dn: `CN=WHFB Users,${units.groups}`, sid: sidOf('whfbUsers') },
  /** Nested in the pilot group. */
  whfbUsersBerlin: { dn: `CN=WHFB Users Berlin,${units.groups}`, sid: sidOf('whfbUsersBerlin') },
  /** Only enabled users with `@contoso.com`. */
  whfbWave1: { dn: `CN=WHFB Wave 1,${units.groups}`, sid: sidOf('whfbWave1') },
  /** Member of Domain Admins. */
  tierZeroAdmins: { dn: `CN=Ebene-0-Administratoren,${units.groups}`, sid: sidOf('tierZeroAdmins') },
  /** More members than one range of 1500. */
  warehouseStaff: { dn: `CN=Warehouse Staff,${units.groups}`, sid: sidOf('warehouseStaff') },
} as const;

export const warehouseStaffCount = 1600;

export const adfsServiceAccount = {
  dn: `CN=svc-adfs,CN=Managed Service Accounts,${domain.baseDn}`,
  samAccountName: 'adfssvc$',
  sid: sidOf('adfsServiceAccount'),
} as const;

/** The account of Entra Connect Sync. */
export const syncAccount = {
  dn: `CN=MSOL_4f1c2d3e5a6b,CN=Users,${domain.baseDn}`,
  samAccountName: 'MSOL_4f1c2d3e5a6b',
  sid: sidOf('syncAccount'),
} as const;

/** The user account of the NDES server for devices that are only Entra joined. */
export const enrolmentServiceAccount = {
  dn: `CN=svc-ndes,OU=Servers,${domain.baseDn}`,
  samAccountName: 'svc-ndes',
  sid: sidOf('enrolmentServiceAccount'),
  serverName: 'NDES01',
} as const;

/** An administrator, a member of Domain Admins through a group. */
export const administrator = {
  dn: `CN=Anna Admin (Ebene 0),CN=Users,${domain.baseDn}`,
  sid: sidOf('administrator'),
  samAccountName: 'adm-anna',
} as const;

/** What RIDs are called in this forest, as in one that was installed in German. */
export const localisedGroups = {
  512: ['Domain Admins', 'Domänen-Admins'],
  513: ['Domain Users', 'Domänen-Benutzer'],
  515: ['Domain Computers', 'Domänencomputer'],
  516: ['Domain Controllers', 'Domänencontroller'],
  519: ['Enterprise Admins', 'Organisations-Admins'],
} as const;

export interface LabUser {
  readonly dn: string;
  readonly sid: string;
  readonly samAccountName: string;
  readonly userPrincipalName: string;
  readonly password: string;
}

function user(principal: FixedPrincipal, commonName: string, samAccountName: string, password: string): LabUser {
  return {
    dn: `CN=${commonName},${units.staff}`,
    sid: sidOf(principal),
    samAccountName,
    userPrincipalName: `${samAccountName}@${domain.dnsName}`,
    password,
  };
}

/** Accounts a test may sign in with. `disabled` and `mustChangePassword` are refused by the domain controller (data 533 and 773). */
export const users = {
  administrator: {
    dn: `CN=Administrator,CN=Users,${domain.baseDn}`,
    sid: `${domain.sid}-500`,
    samAccountName: 'Administrator',
    userPrincipalName: `Administrator@${domain.dnsName}`,
    password: 'Passw0rd!Lab',
  },
  /** An ordinary user, member of Domain Users only: what a consultant is given. */
  reader: user('reader', 'Preflight Reader', 'reader', 'Read-0nly!Lab'),
  /** A pilot user. */
  alice: user('alice', 'Alice Archer', 'alice', 'Wonder!and9'),
  disabled: user('disabled', 'Dora Disabled', 'dora.disabled', 'Go-Away!77'),
  mustChangePassword: user('mustChangePassword', 'Max Change', 'max.change', 'Change-Me!77'),
} as const satisfies Record<string, LabUser>;

/** Group policy objects, by GUID (lower case, no braces). */
export const policies = {
  certificateTrust: '3c6a4a0e-6f0b-4d5c-9c0e-0b7f6d1a2e01',
  cloudTrust: '3c6a4a0e-6f0b-4d5c-9c0e-0b7f6d1a2e02',
  unlinked: '3c6a4a0e-6f0b-4d5c-9c0e-0b7f6d1a2e03',
  domainControllerEnrolment: '3c6a4a0e-6f0b-4d5c-9c0e-0b7f6d1a2e04',
} as const;

/** The other forest, started only when a test asks for it (`startFabrikam`). */
const fabrikamDomain = {
  dnsName: 'fabrikam.test',
  realm: 'FABRIKAM.TEST',
  netBiosName: 'FABRIKAM',
  baseDn: 'DC=fabrikam,DC=test',
  configurationDn: 'CN=Configuration,DC=fabrikam,DC=test',
  sid: 'S-1-5-21-2217512311-3391108742-1044921890',
  upnSuffixes: ['fabrikam.com'],
} as const;

export const fabrikam = {
  domain: fabrikamDomain,
  domainController: {
    name: 'fdc1',
    hostName: 'fdc1.fabrikam.test',
    address: '127.0.0.20',
    dn: `CN=FDC1,OU=Domain Controllers,${fabrikamDomain.baseDn}`,
  },
  certificationAuthority: {
    name: 'Fabrikam Issuing CA',
    hostName: 'fca01.fabrikam.test',
    rootName: 'Fabrikam Root CA',
  },
  pkiHost: 'pki.fabrikam.test',
  publicKeyServicesDn: `CN=Public Key Services,CN=Services,${fabrikamDomain.configurationDn}`,
  staff: `OU=Staff,${fabrikamDomain.baseDn}`,
  users: {
    administrator: {
      dn: `CN=Administrator,CN=Users,${fabrikamDomain.baseDn}`,
      sid: `${fabrikamDomain.sid}-500`,
      samAccountName: 'Administrator',
      userPrincipalName: `Administrator@${fabrikamDomain.dnsName}`,
      password: 'Passw0rd!Fab',
    },
    reader: {
      dn: `CN=Fabrikam Reader,OU=Staff,${fabrikamDomain.baseDn}`,
      sid: `${fabrikamDomain.sid}-10101`,
      samAccountName: 'reader',
      userPrincipalName: `reader@${fabrikamDomain.dnsName}`,
      password: 'Read-0nly!Fab',
    },
  },
} as const;
