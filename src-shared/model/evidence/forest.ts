/** Sites, trusts, schema objects and servers of a forest, and what single domain controllers say of themselves. Dates are ISO 8601 UTC. */

/** A class or attribute of the schema the deployment needs (MS-ADSC, MS-ADA2). */
export interface SchemaObject {
  readonly ldapDisplayName: string;
  /** `attributeID` or `governsID`. */
  readonly oid?: string;
  readonly schemaIdGuid?: string;
  readonly isDefunct: boolean;
}

export interface SchemaObjects {
  readonly objects: readonly SchemaObject[];
}

export interface SiteServer {
  readonly distinguishedName: string;
  readonly name: string;
  readonly dnsHostName?: string;
  /** DN of the computer account. */
  readonly serverReference?: string;
  /** `none` = a server object without NTDS Settings: no domain controller (any more). */
  readonly directoryService: 'writable' | 'read-only' | 'none';
  /** `options` bit 0 of NTDS Settings. */
  readonly isGlobalCatalog: boolean;
}

export interface Site {
  readonly distinguishedName: string;
  readonly name: string;
  readonly subnets: readonly string[];
  readonly servers: readonly SiteServer[];
  /** Raw `gPLink` of the site. */
  readonly groupPolicyLink?: string;
}

export interface SiteLink {
  readonly name: string;
  readonly cost?: number;
  readonly replicationIntervalMinutes?: number;
  /** DNs of sites. */
  readonly sites: readonly string[];
}

export interface Sites {
  readonly containerFound: boolean;
  readonly sites: readonly Site[];
  /** Subnets that name no site. */
  readonly subnetsWithoutSite: readonly string[];
  readonly siteLinks: readonly SiteLink[];
}

/** A trustedDomain object (MS-ADTS 6.1.6.7). */
export interface Trust {
  readonly distinguishedName: string;
  readonly partner: string;
  readonly flatName?: string;
  /** 0 disabled, 1 inbound, 2 outbound, 3 both. */
  readonly direction?: number;
  /** 1 downlevel, 2 uplevel (AD), 3 MIT, 4 DCE, 5 Entra. */
  readonly type?: number;
  /** `trustAttributes`, unsigned. 0x8 = forest transitive, 0x20 = within forest. */
  readonly attributes?: number;
  readonly partnerSid?: string;
}

export interface Trusts {
  readonly trusts: readonly Trust[];
}

/** A computer account of a server; `operatingSystem` is Microsoft's product name, the same in every language. */
export interface DirectoryServer {
  readonly distinguishedName: string;
  readonly objectSid: string;
  readonly objectGuid?: string;
  readonly name: string;
  readonly dnsHostName?: string;
  readonly operatingSystem: string;
  readonly build?: number;
  readonly enabled: boolean;
  /** From `lastLogonTimestamp`, up to 14 days late. */
  readonly lastLogon?: string;
}

export interface DirectoryServers {
  readonly servers: readonly DirectoryServer[];
  readonly total: number;
}

/** What one domain controller says of itself without a sign-in, and whether its Kerberos port takes connections. */
export interface ControllerState {
  readonly host: string;
  readonly isSynchronized?: boolean;
  readonly isGlobalCatalogReady?: boolean;
  readonly domainControllerFunctionality?: number;
  readonly serverName?: string;
  /** Its clock minus ours in seconds, when the answer came. */
  readonly clockSkewSeconds?: number;
  /** TCP 88: `open`, `refused`, or `silent` (no answer in time). */
  readonly kerberosPort: 'open' | 'refused' | 'silent';
}

export type DnsQuestionType = 'A' | 'AAAA' | 'CNAME' | 'SRV';

/** One question to DNS. NXDOMAIN, an empty answer and a failure are three different facts; a failure is a failed record. */
export interface DnsAnswer {
  readonly name: string;
  readonly type: DnsQuestionType;
  readonly result: 'answered' | 'no-such-name' | 'empty';
  /** Addresses, names, or `priority weight port target` of SRV. */
  readonly values: readonly string[];
  /** DNS servers that were asked. */
  readonly servers: readonly string[];
}

/** Kind of evidence → what it holds. The comment names the target: what one record is about. */
export interface ForestKinds {
  /** forest root DNS name */
  'ad.schema-objects': SchemaObjects;
  /** forest root DNS name */
  'ad.sites': Sites;
  /** domain DNS name */
  'ad.trusts': Trusts;
  /** domain DNS name */
  'ad.servers': DirectoryServers;
  /** domain controller host name */
  'ad.controller-state': ControllerState;
  /** `<name> <type>` in lower case, e.g. `enterpriseregistration.contoso.com cname` */
  'dns.answer': DnsAnswer;
}

export const forestKindTitles: Readonly<Record<keyof ForestKinds, string>> = {
  'ad.schema-objects': 'Schema objects the deployment needs',
  'ad.sites': 'Sites, subnets and servers',
  'ad.trusts': 'Trusts of a domain',
  'ad.servers': 'Server accounts in AD',
  'ad.controller-state': 'State of a domain controller',
  'dns.answer': 'Answer of DNS',
};
