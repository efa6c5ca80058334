import type { CertificateFacts } from './pki';

/** Settings of an AD FS farm as its cmdlets give them (catalogue A.7). Enumerations are text; absent = the release does not have it or it was not returned. */

export interface AdfsFarmInformation {
  /** 1 = 2012 R2, 3 = 2016, 4 = 2019 and later. */
  readonly behaviorLevel?: number;
  readonly nodes: readonly {
    readonly host: string;
    readonly behaviorLevel?: number;
    readonly heartbeat?: string;
    readonly nodeType?: string;
  }[];
}

export interface AdfsProperties {
  readonly hostName: string;
  readonly identifier?: string;
  readonly httpsPort?: number;
  readonly tlsClientPort?: number;
  readonly autoCertificateRollover?: boolean;
  readonly certificateDurationDays?: number;
  readonly certificateGenerationThresholdDays?: number;
  readonly certificatePromotionThresholdDays?: number;
  readonly extendedProtectionTokenCheck?: string;
  readonly wiaSupportedUserAgents?: readonly string[];
  readonly extranetLockoutEnabled?: boolean;
  readonly extranetLockoutThreshold?: number;
  readonly extranetObservationWindowSeconds?: number;
  readonly extranetLockoutMode?: string;
  readonly extranetLockoutRequiresPdc?: boolean;
  readonly auditLevel?: readonly string[];
  readonly kdfV2Support?: string;
  readonly intranetUseLocalClaimsProvider?: boolean;
}

export interface AdfsAuthenticationPolicy {
  readonly additionalProviders?: readonly string[];
  readonly primaryIntranetProviders?: readonly string[];
  readonly primaryExtranetProviders?: readonly string[];
  readonly deviceAuthenticationEnabled?: boolean;
  /** `SignedToken`, `PKeyAuth`, `ClientTLS`, `All` or the number an export holds. */
  readonly deviceAuthenticationMethod?: string;
  readonly windowsIntegratedFallbackEnabled?: boolean;
  /** `Get-AdfsAdditionalAuthenticationRule`, claim rule text; empty = none. */
  readonly additionalAuthenticationRules?: string;
}

export interface AdfsAuthenticationProvider {
  readonly name: string;
  readonly adminName?: string;
  readonly isBuiltIn?: boolean;
}

export interface AdfsAuthenticationProviders {
  readonly providers: readonly AdfsAuthenticationProvider[];
}

export interface AdfsDeviceRegistrationSettings {
  readonly serviceObject?: string;
  readonly deviceLocation?: string;
  readonly devicesPerUser?: number;
  readonly maximumInactiveDays?: number;
  readonly isServiceAuthorizationReady?: boolean;
  readonly isDirectoryConfigured?: boolean;
  readonly isEnabledOnPremises?: boolean;
  readonly isEnabledInCloud?: boolean;
}

export interface AdfsEndpointSetting {
  /** `/adfs/services/trust/2005/windowstransport` */
  readonly path: string;
  readonly enabled: boolean;
  readonly proxy?: boolean;
}

export interface AdfsEndpointSettings {
  readonly endpoints: readonly AdfsEndpointSetting[];
}

export interface AdfsCertificateAuthority {
  /** As exported: enumeration text or number. */
  readonly mode?: string;
  readonly enrollmentAgentTemplate?: string;
  readonly windowsHelloTemplate?: string;
  readonly logonTemplate?: string;
  readonly vpnTemplate?: string;
  /** `host\name`; absent or empty = any CA of the forest. */
  readonly certificateAuthority?: string;
  readonly windowsHelloProxyEnabled?: boolean;
  readonly autoEnrollEnabled?: boolean;
  readonly generationThresholdDays?: number;
  readonly criticalThresholdMinutes?: number;
  readonly issuerCertificateThumbprint?: string;
}

export interface AdfsCertificateSetting {
  /** `Token-Signing`, `Token-Decrypting`, `Service-Communications`. */
  readonly type: string;
  readonly isPrimary: boolean;
  readonly thumbprint: string;
  readonly notAfter?: string;
  /** Present when the export holds the certificate itself. */
  readonly certificate?: CertificateFacts;
}

export interface AdfsCertificates {
  readonly certificates: readonly AdfsCertificateSetting[];
  /** `Get-AdfsSslCertificate`: host names, ports and thumbprints. */
  readonly sslBindings: readonly { readonly hostName: string; readonly port: number; readonly thumbprint: string }[];
}

/** The relying party trust of Entra ID (`urn:federation:MicrosoftOnline`). */
export interface AdfsEntraTrust {
  /** Trusts with that identifier; 1 in a sound farm. Absent = only their rules are known. */
  readonly count?: number;
  readonly name?: string;
  readonly enabled?: boolean;
  readonly identifiers: readonly string[];
  readonly wsFedEndpoint?: string;
  readonly monitoringEnabled?: boolean;
  readonly autoUpdateEnabled?: boolean;
  readonly lastMonitored?: string;
  readonly signatureAlgorithm?: string;
  readonly accessControlPolicy?: string;
  readonly alwaysRequireAuthentication?: boolean;
  /** Claim rule texts; absent = not returned. */
  readonly issuanceTransformRules?: string;
  readonly issuanceAuthorizationRules?: string;
  readonly additionalAuthenticationRules?: string;
}

export interface AdfsApplicationPermission {
  readonly objectId?: string;
  readonly client: string;
  readonly server: string;
  readonly scopes: readonly string[];
}

export interface AdfsApplicationPermissions {
  readonly permissions: readonly AdfsApplicationPermission[];
  /** Names of `Get-AdfsScopeDescription`; absent = not collected. */
  readonly scopeDescriptions?: readonly string[];
}

/** `Get-AdfsSyncProperties` of one node. */
export interface AdfsNodeSync {
  readonly host: string;
  /** `PrimaryComputer` or `SecondaryComputer`. */
  readonly role?: string;
  readonly lastStatus?: number;
  readonly lastSync?: string;
  readonly pollSeconds?: number;
  readonly primary?: string;
}

/** Publication by Web Application Proxy. */
export interface WebApplicationProxy {
  readonly host: string;
  readonly federationService?: string;
  readonly servers: readonly string[];
  readonly healthProblems: readonly string[];
}

/** Kind of evidence → what it holds. The comment names the target: what one record is about. */
export interface AdfsSettingsKinds {
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
}

export const adfsSettingsKindTitles: Readonly<Record<keyof AdfsSettingsKinds, string>> = {
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
};
