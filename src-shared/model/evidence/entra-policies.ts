/** More of the directory as Microsoft Graph tells it. Ids lower case, dates ISO 8601 UTC. */

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

/** Kind of evidence → what it holds. The comment names the target: what one record is about. */
export interface EntraPolicyKinds {
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
}

export const entraPolicyKindTitles: Readonly<Record<keyof EntraPolicyKinds, string>> = {
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
};
