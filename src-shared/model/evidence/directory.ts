import type { KeyCredential, KeyCredentials } from './keys';

/**
 * Facts read from Active Directory, live over LDAP or from an LDIF export. Attribute names and meanings: MS-ADTS, MS-DVRD.
 * Dates are ISO 8601 UTC strings, GUIDs lower case without braces, SIDs `S-1-…`.
 */

/** rootDSE of one domain controller (MS-ADTS 3.1.1.3.2). */
export interface RootDse {
  readonly dnsHostName: string;
  readonly defaultNamingContext: string;
  readonly configurationNamingContext: string;
  readonly schemaNamingContext: string;
  readonly rootDomainNamingContext: string;
  readonly forestFunctionality?: number;
  readonly domainFunctionality?: number;
  readonly domainControllerFunctionality?: number;
  readonly isSynchronized?: boolean;
  readonly isGlobalCatalogReady?: boolean;
  readonly currentTime?: string;
  /** DN of its server object below CN=Sites. */
  readonly serverName?: string;
}

/** A domain of the forest, from its crossRef. */
export interface ForestDomain {
  readonly dnsRoot: string;
  readonly netBiosName: string;
  readonly namingContext: string;
}

export interface ForestPartitions {
  /** `msDS-Behavior-Version` of CN=Partitions; absent = not returned. */
  readonly forestFunctionalLevel?: number;
  readonly upnSuffixes: readonly string[];
  readonly domains: readonly ForestDomain[];
}

export interface SchemaHead {
  /** 69 = 2012 R2, 87 = 2016, 88 = 2019/2022, 91 = 2025; absent = not returned. */
  readonly objectVersion?: number;
}

export interface DomainHead {
  readonly distinguishedName: string;
  readonly objectSid?: string;
  readonly functionalLevel?: number;
  /** Failed sign-ins until an account is locked; 0 = never; absent = not returned. */
  readonly lockoutThreshold?: number;
  readonly lockoutObservationSeconds?: number;
}

export interface DomainController {
  readonly distinguishedName: string;
  readonly objectGuid: string;
  readonly dnsHostName: string;
  readonly operatingSystem?: string;
  /** e.g. `10.0 (20348)` */
  readonly operatingSystemVersion?: string;
  /** The number in brackets of `operatingSystemVersion`. */
  readonly build?: number;
  readonly readOnly: boolean;
}

export interface DomainControllers {
  readonly controllers: readonly DomainController[];
  /** Whether there is the account `AzureADKerberos$` of cloud Kerberos trust, which is no machine. Absent in evidence of earlier releases. */
  readonly hasCloudKerberosServer?: boolean;
}

export interface PilotUser {
  readonly distinguishedName: string;
  readonly objectSid: string;
  readonly samAccountName: string;
  /** Absent = the attribute is empty. */
  readonly userPrincipalName?: string;
}

/** What matching with the cloud and other checks need of one pilot user. */
export interface PilotIdentity extends PilotUser {
  readonly objectGuid?: string;
  /** Base64 of `mS-DS-ConsistencyGuid`. */
  readonly consistencyGuid?: string;
  readonly adminCount: boolean;
}

/** Forms of `altSecurityIdentities` values (KB5014754); the first three are weak. */
export type CertificateMappingForm =
  | 'issuer-subject'
  | 'subject'
  | 'rfc822'
  | 'issuer-serial'
  | 'subject-key-identifier'
  | 'public-key-hash'
  | 'other';

export interface MappedAccount extends PilotUser {
  readonly adminCount: boolean;
  readonly forms: readonly CertificateMappingForm[];
}

/** Accounts counted in full, the first 100 kept. */
export interface AccountSample {
  readonly count: number;
  readonly users: readonly PilotUser[];
}

/** What else is told of the pilot users; reduced while streaming. */
export interface PilotUserTraits {
  /** At most 20,000, in the order read. */
  readonly identities: readonly PilotIdentity[];
  /** `adminCount=1` (AdminSDHolder). */
  readonly protectedUsers: AccountSample;
  readonly keys: KeyCredentials;
  /** Users with explicit certificate mappings: how many use each form, and those with a weak one (at most 1,000). */
  readonly mappings: {
    readonly countByForm: Readonly<Partial<Record<CertificateMappingForm, number>>>;
    readonly weak: readonly MappedAccount[];
  };
  /** DNs whose first relative name is over 64 characters or holds characters that need escaping. */
  readonly awkwardNames: AccountSample;
  /** DNs of more than 64 characters in all, the longest a CA takes as one part of a subject. Absent in evidence of earlier releases. */
  readonly longNames?: AccountSample;
  /** Users per direct group (DN, lower case), read for a pilot that is a unit only; and per primary group RID. */
  readonly countByGroup: Readonly<Record<string, number>>;
  readonly countByPrimaryGroup: Readonly<Record<string, number>>;
}

/** Enabled users of the pilot, counted by suffix while streaming; per suffix at most `samplesPerSuffix` users are kept. */
export interface PilotUsers {
  readonly total: number;
  readonly suffixes: readonly {
    readonly suffix: string;
    readonly count: number;
    readonly users: readonly PilotUser[];
  }[];
  readonly withoutUpn: { readonly count: number; readonly users: readonly PilotUser[] };
  /** False when a pilot group was named and no such group is in the evidence. */
  readonly populationFound: boolean;
  /** Absent in evidence of earlier releases. */
  readonly traits?: PilotUserTraits;
  /** The pilot group, when the pilot is one and it was found. */
  readonly group?: {
    readonly distinguishedName: string;
    readonly objectSid?: string;
    /** `groupType`, unsigned; absent = not returned. */
    readonly groupType?: number;
  };
}

export interface PilotComputer {
  readonly distinguishedName: string;
  readonly objectSid: string;
  readonly objectGuid: string;
  readonly name: string;
  readonly dnsHostName?: string;
  readonly operatingSystem?: string;
  /** The number in brackets of `operatingSystemVersion`. */
  readonly build?: number;
  /** From `lastLogonTimestamp`, up to 14 days late. */
  readonly lastLogon?: string;
  readonly hasUserCertificate?: boolean;
  readonly primaryGroupId?: number;
}

export interface PilotComputers {
  readonly total: number;
  readonly computers: readonly PilotComputer[];
  readonly populationFound: boolean;
  /** Computers by `operatingSystem` and build. Absent in evidence of earlier releases, like the next. */
  readonly releases?: readonly { readonly operatingSystem: string; readonly build?: number; readonly count: number }[];
  readonly keys?: KeyCredentials;
}

/** The hybrid join service connection point. */
export interface ServiceConnectionPoint {
  readonly distinguishedName: string;
  readonly objectGuid?: string;
  /** Raw `keywords` values. */
  readonly keywords: readonly string[];
  readonly whenChanged?: string;
}

/** msDS-DeviceRegistrationService object. */
export interface DeviceRegistrationService {
  readonly distinguishedName: string;
  readonly objectGuid?: string;
  readonly deviceLocation?: string;
  readonly isEnabled?: boolean;
  readonly cloudIsEnabled?: boolean;
  readonly registrationQuota?: number;
  readonly maximumInactivityDays?: number;
}

/** Content of CN=Device Registration Configuration,CN=Services,<configuration>. */
export interface DeviceRegistration {
  readonly containerFound: boolean;
  readonly serviceConnectionPoints: readonly ServiceConnectionPoint[];
  readonly services: readonly DeviceRegistrationService[];
}

/** A written-back device (msDS-Device). */
export interface RegisteredDevice {
  readonly distinguishedName: string;
  readonly objectGuid: string;
  /** GUID decoded from `msDS-DeviceID` (mixed-endian bytes). */
  readonly deviceId?: string;
  readonly displayName: string;
  readonly isEnabled?: boolean;
  readonly osVersion?: string;
  /** Certificate thumbprints (40 hex digits, upper case) of `altSecurityIdentities`. */
  readonly certificateThumbprints: readonly string[];
  readonly hasKeyCredential: boolean;
  readonly whenCreated?: string;
  readonly whenChanged?: string;
  /** From `msDS-ApproximateLastLogonTimeStamp`. */
  readonly lastLogon?: string;
  readonly hasCloudAnchor?: boolean;
  readonly keys?: readonly KeyCredential[];
}

export interface RegisteredDevices {
  /** CN=RegisteredDevices of the domain; absent = no such object. */
  readonly container?: { readonly distinguishedName: string; readonly objectClasses: readonly string[] };
  readonly devices: readonly RegisteredDevice[];
}

/** Kind of evidence → what it holds. The comment names the target: what one record is about. */
export interface DirectoryKinds {
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
}

export const directoryKindTitles: Readonly<Record<keyof DirectoryKinds, string>> = {
  'ad.root-dse': 'Root DSE of a domain controller',
  'ad.partitions': 'Partitions and UPN suffixes of the forest',
  'ad.schema': 'Schema level of the forest',
  'ad.domain': 'Domain functional level',
  'ad.domain-controllers': 'Domain controllers',
  'ad.pilot-users': 'Pilot users',
  'ad.pilot-computers': 'Pilot computers',
  'ad.device-registration': 'Device registration configuration in AD',
  'ad.registered-devices': 'Written-back devices in AD',
};
