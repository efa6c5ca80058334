/** More of Microsoft Graph; `entra.*` is the directory, `intune.*` device management. Ids lower case, dates ISO 8601 UTC. */

export interface EntraSynchronization {
  readonly features: Readonly<Record<string, boolean>>;
  readonly synchronizationInterval?: string;
}

export interface EntraSku {
  readonly skuPartNumber: string;
  readonly capabilityStatus: string;
  readonly enabledUnits: number;
  readonly consumedUnits: number;
  readonly servicePlans: readonly { readonly servicePlanId: string; readonly provisioningStatus: string }[];
}
export interface EntraSkus {
  readonly skus: readonly EntraSku[];
}

export interface EntraRolloutPolicies {
  readonly policies: readonly {
    readonly displayName: string;
    readonly feature: string;
    readonly isEnabled: boolean;
    readonly isAppliedToOrganization: boolean;
    /** Groups it applies to: id, and on-premises SID when the group is synchronised and was looked up. */
    readonly appliesTo: readonly {
      readonly id: string;
      readonly displayName: string;
      readonly onPremisesSecurityIdentifier?: string;
    }[];
  }[];
}

export interface EntraRegistrationPolicy {
  readonly userDeviceQuota?: number;
  /** `all`, `selected`, `none` */
  readonly allowedToJoin?: string;
  readonly allowedToRegister?: string;
  readonly multiFactorAuthConfiguration?: string;
}

export interface EntraMfaRegistrations {
  readonly total: number;
  readonly users: readonly {
    readonly userPrincipalName: string;
    readonly isMfaCapable: boolean;
    readonly isMfaRegistered: boolean;
    readonly methods: readonly string[];
  }[];
  readonly complete: boolean;
}

export interface EntraAuthenticationMethodsPolicy {
  readonly methods: readonly { readonly id: string; readonly state: string; readonly type?: string }[];
}

export interface EntraServicePrincipal {
  readonly appId: string;
  readonly displayName: string;
  readonly accountEnabled?: boolean;
  readonly keyCredentials: readonly {
    readonly thumbprint?: string;
    readonly startDateTime?: string;
    readonly endDateTime?: string;
    readonly displayName?: string;
  }[];
}
export interface EntraServicePrincipals {
  readonly servicePrincipals: readonly EntraServicePrincipal[];
  /** Application ids that were asked for: one that is not in the list is not in the tenant. Absent = which were asked for is not known. */
  readonly askedFor?: readonly string[];
}

export interface ConditionalAccessPolicy {
  readonly id: string;
  readonly displayName: string;
  /** `enabled`, `disabled`, `enabledForReportingButNotEnforced` */
  readonly state: string;
  readonly includeUserActions: readonly string[];
  readonly includeApplications: readonly string[];
  readonly excludeApplications: readonly string[];
  readonly includeUsers: readonly string[];
  readonly includeGroups: readonly string[];
  readonly excludeGroups: readonly string[];
  readonly builtInControls: readonly string[];
  readonly operator?: string;
  readonly hasLocationCondition: boolean;
  /** Names of the conditions besides applications, users and locations that narrow the policy, e.g. `clientAppTypes`. Absent = none. */
  readonly otherConditions?: readonly string[];
  readonly termsOfUse: readonly string[];
}
export interface ConditionalAccessPolicies {
  readonly policies: readonly ConditionalAccessPolicy[];
}

export interface EntraSyncJobs {
  readonly jobs: readonly { readonly templateId: string; readonly state: string; readonly lastRun?: string }[];
}

export interface EntraFederationAudits {
  readonly events: readonly {
    readonly activity: string;
    readonly time: string;
    readonly target?: string;
    readonly actor?: string;
    readonly result?: string;
  }[];
  /** From when on; empty when a saved answer does not tell. */
  readonly since: string;
  readonly complete: boolean;
}

export interface EntraHelloMethods {
  readonly methods: readonly {
    /** UPN, or the id of the user when the answer was asked for by it. */
    readonly userPrincipalName: string;
    readonly displayName?: string;
    readonly created?: string;
    readonly keyStrength?: string;
    readonly deviceId?: string;
  }[];
  /** Whether every user of the tenant was looked at. Saved answers are about single users, so that a key that is not among them may still exist. */
  readonly complete: boolean;
}

export interface EntraRealm {
  readonly domain: string;
  /** `Federated`, `Managed`, `Unknown` */
  readonly accountType: string;
  readonly federationProtocol?: string;
  readonly activeAuthUrl?: string;
  readonly metadataUrl?: string;
}

export interface EntraApplicationProxy {
  readonly applications: readonly {
    readonly displayName: string;
    readonly externalUrl?: string;
    readonly internalUrl?: string;
    readonly externalAuthenticationType?: string;
  }[];
  readonly connectors: readonly { readonly machineName: string; readonly status: string }[];
}

export interface IntuneHelloEnrollment {
  readonly configurations: readonly {
    readonly id: string;
    readonly displayName: string;
    readonly priority?: number;
    readonly state: string;
    readonly securityDeviceRequired?: boolean;
    readonly pinMinimumLength?: number;
    readonly pinExpirationInDays?: number;
  }[];
}

/** A Hello or trust setting in an Intune policy of whatever kind. */
export interface IntuneHelloPolicy {
  readonly id: string;
  readonly displayName: string;
  readonly kind: 'settings-catalog' | 'identity-protection' | 'custom-oma-uri' | 'intent';
  /** Setting name (`usepassportforwork`, `usecertificateforonpremauth`, `usecloudtrustforonpremauth`, `requiresecuritydevice`, `enablepinrecovery`, `configurewebsigninallowedurls`) → value as text. */
  readonly settings: Readonly<Record<string, string>>;
  /** Tenant id named in an OMA-URI. */
  readonly tenantId?: string;
  readonly assignedGroups: readonly string[];
  readonly excludedGroups: readonly string[];
  readonly isAssignedToAll: boolean;
}
export interface IntuneHelloPolicies {
  readonly policies: readonly IntuneHelloPolicy[];
}

export interface IntuneCertificateProfile {
  readonly id: string;
  readonly displayName: string;
  readonly kind: 'trusted-root' | 'scep';
  /** Trusted root: SHA-1 of the certificate, and `computerCertStoreRoot`, `computerCertStoreIntermediate`, `userCertStoreIntermediate`. */
  readonly thumbprint?: string;
  readonly destinationStore?: string;
  /** SCEP, as Graph names them. */
  readonly certificateStore?: string;
  readonly keyStorageProvider?: string;
  readonly subjectNameFormat?: string;
  readonly subjectNameFormatString?: string;
  readonly subjectAlternativeNames?: readonly { readonly type: string; readonly value: string }[];
  readonly keySize?: string;
  readonly keyUsage?: string;
  readonly hashAlgorithm?: string;
  readonly extendedKeyUsages?: readonly string[];
  readonly renewalThresholdPercentage?: number;
  readonly scepServerUrls?: readonly string[];
  readonly assignedGroups: readonly string[];
  readonly isAssignedToAll: boolean;
}
export interface IntuneCertificateProfiles {
  readonly profiles: readonly IntuneCertificateProfile[];
}

export interface IntuneManagedDevices {
  readonly devices: readonly {
    readonly azureAdDeviceId: string;
    readonly deviceName: string;
    readonly managementAgent: string;
    readonly complianceState?: string;
    readonly lastSyncDateTime?: string;
  }[];
  readonly complete: boolean;
}

export interface IntuneNdesConnectors {
  readonly connectors: readonly {
    readonly displayName: string;
    readonly state: string;
    readonly lastConnection?: string;
    readonly version?: string;
  }[];
}
