import { demo } from './fixture';

const envelope = (context: string, value: readonly object[]): object => ({
  '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${context}`,
  value,
});
const entity = (context: string, item: object): object => ({
  '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${context}/$entity`,
  ...item,
});

export const pilotGroup = 'a3b1c2d3-0000-4000-8000-000000000001';
const hello = 'device_vendor_msft_passportforwork_{tenantid}';
const choice = (name: string, value: string): object => ({
  '@odata.type': '#microsoft.graph.deviceManagementConfigurationChoiceSettingInstance',
  settingDefinitionId: `${hello}_policies_${name}`,
  choiceSettingValue: { value: `${hello}_policies_${name}_${value}`, children: [] },
});
export const toGroup = (groupId = pilotGroup): object => ({
  target: { '@odata.type': '#microsoft.graph.groupAssignmentTarget', groupId },
});

/** PEM as people upload it, and Intune gives it back: in base64. */
const rootCertificate = demo('certificates/Contoso Root CA.crt').toString('base64');

/** Answers of Microsoft Graph in the shapes of its reference, by path below the version (beta with it). */
export const graphSamples: Readonly<Record<string, object>> = {
  'directory/onPremisesSynchronization': envelope('directory/onPremisesSynchronization', [
    {
      id: '4c1f7a52-6d0e-4b8f-9a61-2f6f0c9d7e11',
      configuration: { synchronizationInterval: 'PT30M' },
      features: { deviceWritebackEnabled: true, passwordSyncEnabled: false },
    },
  ]),
  servicePrincipals: envelope('servicePrincipals(id,appId,displayName,accountEnabled,keyCredentials)', [
    {
      id: '11111111-0000-4000-8000-000000000001',
      appId: '981F26A1-7f43-403b-a875-f8b09b8cd720',
      displayName: 'Azure Multi-Factor Auth Client',
      accountEnabled: true,
      keyCredentials: [
        {
          customKeyIdentifier: 'q83vASNFZ4mrze8BI0VniavN7wE=',
          startDateTime: '2025-06-02T08:00:00Z',
          endDateTime: '2027-06-02T08:00:00Z',
          displayName: 'CN=4c1f7a52, OU=Microsoft AD FS Azure MFA',
        },
      ],
    },
    { id: '11111111-0000-4000-8000-000000000002', appId: '00000003-0000-0000-c000-000000000000', keyCredentials: [] },
  ]),
  'servicePrincipals/11111111-0000-4000-8000-000000000001/synchronization/jobs': envelope(
    "servicePrincipals('11111111-0000-4000-8000-000000000001')/synchronization/jobs",
    [
      {
        id: 'AD2AADProvisioning.1',
        templateId: 'AD2AADProvisioning',
        schedule: { state: 'Active' },
        status: { code: 'Active', lastExecution: { timeEnded: '2026-11-22T14:00:00Z' } },
      },
    ],
  ),
  'servicePrincipals/11111111-0000-4000-8000-000000000002/synchronization/jobs': envelope(
    "servicePrincipals('11111111-0000-4000-8000-000000000002')/synchronization/jobs",
    [],
  ),
  subscribedSkus: envelope('subscribedSkus', [
    {
      id: 'x_efccb6f7',
      skuPartNumber: 'EMS',
      capabilityStatus: 'Enabled',
      consumedUnits: 212,
      prepaidUnits: { enabled: 250 },
      servicePlans: [{ servicePlanId: '41781FB2-bc02-4b7c-bd55-b576c07bb09d', provisioningStatus: 'Success' }],
    },
  ]),
  'policies/featureRolloutPolicies': envelope('policies/featureRolloutPolicies(appliesTo())', [
    {
      id: 'df85e4d9',
      displayName: 'PHS pilot',
      feature: 'passwordHashSync',
      isEnabled: true,
      isAppliedToOrganization: false,
      appliesTo: [{ '@odata.type': '#microsoft.graph.group', id: pilotGroup, displayName: 'Cloud auth pilot' }],
    },
  ]),
  [`groups/${pilotGroup}`]: entity('groups(id,onPremisesSecurityIdentifier)', {
    id: pilotGroup,
    onPremisesSecurityIdentifier: 'S-1-5-21-1004336348-1177238915-682003330-1110',
  }),
  'policies/deviceRegistrationPolicy': entity('policies/deviceRegistrationPolicy', {
    id: 'deviceRegistrationPolicy',
    userDeviceQuota: 50,
    multiFactorAuthConfiguration: 'notRequired',
    azureADRegistration: { allowedToRegister: { '@odata.type': '#microsoft.graph.allDeviceRegistrationMembership' } },
    azureADJoin: { allowedToJoin: { '@odata.type': '#microsoft.graph.enumeratedDeviceRegistrationMembership' } },
  }),
  'policies/authenticationMethodsPolicy': entity('authenticationMethodsPolicy', {
    id: 'authenticationMethodsPolicy',
    authenticationMethodConfigurations: [
      {
        '@odata.type': '#microsoft.graph.microsoftAuthenticatorAuthenticationMethodConfiguration',
        id: 'MicrosoftAuthenticator',
        state: 'enabled',
      },
    ],
  }),
  'identity/conditionalAccess/policies': envelope('identity/conditionalAccess/policies', [
    {
      id: 'CA000001-0000-4000-8000-000000000001',
      displayName: 'Join with MFA',
      state: 'enabled',
      conditions: {
        applications: { includeApplications: [], includeUserActions: ['urn:user:registerdevice'] },
        users: { includeUsers: ['All'], excludeGroups: [pilotGroup] },
        locations: null,
      },
      grantControls: { operator: 'OR', builtInControls: ['mfa'], termsOfUse: [] },
    },
  ]),
  'reports/authenticationMethods/userRegistrationDetails': envelope(
    'reports/authenticationMethods/userRegistrationDetails(id,userPrincipalName)',
    [
      {
        id: '22222222-0000-4000-8000-000000000001',
        userPrincipalName: 'imke.brandt@contoso.com',
        isMfaCapable: true,
        isMfaRegistered: true,
        methodsRegistered: ['microsoftAuthenticatorPush', 'windowsHelloForBusiness'],
      },
      {
        id: '22222222-0000-4000-8000-000000000002',
        userPrincipalName: 'jörg@contoso.com',
        isMfaCapable: false,
        isMfaRegistered: false,
        methodsRegistered: [],
      },
    ],
  ),
  'users/22222222-0000-4000-8000-000000000001/authentication/windowsHelloForBusinessMethods': envelope(
    "users('22222222-0000-4000-8000-000000000001')/authentication/windowsHelloForBusinessMethods(device(deviceId))",
    [
      {
        id: 'key1',
        displayName: 'PC0417',
        createdDateTime: '2026-11-20T08:00:00Z',
        keyStrength: 'normal',
        device: { deviceId: '5820FBE9-60c8-43b0-bb11-44aee233e4e7' },
      },
    ],
  ),
  'auditLogs/directoryAudits': envelope('auditLogs/directoryAudits', [
    {
      id: 'audit1',
      activityDisplayName: 'Set federation settings on domain.',
      activityDateTime: '2026-11-10T08:00:00Z',
      result: 'success',
      targetResources: [{ displayName: 'contoso.com' }],
      initiatedBy: { user: { userPrincipalName: 'admin@contoso.com' } },
    },
    { id: 'audit2', activityDisplayName: 'Update user', activityDateTime: '2026-11-01T08:00:00Z' },
  ]),
  'beta/onPremisesPublishingProfiles/applicationProxy/connectorGroups': envelope(
    "onPremisesPublishingProfiles('applicationProxy')/connectorGroups",
    [{ id: 'group1', name: 'Default' }],
  ),
  'beta/onPremisesPublishingProfiles/applicationProxy/connectorGroups/group1/applications': envelope('applications', [
    { id: 'application1', displayName: 'NDES' },
  ]),
  'beta/applications/application1/onPremisesPublishing': entity("applications('application1')/onPremisesPublishing", {
    externalUrl: 'https://ndes-contoso.msappproxy.net/',
    internalUrl: 'https://ndes01.contoso.com/',
    externalAuthenticationType: 'passthru',
  }),
  'beta/onPremisesPublishingProfiles/applicationProxy/connectors': envelope(
    "onPremisesPublishingProfiles('applicationProxy')/connectors",
    [{ id: 'connector1', machineName: 'proxy01.contoso.com', externalIp: '192.0.2.7', status: 'active' }],
  ),
  'deviceManagement/deviceEnrollmentConfigurations': envelope('deviceManagement/deviceEnrollmentConfigurations', [
    {
      '@odata.type': '#microsoft.graph.deviceEnrollmentWindowsHelloForBusinessConfiguration',
      id: 'T_DefaultWindowsHelloForBusiness',
      displayName: 'All users and all devices',
      priority: 0,
      state: 'notConfigured',
      securityDeviceRequired: false,
      pinMinimumLength: 6,
      pinExpirationInDays: 0,
    },
    { '@odata.type': '#microsoft.graph.deviceEnrollmentLimitConfiguration', id: 'T_Limit', limit: 5 },
  ]),
  'beta/deviceManagement/configurationPolicies': envelope(
    'deviceManagement/configurationPolicies(settings(),assignments())',
    [
      {
        id: 'CATALOG1',
        name: 'WHfB cert trust',
        platforms: 'windows10',
        technologies: 'mdm',
        settingCount: 1,
        assignments: [toGroup()],
        settings: [
          {
            id: '0',
            settingInstance: {
              '@odata.type': '#microsoft.graph.deviceManagementConfigurationGroupSettingCollectionInstance',
              settingDefinitionId: hello,
              groupSettingCollectionValue: [
                {
                  children: [
                    choice('usepassportforwork', 'true'),
                    choice('usecertificateforonpremauth', 'true'),
                    choice('requiresecuritydevice', 'false'),
                  ],
                },
              ],
            },
          },
          {
            id: '1',
            settingInstance: {
              settingDefinitionId: 'device_vendor_msft_policy_config_authentication_configurewebsigninallowedurls',
              simpleSettingValue: { value: 'fs.contoso.com;mfa.contoso.com' },
            },
          },
        ],
      },
      { id: 'CATALOG2', name: 'Edge', technologies: 'mdm', settingCount: 0, assignments: [], settings: [] },
    ],
  ),
  'beta/deviceManagement/deviceConfigurations': envelope('deviceManagement/deviceConfigurations(assignments())', [
    {
      '@odata.type': '#microsoft.graph.windowsIdentityProtectionConfiguration',
      id: 'IDP1',
      displayName: 'Identity protection',
      windowsHelloForBusinessBlocked: true,
      useCertificatesForOnPremisesAuthEnabled: false,
      assignments: [{ target: { '@odata.type': '#microsoft.graph.allDevicesAssignmentTarget' } }],
    },
    {
      '@odata.type': '#microsoft.graph.windows10CustomConfiguration',
      id: 'OMA1',
      displayName: 'Hello by OMA-URI',
      omaSettings: [
        {
          omaUri:
            './Device/Vendor/MSFT/PassportForWork/91c2d7aa-4b0e-4e3d-8f57-6a0c2be8d913/Policies/UseCertificateForOnPremAuth',
          value: true,
        },
        { omaUri: './Device/Vendor/MSFT/Policy/Config/Wifi/AllowWiFi', value: 1 },
      ],
      assignments: [
        toGroup(),
        { target: { '@odata.type': '#microsoft.graph.exclusionGroupAssignmentTarget', groupId: 'EXCLUDED' } },
      ],
    },
    {
      '@odata.type': '#microsoft.graph.windows81TrustedRootCertificate',
      id: 'ROOT1',
      displayName: 'Contoso root',
      destinationStore: 'computerCertStoreRoot',
      trustedRootCertificate: rootCertificate,
      assignments: [toGroup()],
    },
    {
      '@odata.type': '#microsoft.graph.windows81SCEPCertificateProfile',
      id: 'SCEP1',
      displayName: 'Hello certificates',
      certificateStore: 'user',
      keyStorageProvider: 'usePassportForWorkKspOtherwiseFail',
      subjectNameFormat: 'custom',
      subjectNameFormatString: 'CN={{OnPrem_Distinguished_Name}}',
      keySize: 'size2048',
      keyUsage: 'digitalSignature',
      hashAlgorithm: 'sha2',
      extendedKeyUsages: [{ name: 'Smart Card Logon', objectIdentifier: '1.3.6.1.4.1.311.20.2.2' }],
      customSubjectAlternativeNames: [{ sanType: 'userPrincipalName', name: '{{UserPrincipalName}}' }],
      renewalThresholdPercentage: 20,
      scepServerUrls: ['https://ndes-contoso.msappproxy.net/certsrv/mscep/mscep.dll'],
      assignments: [toGroup()],
    },
  ]),
  'beta/deviceManagement/intents': envelope('deviceManagement/intents', [
    { id: 'INTENT1', displayName: 'Baseline', isAssigned: true, templateId: 'template' },
  ]),
  'beta/deviceManagement/intents/INTENT1/settings': envelope("deviceManagement/intents('INTENT1')/settings", [
    {
      definitionId: 'deviceConfiguration--windowsIdentityProtectionConfiguration_securityDeviceRequired',
      valueJson: 'true',
    },
  ]),
  'beta/deviceManagement/intents/INTENT1/assignments': envelope("deviceManagement/intents('INTENT1')/assignments", [
    toGroup(),
  ]),
  'deviceManagement/managedDevices': envelope('deviceManagement/managedDevices(id,azureADDeviceId)', [
    {
      id: 'managed1',
      azureADDeviceId: '5820FBE9-60c8-43b0-bb11-44aee233e4e7',
      deviceName: 'PC0417',
      managementAgent: 'mdm',
      complianceState: 'compliant',
      lastSyncDateTime: '2026-11-22T08:00:00Z',
    },
  ]),
  'beta/deviceManagement/ndesConnectors': envelope('deviceManagement/ndesConnectors', [
    {
      id: 'ndes1',
      displayName: 'NDES01',
      state: 'active',
      lastConnectionDateTime: '2026-11-22T14:00:00Z',
      connectorVersion: '6.2504.2001.0',
    },
  ]),
};
