import { guidBytes } from './binary-forms.mjs';
import { domain, federation, sidOf, tenant } from './organisation.mjs';
import { guidFor } from './seeded-random.mjs';

const context = (path) => ({ '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${path}` });
const lastSync = '2026-11-22T14:31:07Z';

const premiumPlan = { service: 'AADPremiumService', servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d' };

const organization = {
  ...context('organization'),
  value: [
    {
      id: tenant.id,
      displayName: tenant.name,
      countryLetterCode: 'DE',
      tenantType: 'AAD',
      onPremisesSyncEnabled: true,
      onPremisesLastSyncDateTime: lastSync,
      onPremisesLastPasswordSyncDateTime: null,
      assignedPlans: [{ assignedDateTime: '2025-02-03T09:11:00Z', capabilityStatus: 'Enabled', ...premiumPlan }],
      verifiedDomains: [
        {
          capabilities: 'Email, OfficeCommunicationsOnline',
          isDefault: true,
          isInitial: false,
          name: domain.dns,
          type: 'Federated',
        },
        {
          capabilities: 'Email, OfficeCommunicationsOnline',
          isDefault: false,
          isInitial: false,
          name: 'emea.contoso.com',
          type: 'Federated',
        },
        { capabilities: 'Email', isDefault: false, isInitial: true, name: tenant.initial, type: 'Managed' },
      ],
    },
  ],
};

function entraDomain(id, authenticationType, more = {}) {
  return {
    authenticationType,
    availabilityStatus: null,
    id,
    isAdminManaged: true,
    isDefault: false,
    isInitial: false,
    isRoot: true,
    isVerified: true,
    supportedServices: ['Email', 'OfficeCommunicationsOnline', 'Intune'],
    passwordValidityPeriodInDays: null,
    passwordNotificationWindowInDays: null,
    state: null,
    ...more,
  };
}

const domains = {
  ...context('domains'),
  value: [
    entraDomain(domain.dns, 'Federated', { isDefault: true }),
    entraDomain('emea.contoso.com', 'Federated', { isRoot: false }),
    entraDomain(tenant.initial, 'Managed', { isInitial: true }),
  ],
};

function federationConfiguration({ tokenSigning }) {
  const service = `https://${federation.host}/adfs`;
  return {
    ...context(`domains('${domain.dns}')/federationConfiguration`),
    value: [
      {
        '@odata.type': '#microsoft.graph.internalDomainFederation',
        id: '6601d14b-d113-8f64-fda2-9b5ddda18ecc',
        displayName: tenant.name,
        issuerUri: federation.identifier,
        metadataExchangeUri: `${service}/services/trust/mex`,
        signingCertificate: tokenSigning.toString('base64'),
        passiveSignInUri: `${service}/ls/`,
        preferredAuthenticationProtocol: 'wsFed',
        activeSignInUri: `${service}/services/trust/2005/usernamemixed`,
        signOutUri: `${service}/ls/`,
        promptLoginBehavior: 'nativeSupport',
        isSignedAuthenticationRequestRequired: false,
        nextSigningCertificate: null,
        signingCertificateUpdateStatus: { certificateUpdateResult: 'Success', lastRunDateTime: '2026-11-20T02:10:00Z' },
        federatedIdpMfaBehavior: 'acceptIfMfaDoneByFederatedIdp',
        passwordResetUri: null,
      },
    ],
  };
}

const seconds = (time) => (time ? new Date(time).toISOString().replace('.000Z', 'Z') : null);

/** A device as the service shows it; without a registration it is "Pending". */
function entraDevice(device) {
  const key = device.altSecurityId && Buffer.from(device.altSecurityId, 'utf16le').toString('base64');
  return {
    id: device.objectId,
    deletedDateTime: null,
    accountEnabled: true,
    approximateLastSignInDateTime: seconds(device.lastSignIn),
    createdDateTime: seconds(device.registered ?? '2026-11-17T06:30:41Z'),
    deviceId: device.deviceId,
    deviceOwnership: device.computer ? 'Company' : 'Personal',
    displayName: device.name,
    isCompliant: null,
    isManaged: null,
    onPremisesLastSyncDateTime: device.computer ? lastSync : null,
    onPremisesSecurityIdentifier: device.computer ? sidOf(device.computer.rid) : null,
    onPremisesSyncEnabled: device.computer ? true : null,
    operatingSystem: device.system,
    operatingSystemVersion: device.build,
    profileType: device.registered ? 'RegisteredDevice' : null,
    registrationDateTime: seconds(device.registered),
    trustType: device.trustType,
    alternativeSecurityIds: key ? [{ type: 2, identityProvider: null, key }] : [],
  };
}

const skus = {
  ...context('subscribedSkus'),
  value: [
    {
      accountName: 'Contoso',
      appliesTo: 'User',
      capabilityStatus: 'Enabled',
      consumedUnits: 212,
      id: `${tenant.id}_efccb6f7-5641-4e0e-bd10-b4976e1bf68e`,
      skuId: 'efccb6f7-5641-4e0e-bd10-b4976e1bf68e',
      skuPartNumber: 'EMS',
      subscriptionIds: [],
      prepaidUnits: { enabled: 250, suspended: 0, warning: 0, lockedOut: 0 },
      servicePlans: [
        {
          servicePlanId: premiumPlan.servicePlanId,
          servicePlanName: 'AAD_PREMIUM',
          provisioningStatus: 'Success',
          appliesTo: 'User',
        },
        {
          servicePlanId: 'c1ec4a95-1f05-45b3-a911-aa3fa01094f5',
          servicePlanName: 'INTUNE_A',
          provisioningStatus: 'Success',
          appliesTo: 'User',
        },
      ],
    },
  ],
};

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

const synchronization = {
  ...context('directory/onPremisesSynchronization'),
  value: [
    {
      id: tenant.id,
      configuration: {
        accidentalDeletionPrevention: { synchronizationPreventionType: 'enabledForCount', alertThreshold: 500 },
        customerRequestedSynchronizationInterval: null,
        synchronizationInterval: 'PT30M',
      },
      features,
    },
  ],
};

/** What Entra ID knows of a person who is synchronised; those of Fabrikam got a name of the initial domain. */
function entraUser(person) {
  const isVerified = ['contoso.com', 'emea.contoso.com'].includes(person.suffix);
  return {
    id: guidFor(`entra ${person.login}`),
    userPrincipalName: isVerified ? person.upn.toLowerCase() : `${person.login}@${tenant.initial}`,
    accountEnabled: person.enabled,
    onPremisesDistinguishedName: person.dn,
    onPremisesDomainName: domain.dns,
    onPremisesImmutableId: guidBytes(guidFor(`person ${person.login}`)).toString('base64'),
    onPremisesSamAccountName: person.login,
    onPremisesSecurityIdentifier: sidOf(person.rid),
    onPremisesSyncEnabled: true,
    onPremisesUserPrincipalName: person.upn,
    onPremisesLastSyncDateTime: lastSync,
  };
}

/** File names and responses of Microsoft Graph v1.0, as Graph Explorer shows them. */
export function graphResponses(pki, devices, people) {
  return {
    'organization.json': organization,
    'domains.json': domains,
    'federationConfiguration-contoso.com.json': federationConfiguration(pki),
    'devices.json': { ...context('devices'), value: devices.map(entraDevice) },
    'users.json': { ...context('users'), value: people.map(entraUser) },
    'subscribedSkus.json': skus,
    'onPremisesSynchronization.json': synchronization,
  };
}
