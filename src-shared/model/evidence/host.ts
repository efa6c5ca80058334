import type { Excerpt } from './excerpt';
import type { CertificateFacts } from './pki';

/**
 * What a Windows machine says of itself, read on it by a collector or imported from its exports: AD FS and WAP nodes, CAs, Entra Connect, domain controllers,
 * NDES servers and clients alike. Dates are ISO 8601 UTC.
 */

export const hostRoles = ['adfs', 'wap', 'ca', 'connect', 'dc', 'ndes', 'client'] as const;
export type HostRole = (typeof hostRoles)[number];

export interface HostSystem {
  readonly host: string;
  /** Role the collector was made for; absent in exports that do not say. */
  readonly role?: HostRole;
  /** `CurrentBuildNumber`, e.g. 17763. */
  readonly build?: number;
  /** `UBR`: the revision behind the build. */
  readonly revision?: number;
  /** 1 client, 2 domain controller, 3 server (Win32_OperatingSystem.ProductType). */
  readonly productType?: number;
  readonly lastStart?: string;
  /** Release number of .NET Framework 4 (`Release`), e.g. 461808. */
  readonly dotNetRelease?: number;
  readonly isServerCore?: boolean;
  /** `EditionID`, e.g. `Enterprise`, `Core` (Home), `ServerStandard`. */
  readonly edition?: string;
  /** Absent = not read. */
  readonly tpm?: {
    readonly isPresent?: boolean;
    readonly isReady?: boolean;
    /** Refuses requests after too many wrong ones. */
    readonly isLockedOut?: boolean;
    /** First part of `SpecVersion`, e.g. `2.0`. */
    readonly specification?: string;
  };
}

/** A certificate in the store of a machine, service or user, with what only its holder knows. */
export interface HeldCertificate {
  readonly certificate: CertificateFacts;
  readonly hasPrivateKey?: boolean;
  /** CSP or KSP, e.g. `Microsoft Passport Key Storage Provider`. */
  readonly provider?: string;
  readonly isExportable?: boolean;
}

/**
 * A certificate that a source describes in words of its own, without holding it. Absent is what it does not tell, or tells in words that cannot be trusted; when
 * the certificate begins and ends is never told. A group such as `names` is there when the whole of it is known: within it, absent means that the certificate
 * has no such extension.
 */
export interface DescribedCertificate {
  /** SHA-1 over the DER, upper-case hex. */
  readonly thumbprint?: string;
  /** As the source writes it; empty = the certificate names nobody there. */
  readonly subject?: string;
  readonly issuer?: string;
  readonly publicKey?: CertificateFacts['publicKey'];
  readonly signatureHash?: string;
  readonly usages?: Pick<CertificateFacts, 'keyUsage' | 'extendedKeyUsage'>;
  readonly applicationPolicies?: readonly string[];
  readonly names?: Pick<CertificateFacts, 'dnsNames' | 'userPrincipalNames' | 'uris'>;
  readonly template?: Pick<CertificateFacts, 'templateName' | 'templateOid'>;
  /** Whether it has the extension with the SID of its account (1.3.6.1.4.1.311.25.2). */
  readonly hasSid?: boolean;
  readonly hasPrivateKey?: boolean;
  readonly provider?: string;
}

export interface HostCertificates {
  /** Where certificates are only described. */
  readonly excerpt?: Excerpt;
  readonly host: string;
  /** `machine` = LocalMachine\My, `service` = store of a service account, `user` = CurrentUser\My, `root` / `authorities` = trusted roots and intermediates. */
  readonly store: 'machine' | 'service' | 'user' | 'root' | 'authorities';
  /** Owner of the store: service account or user; absent for machine stores. */
  readonly owner?: string;
  readonly certificates: readonly HeldCertificate[];
  /** Further certificates of the store; absent = none. Whoever concludes from what is not in `certificates` has to look here, too. */
  readonly described?: readonly DescribedCertificate[];
}

export type RegistryData = string | number | readonly string[];

/** Registry values read on a machine; a key that was asked for and is not there is in `absent`. */
export interface HostRegistry {
  readonly host: string;
  readonly values: readonly { readonly key: string; readonly name: string; readonly value: RegistryData }[];
  /** `key\name` (lower case) asked for and not there: known to be unset. */
  readonly absent: readonly string[];
}

/** An event by number and parameters in order; its text is in the language of the machine and never judged. */
export interface HostEvent {
  readonly id: number;
  readonly time: string;
  /** 1 critical … 4 information. */
  readonly level?: number;
  readonly parameters: readonly string[];
  /** Names of the parameters, when the event has them (`<Data Name="…">`). */
  readonly names?: readonly string[];
}

export interface HostEvents {
  readonly host: string;
  /** Channel, e.g. `Microsoft-Windows-HelloForBusiness/Operational`. */
  readonly log: string;
  readonly provider?: string;
  /** From when on every event was read; earlier ones may exist. Absent = not known, as in an export that leaves events out: then none can be said to be missing. */
  readonly since?: string;
  /** Until when every event was read, in exports that do not tell when they were made; absent = until they were collected. */
  readonly until?: string;
  /** Newest first, at most 5,000. */
  readonly events: readonly HostEvent[];
}

/** Connections tried from a machine. */
export interface HostConnectivity {
  readonly host: string;
  readonly attempts: readonly {
    /** What was tried: `ca-ping`, `tcp`, `https`, `dc-locator`. */
    readonly kind: string;
    readonly target: string;
    readonly port?: number;
    readonly succeeded: boolean;
    readonly detail?: string;
  }[];
}

/** A Windows service of the role: `adfssrv`, `ADSync`, `CertSvc`. */
export interface HostServices {
  readonly host: string;
  readonly services: readonly {
    readonly name: string;
    readonly state: string;
    /** `CONTOSO\adfssvc$` */
    readonly account?: string;
    readonly started?: string;
  }[];
}

/** Kind of evidence → what it holds. The comment names the target: what one record is about. */
export interface HostKinds {
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
}

export const hostKindTitles: Readonly<Record<keyof HostKinds, string>> = {
  'host.system': 'Windows release of a machine',
  'host.certificates': 'Certificates held by a machine, service or user',
  'host.registry': 'Registry values of a machine',
  'host.events': 'Events of a machine',
  'host.connectivity': 'Connections tried from a machine',
  'host.services': 'Services of a machine',
};
