import { guidBytes, plusMinutes } from '../formats/binary-forms.mjs';
import { list, seconds } from './answer.mjs';

const premiumPlan = { service: 'AADPremiumService', servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d' };

/** Synchronisation ran half an hour before the assessment. */
const lastSync = (org) => seconds(plusMinutes(org.instant, -29));

function organization(org) {
  const verified = org.cloud.domains.map(({ name, type, isDefault = false }) => ({
    capabilities: type === 'Initial' ? 'Email' : 'Email, OfficeCommunicationsOnline',
    isDefault,
    isInitial: type === 'Initial',
    name,
    type: type === 'Initial' ? 'Managed' : type,
  }));
  const tenant = {
    id: org.tenant.id,
    displayName: org.tenant.name,
    countryLetterCode: org.tenant.country,
    tenantType: 'AAD',
    onPremisesSyncEnabled: true,
    onPremisesLastSyncDateTime: lastSync(org),
    onPremisesLastPasswordSyncDateTime: null,
    assignedPlans: [{ assignedDateTime: '2025-02-03T09:11:00Z', capabilityStatus: 'Enabled', ...premiumPlan }],
    verifiedDomains: verified,
  };
  return list('organization', [tenant]);
}

const domains = (org) =>
  list(
    'domains',
    org.cloud.domains.map(({ name, type, isDefault = false, isRoot = true }) => ({
      authenticationType: type === 'Initial' ? 'Managed' : type,
      availabilityStatus: null,
      id: name,
      isAdminManaged: true,
      isDefault,
      isInitial: type === 'Initial',
      isRoot,
      isVerified: true,
      supportedServices: ['Email', 'OfficeCommunicationsOnline', 'Intune'],
      passwordValidityPeriodInDays: null,
      passwordNotificationWindowInDays: null,
      state: null,
    })),
  );

/** What Entra ID keeps of a federated domain; the certificates are those of AD FS unless others are told. */
function federationConfiguration(org, pki, { domain, mfaBehavior, updated }) {
  const service = `https://${org.federation.host}/adfs`;
  return list(`domains('${domain}')/federationConfiguration`, [
    {
      '@odata.type': '#microsoft.graph.internalDomainFederation',
      id: org.guidFor(`federation configuration ${domain}`),
      displayName: org.tenant.name,
      issuerUri: org.federation.identifier,
      metadataExchangeUri: `${service}/services/trust/mex`,
      signingCertificate: pki.tokenSigning.toString('base64'),
      passiveSignInUri: `${service}/ls/`,
      preferredAuthenticationProtocol: 'wsFed',
      activeSignInUri: `${service}/services/trust/2005/usernamemixed`,
      signOutUri: `${service}/ls/`,
      promptLoginBehavior: 'nativeSupport',
      isSignedAuthenticationRequestRequired: false,
      nextSigningCertificate: pki.nextTokenSigning?.toString('base64') ?? null,
      signingCertificateUpdateStatus: { certificateUpdateResult: 'Success', lastRunDateTime: updated },
      federatedIdpMfaBehavior: mfaBehavior,
      passwordResetUri: null,
    },
  ]);
}

/** A device as the service shows it; without a registration it is "Pending". */
function entraDevice(org, device) {
  const key = device.altSecurityId && Buffer.from(device.altSecurityId, 'utf16le').toString('base64');
  return {
    id: device.objectId,
    deletedDateTime: null,
    accountEnabled: true,
    approximateLastSignInDateTime: seconds(device.lastSignIn),
    createdDateTime: seconds(device.registered ?? plusMinutes(org.instant, -5 * 24 * 60 - 509)),
    deviceId: device.deviceId,
    deviceOwnership: device.computer ? 'Company' : 'Personal',
    displayName: device.name,
    isCompliant: null,
    isManaged: null,
    onPremisesLastSyncDateTime: device.computer ? lastSync(org) : null,
    onPremisesSecurityIdentifier: device.computer ? org.sidOf(device.computer.rid) : null,
    onPremisesSyncEnabled: device.computer ? true : null,
    operatingSystem: device.system,
    operatingSystemVersion: device.build,
    profileType: device.registered ? 'RegisteredDevice' : null,
    registrationDateTime: seconds(device.registered),
    trustType: device.trustType,
    alternativeSecurityIds: key ? [{ type: 2, identityProvider: null, key }] : [],
  };
}

/** The name a person signs in with: the initial domain's where the suffix is not verified. */
export const cloudName = (org, person) =>
  org.cloud.domains.some(({ name }) => name === person.suffix)
    ? person.upn.toLowerCase()
    : `${person.login}@${org.tenant.initial}`;

/** What Entra ID knows of a person who is synchronised. */
function entraUser(org, person) {
  return {
    id: org.guidFor(`entra ${person.login}`),
    userPrincipalName: cloudName(org, person),
    accountEnabled: person.enabled,
    onPremisesDistinguishedName: person.dn,
    onPremisesDomainName: org.domain.dns,
    onPremisesImmutableId: guidBytes(org.guidFor(`person ${person.login}`)).toString('base64'),
    onPremisesSamAccountName: person.login,
    onPremisesSecurityIdentifier: org.sidOf(person.rid),
    onPremisesSyncEnabled: true,
    onPremisesUserPrincipalName: person.upn,
    onPremisesLastSyncDateTime: lastSync(org),
    ...(org.cloud.withProvisioningErrors ? { onPremisesProvisioningErrors: [] } : {}),
  };
}

function licences(org) {
  const { part, sku, enabled, consumed } = org.cloud.licence;
  const plan = (servicePlanId, servicePlanName) => ({
    servicePlanId,
    servicePlanName,
    provisioningStatus: 'Success',
    appliesTo: 'User',
  });
  return list('subscribedSkus', [
    {
      accountName: org.tenant.name,
      appliesTo: 'User',
      capabilityStatus: 'Enabled',
      consumedUnits: consumed,
      id: `${org.tenant.id}_${sku}`,
      skuId: sku,
      skuPartNumber: part,
      subscriptionIds: [],
      prepaidUnits: { enabled, suspended: 0, warning: 0, lockedOut: 0 },
      servicePlans: [
        plan(premiumPlan.servicePlanId, 'AAD_PREMIUM'),
        plan('c1ec4a95-1f05-45b3-a911-aa3fa01094f5', 'INTUNE_A'),
      ],
    },
  ]);
}

const features = {
  blockCloudObjectTakeoverThroughHardMatchEnabled: true,
  blockSoftMatchEnabled: true,
  bypassDirSyncOverridesEnabled: false,
  cloudPasswordPolicyForPasswordSyncedUsersEnabled: false,
  concurrentCredentialUpdateEnabled: false,
  concurrentOrgIdProvisioningEnabled: false,
  deviceWritebackEnabled: true,
  directoryExtensionsEnabled: false,
  fopeConflictResolutionEnabled: false,
  groupWriteBackEnabled: false,
  passwordSyncEnabled: false,
  passwordWritebackEnabled: false,
  quarantineUponProxyAddressesConflictEnabled: true,
  quarantineUponUpnConflictEnabled: true,
  softMatchOnUpnEnabled: true,
  synchronizeUpnForManagedUsersEnabled: true,
  unifiedGroupWritebackEnabled: false,
  userForcePasswordChangeOnLogonEnabled: false,
  userWritebackEnabled: false,
};

const synchronization = (org) =>
  list('directory/onPremisesSynchronization', [
    {
      id: org.tenant.id,
      configuration: {
        accidentalDeletionPrevention: { synchronizationPreventionType: 'enabledForCount', alertThreshold: 500 },
        customerRequestedSynchronizationInterval: null,
        synchronizationInterval: 'PT30M',
      },
      features,
    },
  ]);

/** Answers about the tenant and what is synchronised to it, by the name of the file. */
export function directoryAnswers(org, { pki, devices, people }) {
  const federated = org.cloud.federations.map((one) => [
    `federationConfiguration-${one.domain}.json`,
    federationConfiguration(org, pki, one),
  ]);
  return {
    'organization.json': organization(org),
    'domains.json': domains(org),
    ...Object.fromEntries(federated),
    'devices.json': list(
      'devices',
      devices.map((device) => entraDevice(org, device)),
    ),
    'users.json': list(
      'users',
      people.map((person) => entraUser(org, person)),
    ),
    'subscribedSkus.json': licences(org),
    'onPremisesSynchronization.json': synchronization(org),
  };
}
