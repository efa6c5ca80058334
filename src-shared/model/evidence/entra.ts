/** Microsoft Graph v1.0 facts. */

export interface EntraOrganization {
  readonly tenantId: string;
  readonly displayName: string;
  readonly onPremisesSyncEnabled?: boolean;
  readonly onPremisesLastSyncDateTime?: string;
  readonly verifiedDomains: readonly { readonly name: string; readonly type: string; readonly isInitial: boolean }[];
  readonly assignedPlans: readonly { readonly servicePlanId: string; readonly capabilityStatus: string }[];
}

export interface EntraDomain {
  /** Lower case. */
  readonly id: string;
  readonly isVerified: boolean;
  readonly authenticationType: string;
  readonly isRoot: boolean;
  readonly isInitial: boolean;
}

export interface EntraDomains {
  readonly domains: readonly EntraDomain[];
}

export interface EntraFederationConfiguration {
  readonly domain: string;
  readonly issuerUri: string;
  readonly passiveSignInUri: string;
  readonly activeSignInUri: string;
  readonly metadataExchangeUri: string;
  readonly preferredAuthenticationProtocol: string;
  readonly federatedIdpMfaBehavior?: string;
  /** Base64 DER as Graph gives it. */
  readonly signingCertificate?: string;
  readonly nextSigningCertificate?: string;
}

export interface EntraDevice {
  /** Lower case. */
  readonly deviceId: string;
  readonly displayName: string;
  /** `ServerAd` = hybrid joined, `AzureAd` = joined, `Workplace` = registered. */
  readonly trustType: string;
  /** Absent = not returned. */
  readonly accountEnabled?: boolean;
  /** Absent = registration pending. */
  readonly registrationDateTime?: string;
  readonly onPremisesSecurityIdentifier?: string;
  /** Absent = not synchronised, or not returned. */
  readonly onPremisesSyncEnabled?: boolean;
  readonly approximateLastSignInDateTime?: string;
  readonly operatingSystem?: string;
  readonly operatingSystemVersion?: string;
}

export interface EntraDevices {
  readonly devices: readonly EntraDevice[];
  /** False when the saved response has an `@odata.nextLink` that was not followed. */
  readonly complete: boolean;
}

/** A user as Entra ID knows it. */
export interface EntraUser {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly accountEnabled?: boolean;
  readonly onPremisesSyncEnabled?: boolean;
  /** Base64 of the source anchor. */
  readonly onPremisesImmutableId?: string;
  readonly onPremisesSecurityIdentifier?: string;
  readonly onPremisesDistinguishedName?: string;
  readonly onPremisesDomainName?: string;
  readonly onPremisesSamAccountName?: string;
  readonly onPremisesUserPrincipalName?: string;
  /** What synchronisation could not write, e.g. `PropertyConflict: ProxyAddresses`. Absent = not returned. */
  readonly provisioningErrors?: readonly string[];
}

export interface EntraUsers {
  readonly users: readonly EntraUser[];
  /** False when the saved response has an `@odata.nextLink` that was not followed. */
  readonly complete: boolean;
}

/** Kind of evidence → what it holds. The comment names the target: what one record is about. */
export interface EntraKinds {
  /** tenant id */
  'entra.organization': EntraOrganization;
  /** `tenant` (a saved response does not name its tenant) */
  'entra.domains': EntraDomains;
  /** Entra domain name */
  'entra.federation-configuration': EntraFederationConfiguration;
  /** `tenant` */
  'entra.devices': EntraDevices;
  /** `tenant` */
  'entra.users': EntraUsers;
}

export const entraKindTitles: Readonly<Record<keyof EntraKinds, string>> = {
  'entra.organization': 'Entra tenant',
  'entra.domains': 'Entra domains',
  'entra.federation-configuration': 'Federation settings in Entra ID',
  'entra.devices': 'Devices in Entra ID',
  'entra.users': 'Users in Entra ID',
};
