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
}

export interface PilotUser {
  readonly distinguishedName: string;
  readonly objectSid: string;
  readonly samAccountName: string;
  /** Absent = the attribute is empty. */
  readonly userPrincipalName?: string;
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
}

export interface PilotComputer {
  readonly distinguishedName: string;
  readonly objectSid: string;
  readonly objectGuid: string;
  readonly name: string;
  readonly dnsHostName?: string;
}

export interface PilotComputers {
  readonly total: number;
  readonly computers: readonly PilotComputer[];
  readonly populationFound: boolean;
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
}

export interface RegisteredDevices {
  /** CN=RegisteredDevices of the domain; absent = no such object. */
  readonly container?: { readonly distinguishedName: string; readonly objectClasses: readonly string[] };
  readonly devices: readonly RegisteredDevice[];
}
