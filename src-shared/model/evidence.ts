import { z } from 'zod';
import type {
  AccessControl,
  AuthorityComputers,
  DirectoryGroups,
  PrivilegedGroups,
  ServiceAccounts,
} from './evidence/access';
import type { AdfsEndpoints, AdfsOpenIdConfiguration, AdfsTls, FederationMetadata } from './evidence/adfs';
import type {
  AdfsApplicationPermissions,
  AdfsAuthenticationPolicy,
  AdfsAuthenticationProviders,
  AdfsCertificateAuthority,
  AdfsCertificates,
  AdfsDeviceRegistrationSettings,
  AdfsEndpointSettings,
  AdfsEntraTrust,
  AdfsFarmInformation,
  AdfsNodeSync,
  AdfsProperties,
  WebApplicationProxy,
} from './evidence/adfs-settings';
import type { AuthoritySettings, IssuedCertificates } from './evidence/authority-settings';
import type { DsregcmdStatus } from './evidence/client';
import type {
  DeviceRegistration,
  DomainControllers,
  DomainHead,
  ForestPartitions,
  PilotComputers,
  PilotUsers,
  RegisteredDevices,
  RootDse,
  SchemaHead,
} from './evidence/directory';
import type {
  EntraDevices,
  EntraDomains,
  EntraFederationConfiguration,
  EntraOrganization,
  EntraUsers,
} from './evidence/entra';
import type {
  ConditionalAccessPolicies,
  EntraApplicationProxy,
  EntraAuthenticationMethodsPolicy,
  EntraFederationAudits,
  EntraHelloMethods,
  EntraMfaRegistrations,
  EntraRealm,
  EntraRegistrationPolicy,
  EntraRolloutPolicies,
  EntraServicePrincipals,
  EntraSkus,
  EntraSynchronization,
  EntraSyncJobs,
  IntuneCertificateProfiles,
  IntuneHelloEnrollment,
  IntuneHelloPolicies,
  IntuneManagedDevices,
  IntuneNdesConnectors,
} from './evidence/entra-policies';
import type { ControllerState, DirectoryServers, DnsAnswer, SchemaObjects, Sites, Trusts } from './evidence/forest';
import {
  type HostCertificates,
  type HostConnectivity,
  type HostEvents,
  type HostRegistry,
  type HostServices,
  type HostSystem,
  hostRoles,
} from './evidence/host';
import type { InterviewAnswer } from './evidence/interview';
import type { NdesServer } from './evidence/ndes';
import type {
  AuthorityHost,
  AuthorityInformation,
  CloudEndpoint,
  EnrolmentEndpoints,
  EntraOpenIdConfiguration,
  OcspAnswer,
  RegistrationContract,
} from './evidence/network';
import type {
  CertificateTemplates,
  CertificationAuthorities,
  CrlDistributionPoints,
  DcCertificate,
  EnterpriseOids,
  NtAuthCertificates,
  RevocationList,
  StoredCertificate,
} from './evidence/pki';
import type {
  CentralStore,
  DirectoryGroupPolicy,
  GroupPolicyPreferences,
  GroupPolicyRegistry,
  ResultantPolicy,
} from './evidence/policy';
import type {
  ConnectConnectors,
  ConnectRules,
  ConnectRuns,
  ConnectScheduler,
  ConnectServer,
  ConnectSettings,
} from './evidence/synchronization';
import { unknownReasonSchema } from './outcome';

/** What each kind of evidence holds. The comment names the target: what one record is about. */
export interface EvidenceDataByKind {
  /** domain controller host name */
  'ad.root-dse': RootDse;
  /** forest root DNS name */
  'ad.partitions': ForestPartitions;
  /** forest root DNS name */
  'ad.schema': SchemaHead;
  /** domain DNS name */
  'ad.domain': DomainHead;
  /** domain DNS name */
  'ad.domain-controllers': DomainControllers;
  /** domain DNS name */
  'ad.pilot-users': PilotUsers;
  /** domain DNS name */
  'ad.pilot-computers': PilotComputers;
  /** forest root DNS name */
  'ad.device-registration': DeviceRegistration;
  /** domain DNS name */
  'ad.registered-devices': RegisteredDevices;
  /** forest root DNS name */
  'ad.certification-authorities': CertificationAuthorities;
  /** forest root DNS name */
  'ad.certificate-templates': CertificateTemplates;
  /** forest root DNS name */
  'ad.nt-auth': NtAuthCertificates;
  /** forest root DNS name */
  'ad.crl-distribution-points': CrlDistributionPoints;
  /** domain DNS name */
  'ad.group-policy': DirectoryGroupPolicy;
  /** URL when downloaded, SHA-256 of the file when imported */
  'pki.crl': RevocationList;
  /** domain controller host name */
  'pki.dc-certificate': DcCertificate;
  /** SHA-1 thumbprint of a certificate file that is not a domain controller's */
  'pki.certificate': StoredCertificate;
  /** `<domain>/{GPO GUID}` in lower case */
  'policy.registry': GroupPolicyRegistry;
  /** federation service name */
  'adfs.openid-configuration': AdfsOpenIdConfiguration;
  /** federation service name */
  'adfs.federation-metadata': FederationMetadata;
  /** federation service name */
  'adfs.endpoints': AdfsEndpoints;
  /** federation service name */
  'adfs.tls': AdfsTls;
  /** device name as the client prints it, lower case */
  'client.dsregcmd': DsregcmdStatus;
  /** tenant id */
  'entra.organization': EntraOrganization;
  /** `tenant` (a saved response does not name its tenant) */
  'entra.domains': EntraDomains;
  /** Entra domain name */
  'entra.federation-configuration': EntraFederationConfiguration;
  /** `tenant` */
  'entra.devices': EntraDevices;
  /** forest root DNS name */
  'ad.schema-objects': SchemaObjects;
  /** forest root DNS name */
  'ad.sites': Sites;
  /** domain DNS name */
  'ad.trusts': Trusts;
  /** domain DNS name */
  'ad.servers': DirectoryServers;
  /** domain DNS name */
  'ad.groups': DirectoryGroups;
  /** domain DNS name */
  'ad.privileged-groups': PrivilegedGroups;
  /** domain DNS name */
  'ad.service-accounts': ServiceAccounts;
  /** domain DNS name */
  'ad.access-control': AccessControl;
  /** forest root DNS name */
  'ad.pki-access-control': AccessControl;
  /** domain DNS name */
  'ad.authority-computers': AuthorityComputers;
  /** forest root DNS name */
  'ad.certificate-oids': EnterpriseOids;
  /** domain controller host name */
  'ad.controller-state': ControllerState;
  /** `<name> <type>` in lower case, e.g. `enterpriseregistration.contoso.com cname` */
  'dns.answer': DnsAnswer;
  /** URL */
  'pki.authority-information': AuthorityInformation;
  /** `<URL> <thumbprint>` */
  'pki.ocsp': OcspAnswer;
  /** CA host name */
  'pki.enrolment-endpoints': EnrolmentEndpoints;
  /** CA host name */
  'pki.authority-host': AuthorityHost;
  /** `<domain>/{GPO GUID}` in lower case */
  'policy.preferences': GroupPolicyPreferences;
  /** domain DNS name */
  'policy.central-store': CentralStore;
  /** `<host>`, or `<host> <account>` in lower case */
  'policy.resultant': ResultantPolicy;
  /** `tenant` */
  'entra.users': EntraUsers;
  /** domain name asked about */
  'entra.openid-configuration': EntraOpenIdConfiguration;
  /** host name */
  'entra.endpoint': CloudEndpoint;
  /** UPN suffix */
  'entra.registration-contract': RegistrationContract;
  /** federation service name */
  'adfs.farm-information': AdfsFarmInformation;
  /** federation service name */
  'adfs.properties': AdfsProperties;
  /** federation service name */
  'adfs.authentication-policy': AdfsAuthenticationPolicy;
  /** federation service name */
  'adfs.authentication-providers': AdfsAuthenticationProviders;
  /** federation service name */
  'adfs.device-registration-settings': AdfsDeviceRegistrationSettings;
  /** federation service name */
  'adfs.endpoint-settings': AdfsEndpointSettings;
  /** federation service name */
  'adfs.certificate-authority': AdfsCertificateAuthority;
  /** federation service name */
  'adfs.certificates': AdfsCertificates;
  /** federation service name */
  'adfs.entra-trust': AdfsEntraTrust;
  /** federation service name */
  'adfs.application-permissions': AdfsApplicationPermissions;
  /** node host name */
  'adfs.node-sync': AdfsNodeSync;
  /** proxy host name */
  'adfs.web-application-proxy': WebApplicationProxy;
  /** host name */
  'host.system': HostSystem;
  /** `<host> <store>` */
  'host.certificates': HostCertificates;
  /** host name */
  'host.registry': HostRegistry;
  /** `<host> <log>`; of a log that providers share and that was read for several of them `<host> <log> <provider>` from the second on */
  'host.events': HostEvents;
  /** host name */
  'host.connectivity': HostConnectivity;
  /** host name */
  'host.services': HostServices;
  /** CA name; `<CA name> (certutil)`, `(SharpHound)` or `(Certipy)` of an export, which completes what a collector told */
  'ca.settings': AuthoritySettings;
  /** CA name */
  'ca.issued-certificates': IssuedCertificates;
  /** host name */
  'connect.server': ConnectServer;
  /** host name */
  'connect.scheduler': ConnectScheduler;
  /** host name */
  'connect.connectors': ConnectConnectors;
  /** host name */
  'connect.rules': ConnectRules;
  /** host name */
  'connect.settings': ConnectSettings;
  /** host name */
  'connect.runs': ConnectRuns;
  /** host name */
  'ndes.server': NdesServer;
  /** question id */
  'interview.answer': InterviewAnswer;
  /** `tenant` */
  'entra.synchronization': EntraSynchronization;
  /** `tenant` */
  'entra.skus': EntraSkus;
  /** `tenant` */
  'entra.rollout-policies': EntraRolloutPolicies;
  /** `tenant` */
  'entra.registration-policy': EntraRegistrationPolicy;
  /** `tenant` */
  'entra.mfa-registrations': EntraMfaRegistrations;
  /** `tenant` */
  'entra.authentication-methods': EntraAuthenticationMethodsPolicy;
  /** `tenant` */
  'entra.service-principals': EntraServicePrincipals;
  /** `tenant` */
  'entra.conditional-access': ConditionalAccessPolicies;
  /** `tenant` */
  'entra.sync-jobs': EntraSyncJobs;
  /** `tenant` */
  'entra.federation-audits': EntraFederationAudits;
  /** `tenant` */
  'entra.hello-methods': EntraHelloMethods;
  /** domain name asked about */
  'entra.realm': EntraRealm;
  /** `tenant` */
  'entra.application-proxy': EntraApplicationProxy;
  /** `tenant` */
  'intune.hello-enrollment': IntuneHelloEnrollment;
  /** `tenant` */
  'intune.hello-policies': IntuneHelloPolicies;
  /** `tenant` */
  'intune.certificate-profiles': IntuneCertificateProfiles;
  /** `tenant` */
  'intune.managed-devices': IntuneManagedDevices;
  /** `tenant` */
  'intune.ndes-connectors': IntuneNdesConnectors;
}

export type EvidenceKind = keyof EvidenceDataByKind;

export const evidenceKinds = [
  'ad.root-dse',
  'ad.partitions',
  'ad.schema',
  'ad.domain',
  'ad.domain-controllers',
  'ad.pilot-users',
  'ad.pilot-computers',
  'ad.device-registration',
  'ad.registered-devices',
  'ad.certification-authorities',
  'ad.certificate-templates',
  'ad.nt-auth',
  'ad.crl-distribution-points',
  'ad.group-policy',
  'pki.crl',
  'pki.dc-certificate',
  'pki.certificate',
  'policy.registry',
  'adfs.openid-configuration',
  'adfs.federation-metadata',
  'adfs.endpoints',
  'adfs.tls',
  'client.dsregcmd',
  'entra.organization',
  'entra.domains',
  'entra.federation-configuration',
  'entra.devices',
  'ad.schema-objects',
  'ad.sites',
  'ad.trusts',
  'ad.servers',
  'ad.groups',
  'ad.privileged-groups',
  'ad.service-accounts',
  'ad.access-control',
  'ad.pki-access-control',
  'ad.authority-computers',
  'ad.certificate-oids',
  'ad.controller-state',
  'dns.answer',
  'pki.authority-information',
  'pki.ocsp',
  'pki.enrolment-endpoints',
  'pki.authority-host',
  'policy.preferences',
  'policy.central-store',
  'policy.resultant',
  'entra.users',
  'entra.openid-configuration',
  'entra.endpoint',
  'entra.registration-contract',
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
  'host.system',
  'host.certificates',
  'host.registry',
  'host.events',
  'host.connectivity',
  'host.services',
  'ca.settings',
  'ca.issued-certificates',
  'connect.server',
  'connect.scheduler',
  'connect.connectors',
  'connect.rules',
  'connect.settings',
  'connect.runs',
  'ndes.server',
  'interview.answer',
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
  'intune.hello-enrollment',
  'intune.hello-policies',
  'intune.certificate-profiles',
  'intune.managed-devices',
  'intune.ndes-connectors',
] as const satisfies readonly EvidenceKind[];
export const evidenceKindSchema = z.enum(evidenceKinds);

/** Field names of each kind, for screens, reports and sentences such as "… was not collected". */
export const evidenceKindTitles: Readonly<Record<EvidenceKind, string>> = {
  'ad.root-dse': 'Root DSE of a domain controller',
  'ad.partitions': 'Partitions and UPN suffixes of the forest',
  'ad.schema': 'Schema level of the forest',
  'ad.domain': 'Domain functional level',
  'ad.domain-controllers': 'Domain controllers',
  'ad.pilot-users': 'Pilot users',
  'ad.pilot-computers': 'Pilot computers',
  'ad.device-registration': 'Device registration configuration in AD',
  'ad.registered-devices': 'Written-back devices in AD',
  'ad.certification-authorities': 'Enterprise CAs published in AD',
  'ad.certificate-templates': 'Certificate templates',
  'ad.nt-auth': 'NTAuthCertificates',
  'ad.crl-distribution-points': 'CRLs published in AD',
  'ad.group-policy': 'Group policy objects and links in AD',
  'pki.crl': 'Certificate revocation list',
  'pki.dc-certificate': 'Domain controller certificate',
  'pki.certificate': 'Certificate file',
  'policy.registry': 'Registry settings of a group policy object (SYSVOL)',
  'adfs.openid-configuration': 'AD FS OpenID Connect discovery document',
  'adfs.federation-metadata': 'AD FS federation metadata',
  'adfs.endpoints': 'Answers of AD FS endpoints',
  'adfs.tls': 'TLS certificate of AD FS',
  'client.dsregcmd': 'dsregcmd /status of a client',
  'entra.organization': 'Entra tenant',
  'entra.domains': 'Entra domains',
  'entra.federation-configuration': 'Federation settings in Entra ID',
  'entra.devices': 'Devices in Entra ID',
  'ad.schema-objects': 'Schema objects the deployment needs',
  'ad.sites': 'Sites, subnets and servers',
  'ad.trusts': 'Trusts of a domain',
  'ad.servers': 'Server accounts in AD',
  'ad.groups': 'Security groups and their nesting',
  'ad.privileged-groups': 'Members of privileged groups',
  'ad.service-accounts': 'Service accounts in AD',
  'ad.access-control': 'Rights on objects of a domain',
  'ad.pki-access-control': 'Rights on PKI objects in AD',
  'ad.authority-computers': 'Rights on the computer accounts of CAs',
  'ad.certificate-oids': 'Enterprise OIDs and issuance policies',
  'ad.controller-state': 'State of a domain controller',
  'dns.answer': 'Answer of DNS',
  'pki.authority-information': 'CA certificate from an AIA address',
  'pki.ocsp': 'Answer of an OCSP responder',
  'pki.enrolment-endpoints': 'Enrolment addresses of a CA host',
  'pki.authority-host': 'Reachability of a CA host',
  'policy.preferences': 'Registry preferences of a group policy object (SYSVOL)',
  'policy.central-store': 'Central store of policy definitions (SYSVOL)',
  'policy.resultant': 'Group policy as a client applied it',
  'entra.users': 'Users in Entra ID',
  'entra.openid-configuration': 'OpenID discovery of an Entra domain',
  'entra.endpoint': 'Cloud endpoint as seen from here',
  'entra.registration-contract': 'Device registration contract',
  'adfs.farm-information': 'AD FS farm and its nodes',
  'adfs.properties': 'AD FS properties',
  'adfs.authentication-policy': 'AD FS authentication policy',
  'adfs.authentication-providers': 'AD FS authentication providers',
  'adfs.device-registration-settings': 'AD FS device registration',
  'adfs.endpoint-settings': 'AD FS endpoint settings',
  'adfs.certificate-authority': 'AD FS certificate authority settings',
  'adfs.certificates': 'AD FS certificates and bindings',
  'adfs.entra-trust': 'Relying party trust of Entra ID',
  'adfs.application-permissions': 'AD FS application permissions and scopes',
  'adfs.node-sync': 'Synchronisation of an AD FS node',
  'adfs.web-application-proxy': 'Web Application Proxy',
  'host.system': 'Windows release of a machine',
  'host.certificates': 'Certificates held by a machine, service or user',
  'host.registry': 'Registry values of a machine',
  'host.events': 'Events of a machine',
  'host.connectivity': 'Connections tried from a machine',
  'host.services': 'Services of a machine',
  'ca.settings': 'Settings of a CA service',
  'ca.issued-certificates': 'Certificates issued by a CA',
  'connect.server': 'Entra Connect server',
  'connect.scheduler': 'Entra Connect scheduler',
  'connect.connectors': 'Entra Connect connectors and filters',
  'connect.rules': 'Entra Connect synchronisation rules',
  'connect.settings': 'Entra Connect settings',
  'connect.runs': 'Entra Connect run results',
  'ndes.server': 'NDES server',
  'interview.answer': 'Attested answer',
  'entra.synchronization': 'Synchronisation features in Entra ID',
  'entra.skus': 'Entra licences',
  'entra.rollout-policies': 'Staged rollout',
  'entra.registration-policy': 'Device registration policy',
  'entra.mfa-registrations': 'MFA registration of users',
  'entra.authentication-methods': 'Authentication methods policy',
  'entra.service-principals': 'Service principals in question',
  'entra.conditional-access': 'Conditional Access policies',
  'entra.sync-jobs': 'Provisioning jobs of cloud sync',
  'entra.federation-audits': 'Changes of federation settings',
  'entra.hello-methods': 'Hello methods registered in Entra ID',
  'entra.realm': 'Realm of a domain at Entra ID',
  'entra.application-proxy': 'Application proxy',
  'intune.hello-enrollment': 'Hello settings at Intune enrolment',
  'intune.hello-policies': 'Intune policies about Hello',
  'intune.certificate-profiles': 'Intune certificate profiles',
  'intune.managed-devices': 'Devices managed by Intune',
  'intune.ndes-connectors': 'NDES connectors of Intune',
};

/** Why evidence could not be had, as data: `message` and `next` are sentences for a person. */
export const evidenceFailureSchema = z.strictObject({
  reason: unknownReasonSchema,
  /** Stable code for tests and help pages, e.g. `ldap-invalid-credentials`. */
  code: z.string().max(100),
  message: z.string().max(2000),
  next: z.string().max(2000),
  /** Of the machine it was to be read of, where the source tells it. */
  role: z.enum(hostRoles).optional(),
});
export type EvidenceFailure = z.infer<typeof evidenceFailureSchema>;

/** `probe`: read live; `import`: read from a file; `attested`: said by a person and read nowhere. */
export const evidenceWays = ['probe', 'import', 'attested'] as const;
export type EvidenceWay = (typeof evidenceWays)[number];

export const evidenceSourceSchema = z.strictObject({
  way: z.enum(evidenceWays),
  /** Id of the probe or importer, e.g. `directory`, `ldif`; `interview` for what was attested. */
  by: z.string().max(100),
  /** Where it came from: a URL such as `ldaps://dc1.contoso.com:636/CN=…`, the path of a file, or `said by Imke Brandt`. */
  location: z.string().max(4096),
  /** The archive that was handed over, when `location` lies inside one: `/drop/clients.zip!/hall/pc1.txt`. */
  archive: z
    .strictObject({
      location: z.string().max(4096),
      /** SHA-256 (hex). */
      sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    })
    .optional(),
});
export type EvidenceSource = z.infer<typeof evidenceSourceSchema>;

export const collectorSchema = z.strictObject({
  /** Who collected: signed-in user or the name given with an import. */
  user: z.string().max(256),
  host: z.string().max(256),
  version: z.string().max(50),
});
export type Collector = z.infer<typeof collectorSchema>;

/** Everything about a record but its data; what lists and reports show as provenance. */
export const evidenceHeaderSchema = z.strictObject({
  id: z.uuid(),
  kind: evidenceKindSchema,
  target: z.string().max(1024),
  source: evidenceSourceSchema,
  /** ISO 8601, UTC. */
  collectedAt: z.iso.datetime(),
  collector: collectorSchema,
  /** SHA-256 (hex) of the raw input; absent when nothing was received. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .optional(),
  /** `partial`: some of it was read, then it stopped; kept and shown, never judged on. */
  status: z.enum(['complete', 'partial', 'failed']),
  failure: evidenceFailureSchema.optional(),
  /** Objects or values read. */
  facts: z.number().int().min(0),
  /** Remarks of the collector about single unreadable parts. */
  notes: z.array(z.string().max(2000)).max(200),
});
export type EvidenceHeader = z.infer<typeof evidenceHeaderSchema>;

/** One piece of evidence with provenance. `data` is absent when `status` is `failed`. */
export type EvidenceRecord<K extends EvidenceKind = EvidenceKind> = {
  readonly [Kind in K]: EvidenceHeader & { readonly kind: Kind; readonly data?: EvidenceDataByKind[Kind] };
}[K];

/** What a probe or importer yields; the collector adds id, time and collector identity. */
export type EvidenceDraft<K extends EvidenceKind = EvidenceKind> = CollectedDraft<K> | FailedDraft;

/** A kind that could not be had, whichever it is. */
export interface FailedDraft {
  readonly kind: EvidenceKind;
  readonly target: string;
  readonly source: EvidenceSource;
  readonly status: 'failed';
  readonly failure: EvidenceFailure;
  /** The failure says what the format never tells; nothing went wrong with this source, and reading it again would give no more. */
  readonly isInherent?: true;
  readonly data?: undefined;
  readonly facts: number;
  readonly notes?: readonly string[];
  readonly collectedAt?: string;
  readonly raw?: RawInput;
}

type CollectedDraft<K extends EvidenceKind> = {
  readonly [Kind in K]: {
    readonly kind: Kind;
    readonly target: string;
    readonly source: EvidenceSource;
    readonly status: EvidenceHeader['status'];
    readonly failure?: EvidenceFailure;
    /** See {@link FailedDraft}. */
    readonly isInherent?: true;
    readonly data?: EvidenceDataByKind[Kind];
    readonly facts: number;
    readonly notes?: readonly string[];
    /** When the content itself says so (ISO 8601, UTC), e.g. rootDSE `currentTime`. */
    readonly collectedAt?: string;
    /** The raw bytes behind it; stored once by SHA-256. */
    readonly raw?: RawInput;
  };
}[K];

export interface RawInput {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
