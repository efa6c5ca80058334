import type {
  AdfsApplicationPermission,
  AdfsAuthenticationPolicy,
  AdfsAuthenticationProvider,
  AdfsCertificateAuthority,
  AdfsCertificateSetting,
  AdfsDeviceRegistrationSettings,
  AdfsEndpointSetting,
  AdfsEntraTrust,
  AdfsFarmInformation,
  AdfsNodeSync,
  AdfsProperties,
} from '../../../src-shared/model/evidence/adfs-settings';
import {
  bagsOf,
  booleanOf,
  hasProperty,
  numberOf,
  type PropertyBag,
  secondsOf,
  textOf,
  textsOf,
  timeOf,
} from '../powershell/property-bag';
import { present } from '../present';
import { printable } from '../printable';

/**
 * What the cmdlets of AD FS give (module ADFS; catalogue A.7), from whatever format. Enumerations stay the text or number the export holds: Windows PowerShell
 * writes numbers, and which number means what is not documented for all of them.
 */

/** Cmdlets told by the properties only their objects have, in the releases 2012 R2 to 2025. */
export const adfsCmdlets = {
  'Get-AdfsProperties': ['HostName', 'TlsClientPort'],
  'Get-AdfsGlobalAuthenticationPolicy': ['DeviceAuthenticationEnabled', 'PrimaryIntranetAuthenticationProvider'],
  'Get-AdfsDeviceRegistration': ['DrsObjectDN', 'DevicesPerUser'],
  'Get-AdfsEndpoint': ['AddressPath', 'Proxy'],
  'Get-AdfsCertificateAuthority': ['EnrollmentAgentCertificateTemplateName', 'WindowsHelloCertificateTemplateName'],
  'Get-AdfsFarmInformation': ['CurrentFarmBehavior', 'FarmNodes'],
  'Get-AdfsCertificate': ['CertificateType', 'Thumbprint'],
  'Get-AdfsRelyingPartyTrust': ['IssuanceTransformRules', 'WSFedEndpoint'],
  'Get-AdfsSyncProperties': ['Role', 'PollDuration'],
  'Get-AdfsApplicationPermission': ['ClientRoleIdentifier', 'ServerRoleIdentifier'],
  'Get-AdfsAuthenticationProvider': ['AuthenticationMethods', 'AllowedForPrimaryIntranet'],
  'Get-AdfsAdditionalAuthenticationRule': ['AdditionalAuthenticationRules', 'PSComputerName'],
  'Get-AdfsScopeDescription': ['IsBuiltIn', 'Name', 'Description'],
  'Get-AdfsSslCertificate': ['CertificateHash', 'PortNumber'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type AdfsCmdlet = keyof typeof adfsCmdlets;

const cmdletNames = Object.keys(adfsCmdlets) as readonly AdfsCmdlet[];

/** The cmdlet an object came from; undefined when none of ours. */
export const adfsCmdletOf = (bag: PropertyBag): AdfsCmdlet | undefined =>
  cmdletNames.find((cmdlet) => adfsCmdlets[cmdlet].every((name) => hasProperty(bag, name)));

const shown = (bag: PropertyBag, name: string): string | undefined => {
  const text = textOf(bag, name);
  return text === undefined ? undefined : printable(text, 2000);
};

/** `Get-AdfsProperties`; undefined without a host name. */
export function adfsProperties(bag: PropertyBag): AdfsProperties | undefined {
  const hostName = shown(bag, 'HostName')?.toLowerCase();
  if (hostName === undefined) return undefined;
  return {
    hostName,
    ...present({
      identifier: shown(bag, 'Identifier'),
      httpsPort: numberOf(bag, 'HttpsPort'),
      tlsClientPort: numberOf(bag, 'TlsClientPort'),
      autoCertificateRollover: booleanOf(bag, 'AutoCertificateRollover'),
      certificateDurationDays: numberOf(bag, 'CertificateDuration'),
      certificateGenerationThresholdDays: numberOf(bag, 'CertificateGenerationThreshold'),
      certificatePromotionThresholdDays: numberOf(bag, 'CertificatePromotionThreshold'),
      extendedProtectionTokenCheck: shown(bag, 'ExtendedProtectionTokenCheck'),
      wiaSupportedUserAgents: textsOf(bag, 'WIASupportedUserAgents'),
      extranetLockoutEnabled: booleanOf(bag, 'EnableExtranetLockout'),
      extranetLockoutThreshold: numberOf(bag, 'ExtranetLockoutThreshold'),
      extranetObservationWindowSeconds: secondsOf(bag, 'ExtranetObservationWindow'),
      extranetLockoutMode: shown(bag, 'ExtranetLockoutMode'),
      extranetLockoutRequiresPdc: booleanOf(bag, 'ExtranetLockoutRequirePDC'),
      auditLevel: textsOf(bag, 'AuditLevel'),
      kdfV2Support: shown(bag, 'KdfV2Support'),
      intranetUseLocalClaimsProvider: booleanOf(bag, 'IntranetUseLocalClaimsProvider'),
    }),
  };
}

/** `Get-AdfsGlobalAuthenticationPolicy`, and the text of `Get-AdfsAdditionalAuthenticationRule` when it was collected beside it. */
export const adfsAuthenticationPolicy = (bag: PropertyBag, additionalRules?: string): AdfsAuthenticationPolicy =>
  present({
    additionalProviders: textsOf(bag, 'AdditionalAuthenticationProvider'),
    primaryIntranetProviders: textsOf(bag, 'PrimaryIntranetAuthenticationProvider'),
    primaryExtranetProviders: textsOf(bag, 'PrimaryExtranetAuthenticationProvider'),
    deviceAuthenticationEnabled: booleanOf(bag, 'DeviceAuthenticationEnabled'),
    deviceAuthenticationMethod: shown(bag, 'DeviceAuthenticationMethod'),
    windowsIntegratedFallbackEnabled: booleanOf(bag, 'WindowsIntegratedFallbackEnabled'),
    additionalAuthenticationRules: additionalRules,
  });

/** `Get-AdfsAuthenticationProvider`, one provider an object. */
export function adfsAuthenticationProvider(bag: PropertyBag): AdfsAuthenticationProvider | undefined {
  const name = shown(bag, 'Name');
  if (name === undefined) return undefined;
  return { name, ...present({ adminName: shown(bag, 'AdminName'), isBuiltIn: booleanOf(bag, 'IsBuiltIn') }) };
}

/** `Get-AdfsDeviceRegistration`, with the property sets of 2012 R2 and of 2016 (D23). */
export const adfsDeviceRegistration = (bag: PropertyBag): AdfsDeviceRegistrationSettings =>
  present({
    serviceObject: shown(bag, 'DrsObjectDN'),
    deviceLocation: shown(bag, 'DeviceObjectLocation'),
    devicesPerUser: numberOf(bag, 'DevicesPerUser'),
    maximumInactiveDays: numberOf(bag, 'MaximumInactiveDays'),
    isServiceAuthorizationReady: booleanOf(bag, 'IsAdfsServiceAuthorizationReady'),
    isDirectoryConfigured: booleanOf(bag, 'IsDirectoryConfigured'),
    isEnabledOnPremises: booleanOf(bag, 'IsEnabledOnPremises'),
    isEnabledInCloud: booleanOf(bag, 'IsEnabledInCloud'),
  });

/** `Get-AdfsEndpoint`, one row an object. */
export function adfsEndpoint(bag: PropertyBag): AdfsEndpointSetting | undefined {
  const path = shown(bag, 'AddressPath')?.toLowerCase();
  const enabled = booleanOf(bag, 'Enabled');
  if (path === undefined || enabled === undefined) return undefined;
  return { path, enabled, ...present({ proxy: booleanOf(bag, 'Proxy') }) };
}

/** `Get-AdfsCertificateAuthority`. */
export const adfsCertificateAuthority = (bag: PropertyBag): AdfsCertificateAuthority =>
  present({
    mode: shown(bag, 'Mode'),
    enrollmentAgentTemplate: shown(bag, 'EnrollmentAgentCertificateTemplateName'),
    windowsHelloTemplate: shown(bag, 'WindowsHelloCertificateTemplateName'),
    logonTemplate: shown(bag, 'LogonCertificateTemplateName'),
    vpnTemplate: shown(bag, 'VPNCertificateTemplateName'),
    certificateAuthority: shown(bag, 'CertificateAuthority'),
    windowsHelloProxyEnabled: booleanOf(bag, 'WindowsHelloCertificateProxyEnabled'),
    autoEnrollEnabled: booleanOf(bag, 'AutoEnrollEnabled'),
    generationThresholdDays: numberOf(bag, 'CertificateGenerationThresholdDays'),
    criticalThresholdMinutes: numberOf(bag, 'CriticalThresholdInMinutes'),
    issuerCertificateThumbprint: thumbprintOf(bag, 'PrimaryIssuerCertificate'),
  });

/** `Get-AdfsFarmInformation`. */
export function adfsFarmInformation(bag: PropertyBag): AdfsFarmInformation {
  const nodes = bagsOf(bag, 'FarmNodes').flatMap((node) => {
    const host = (shown(node, 'FQDN') ?? shown(node, 'NodeName'))?.toLowerCase();
    if (host === undefined) return [];
    const more = present({
      behaviorLevel: numberOf(node, 'BehaviorLevel'),
      heartbeat: timeOf(node, 'HeartbeatTimeStamp'),
      nodeType: shown(node, 'NodeType'),
    });
    return [{ host, ...more }];
  });
  const names = nodes.length > 0 ? [] : (textsOf(bag, 'FarmNodes') ?? []).map((host) => ({ host: host.toLowerCase() }));
  return {
    nodes: [...nodes, ...names].sort((a, b) => a.host.localeCompare(b.host, 'en')),
    ...present({ behaviorLevel: numberOf(bag, 'CurrentFarmBehavior') }),
  };
}

/** `Get-AdfsCertificate`, one certificate an object. */
export function adfsCertificate(bag: PropertyBag): AdfsCertificateSetting | undefined {
  const type = shown(bag, 'CertificateType');
  const thumbprint = thumbprintOf(bag, 'Thumbprint');
  const isPrimary = booleanOf(bag, 'IsPrimary');
  if (type === undefined || thumbprint === undefined || isPrimary === undefined) return undefined;
  const [certificate] = bagsOf(bag, 'Certificate');
  const notAfter = timeOf(bag, 'NotAfter') ?? (certificate === undefined ? undefined : timeOf(certificate, 'NotAfter'));
  return { type, thumbprint, isPrimary, ...present({ notAfter }) };
}

export const entraTrustIdentifier = 'urn:federation:MicrosoftOnline';

/** `Get-AdfsRelyingPartyTrust`: the trusts with Entra ID's identifier put together; `count` is how many there are. */
export function adfsEntraTrust(bags: readonly PropertyBag[]): AdfsEntraTrust {
  const trusts = bags.filter((bag) =>
    (textsOf(bag, 'Identifier') ?? []).some(
      (identifier) => identifier.toLowerCase() === entraTrustIdentifier.toLowerCase(),
    ),
  );
  const [bag] = trusts;
  if (bag === undefined) return { count: 0, identifiers: [] };
  return {
    count: trusts.length,
    identifiers: textsOf(bag, 'Identifier') ?? [],
    ...present({
      name: shown(bag, 'Name'),
      enabled: booleanOf(bag, 'Enabled'),
      wsFedEndpoint: shown(bag, 'WSFedEndpoint'),
      monitoringEnabled: booleanOf(bag, 'MonitoringEnabled'),
      autoUpdateEnabled: booleanOf(bag, 'AutoUpdateEnabled'),
      lastMonitored: timeOf(bag, 'LastMonitoredTime'),
      signatureAlgorithm: shown(bag, 'SignatureAlgorithm'),
      accessControlPolicy: shown(bag, 'AccessControlPolicyName'),
      alwaysRequireAuthentication: booleanOf(bag, 'AlwaysRequireAuthentication'),
      issuanceTransformRules: rulesOf(bag, 'IssuanceTransformRules'),
      issuanceAuthorizationRules: rulesOf(bag, 'IssuanceAuthorizationRules'),
      additionalAuthenticationRules: rulesOf(bag, 'AdditionalAuthenticationRules'),
    }),
  };
}

/** Rule texts are kept as they are; an attribute that came back empty has no rules. */
const rulesOf = (bag: PropertyBag, name: string): string | undefined =>
  hasProperty(bag, name) ? (textOf(bag, name) ?? '') : undefined;

/** `Get-AdfsApplicationPermission`, one permission an object. */
export function adfsApplicationPermission(bag: PropertyBag): AdfsApplicationPermission | undefined {
  const client = shown(bag, 'ClientRoleIdentifier');
  const server = shown(bag, 'ServerRoleIdentifier');
  const scopes = textsOf(bag, 'ScopeNames');
  if (client === undefined || server === undefined || scopes === undefined) return undefined;
  return { client: client.toLowerCase(), server, scopes, ...present({ objectId: shown(bag, 'ObjectIdentifier') }) };
}

/** `Get-AdfsSyncProperties` of the node `host`. */
export const adfsNodeSync = (bag: PropertyBag, host: string): AdfsNodeSync => ({
  host,
  ...present({
    role: shown(bag, 'Role'),
    lastStatus: numberOf(bag, 'LastSyncStatus'),
    lastSync: timeOf(bag, 'LastSyncTime'),
    pollSeconds: numberOf(bag, 'PollDuration'),
    primary: shown(bag, 'PrimaryComputerName')?.toLowerCase(),
  }),
});

const thumbprintOf = (bag: PropertyBag, name: string): string | undefined => {
  const [inner] = bagsOf(bag, name);
  const text = (inner === undefined ? textOf(bag, name) : textOf(inner, 'Thumbprint'))
    ?.replaceAll(' ', '')
    .toUpperCase();
  return text !== undefined && /^[0-9A-F]{40}$/u.test(text) ? text : undefined;
};
