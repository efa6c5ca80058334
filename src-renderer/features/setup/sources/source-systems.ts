import type { EvidenceKind } from '../../../../src-shared/model/evidence';
import type { LiveSources } from '../../../../src-shared/model/plan';

export const ways = ['live', 'files', 'interview'] as const;
export type Way = (typeof ways)[number];

export const wayTitles: Readonly<Record<Way, string>> = { live: 'Live', files: 'Files', interview: 'Interview' };

export interface WayDescription {
  /** What is read this way. */
  readonly reads: string;
  readonly rights: string;
  /** What goes over the wire, or what to hand over. */
  readonly sends: string;
}

/** A kind of system a check may need to know about. */
export interface SourceSystem {
  readonly id: string;
  readonly title: string;
  /** Evidence that comes from it. */
  readonly kinds: readonly EvidenceKind[];
  /** Further evidence that only the live way of it gives; from files it belongs to another system. */
  readonly liveKinds?: readonly EvidenceKind[];
  /** Whether live targets for it are chosen; undefined when this version does not read it live. */
  readonly isTargeted?: (live: LiveSources) => boolean;
  readonly live?: WayDescription;
  readonly files?: WayDescription;
  /** Only where people are the source. */
  readonly interview?: WayDescription;
  /** Said instead of the general sentence where a way is not offered. */
  readonly note?: string;
}

const hasDirectory = (live: LiveSources): boolean => live.directory.length > 0;

const ldapWire = 'The bind of the reading account and LDAP searches, over TLS whose certificate is verified first.';

/** In the order of the chain from directory to client, people last. What is left out of a system cannot be read that way by this version. */
export const sourceSystems: readonly SourceSystem[] = [
  {
    id: 'ad',
    title: 'AD',
    kinds: [
      'ad.root-dse',
      'ad.partitions',
      'ad.schema',
      'ad.domain',
      'ad.domain-controllers',
      'ad.pilot-users',
      'ad.pilot-computers',
      'ad.device-registration',
      'ad.registered-devices',
      'ad.schema-objects',
      'ad.sites',
      'ad.trusts',
      'ad.servers',
      'ad.controller-state',
      'ad.groups',
      'ad.privileged-groups',
      'ad.service-accounts',
      'ad.access-control',
    ],
    isTargeted: hasDirectory,
    live: {
      reads:
        'Forest, domains, trusts, sites, schema, domain controllers, groups and rights, pilot users and computers, device registration, written-back devices.',
      rights: 'A plain domain user.',
      sends: ldapWire,
    },
    files: {
      reads: 'LDIF exports of the domain, configuration and schema partitions.',
      rights: 'A plain domain user at the customer’s.',
      sends: 'Files written by ldifde or ldapsearch.',
    },
  },
  {
    id: 'adcs',
    title: 'AD CS',
    kinds: [
      'ad.certification-authorities',
      'ad.certificate-templates',
      'ad.nt-auth',
      'ad.crl-distribution-points',
      'ad.certificate-oids',
      'ad.pki-access-control',
      'ad.authority-computers',
      'pki.crl',
      'pki.dc-certificate',
      'pki.certificate',
      'pki.authority-information',
      'pki.ocsp',
      'pki.enrolment-endpoints',
      'pki.authority-host',
    ],
    isTargeted: hasDirectory,
    live: {
      reads:
        'CAs, their computer accounts, templates, NTAuth and rights in AD; with the switches on Targets also revocation lists, CA certificates, OCSP answers, enrolment addresses and the certificates of domain controllers.',
      rights: 'A plain domain user.',
      sends: `${ldapWire} Web servers and CA hosts are asked by HTTP without an account; for certificates a TLS handshake only.`,
    },
    files: {
      reads:
        'LDIF exports of the configuration partition and, for computer accounts, of the domains; certificates (.cer, .crt, .pem) and revocation lists (.crl); of collections of SharpHound and output of certipy find -json what they tell of templates and CAs.',
      rights: 'None.',
      sends:
        'Files from the CA’s CertEnroll folder or the certificates snap-in; the zip of SharpHound, the JSON file of Certipy.',
    },
  },
  {
    id: 'adfs',
    title: 'AD FS',
    kinds: [
      'adfs.openid-configuration',
      'adfs.federation-metadata',
      'adfs.endpoints',
      'adfs.tls',
      'adfs.farm-information',
      'adfs.properties',
      'adfs.authentication-policy',
      'adfs.authentication-providers',
      'adfs.device-registration-settings',
      'adfs.endpoint-settings',
      'adfs.certificate-authority',
      'adfs.certificates',
      'adfs.entra-trust',
      'adfs.application-permissions',
      'adfs.node-sync',
      'adfs.web-application-proxy',
    ],
    isTargeted: (live) => live.adfs.length > 0,
    live: {
      reads: 'Discovery document, federation metadata, answers of the endpoints and the TLS certificate.',
      rights: 'None; these are public.',
      sends: 'HTTPS GET requests without an account.',
    },
    files: {
      reads:
        'Saved discovery document (JSON), federation metadata (XML) and the output of AD FS cmdlets: Format-List text of ADFS-Diag, ConvertTo-Json or Export-Clixml.',
      rights: 'None for the documents; an AD FS administrator runs the cmdlets.',
      sends: 'The documents, saved from a browser, and a folder Get-Adfs*.txt, .json or .xml.',
    },
  },
  {
    id: 'entra',
    title: 'Entra ID',
    kinds: [
      'entra.organization',
      'entra.domains',
      'entra.federation-configuration',
      'entra.devices',
      'entra.users',
      'entra.openid-configuration',
      'entra.endpoint',
      'entra.registration-contract',
      'entra.synchronization',
      'entra.skus',
      'entra.rollout-policies',
      'entra.registration-policy',
      'entra.mfa-registrations',
      'entra.authentication-methods',
      'entra.service-principals',
      'entra.conditional-access',
      'entra.sync-jobs',
      'entra.federation-audits',
      'entra.hello-methods',
      'entra.realm',
      'entra.application-proxy',
    ],
    isTargeted: (live) => live.entra.length > 0 || live.cloudEndpoints,
    live: {
      reads:
        'Tenant, domains, federation settings, devices, users, licences, policies, registrations and audit log from Microsoft Graph; with the switch on Targets also what the public endpoints say.',
      rights:
        'Global Reader, and the read permissions listed before the run starts; areas that are left out ask for none.',
      sends:
        'HTTPS GET requests with the token of a sign-in by device code, over TLS whose certificate is verified first.',
    },
    files: {
      reads:
        'Saved Microsoft Graph responses: organization, domains, federationConfiguration, devices, users, subscribedSkus, onPremisesSynchronization, policies, userRegistrationDetails, servicePrincipals, directoryAudits.',
      rights: 'Global Reader in the customer’s tenant.',
      sends: 'JSON files, saved from Graph Explorer or by script.',
    },
  },
  {
    id: 'intune',
    title: 'Intune',
    kinds: [
      'intune.hello-enrollment',
      'intune.hello-policies',
      'intune.certificate-profiles',
      'intune.managed-devices',
      'intune.ndes-connectors',
    ],
    isTargeted: (live) => live.entra.some(({ areas }) => areas?.includes('intune') ?? true),
    live: {
      reads:
        'Enrolment settings, policies, certificate profiles, devices and certificate connectors from Microsoft Graph.',
      rights: 'Global Reader, and the three DeviceManagement…Read.All permissions for the application.',
      sends: 'HTTPS GET requests with the token of the sign-in to Entra ID.',
    },
    files: {
      reads:
        'Saved Microsoft Graph responses: deviceEnrollmentConfigurations, configurationPolicies with settings and assignments, deviceConfigurations with assignments, intents, managedDevices, ndesConnectors.',
      rights: 'Global Reader in the customer’s tenant.',
      sends: 'JSON files, saved from Graph Explorer or by script.',
    },
  },
  {
    id: 'connect',
    title: 'Entra Connect',
    kinds: [
      'connect.server',
      'connect.scheduler',
      'connect.connectors',
      'connect.rules',
      'connect.settings',
      'connect.runs',
    ],
    files: {
      reads:
        'Version, scheduler, connectors and their scopes, rules, settings, run results; Windows, .NET and TLS of the server.',
      rights: 'Member of ADSyncAdmins on the server.',
      sends: 'The file that the collector connect.ps1 writes.',
    },
  },
  {
    id: 'servers',
    title: 'Servers',
    kinds: [
      'host.system',
      'host.certificates',
      'host.registry',
      'host.events',
      'host.connectivity',
      'host.services',
      'ca.settings',
      'ca.issued-certificates',
      'ndes.server',
    ],
    files: {
      reads:
        'Windows release, registry values, certificates without keys, events by number, services and connections of a server; settings and requests of CAs.',
      rights: 'Administrator of the server; Event Log Readers for logs alone.',
      sends:
        'Files that the collectors adfs.ps1, ca.ps1, dc.ps1 and ndes.ps1 write; event logs saved as XML; output of certutil: -getreg, -CAInfo, -dsTemplate, -v -template, and -store, best with the certificates beside it.',
    },
    note: 'What machines say of themselves: AD FS and WAP nodes, CAs, domain controllers, NDES servers.',
  },
  {
    id: 'policy',
    title: 'Policy',
    kinds: ['ad.group-policy', 'policy.registry', 'policy.preferences', 'policy.central-store'],
    isTargeted: (live) => hasDirectory(live) || live.sysvol.length > 0,
    live: {
      reads: 'Group policy objects and links from AD, their settings from SYSVOL.',
      rights: 'A plain domain user; SYSVOL with the rights of the signed-in user.',
      sends: `${ldapWire} SYSVOL is read as a network folder.`,
    },
    files: {
      reads: 'A copy of the SYSVOL folder “Policies” and LDIF exports of the domain.',
      rights: 'A plain domain user at the customer’s.',
      sends: 'The folder as it is, with its {GUID} sub-folders.',
    },
  },
  {
    id: 'clients',
    title: 'Clients',
    kinds: ['client.dsregcmd', 'policy.resultant'],
    liveKinds: ['host.system', 'host.registry', 'host.events', 'host.certificates'],
    isTargeted: (live) => live.thisComputer,
    live: {
      reads:
        'This computer as a pilot client, where it runs Windows: dsregcmd /status, policy values of the registry, event logs, certificates without keys.',
      rights: 'The signed-in user; an administrator for event logs that are closed to users.',
      sends: 'Nothing: the tools of this computer are asked. Other clients are not contacted; hand over their files.',
    },
    files: {
      reads: 'Text of dsregcmd /status, one file a client, and the report of gpresult /x.',
      rights: 'The signed-in user of the client; administrator for the computer half of gpresult.',
      sends: 'Text and XML files; a whole fleet may be dropped as one folder.',
    },
  },
  {
    id: 'dns',
    title: 'DNS',
    kinds: ['dns.answer'],
    isTargeted: (live) => live.dns,
    live: {
      reads: 'Service and address records of domain controllers, enterpriseregistration and the federation service.',
      rights: 'None.',
      sends: 'DNS queries for these names, to the servers chosen on Targets.',
    },
  },
  {
    id: 'people',
    title: 'People',
    kinds: ['interview.answer'],
    interview: {
      reads:
        'Decisions, habits and designs that no system holds; each answer with who said it, when, and a document as proof.',
      rights: 'None.',
      sends: 'Nothing: the answers are typed in and stay in the engagement.',
    },
    note: 'What only people know is asked on Interview and marked as attested in every output.',
  },
];
