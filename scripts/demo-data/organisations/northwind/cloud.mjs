/** What Entra ID and Intune of the tenant say. */
export const cloud = {
  domains: [
    { name: 'northwind.com', type: 'Federated', isDefault: true },
    { name: 'northwind.onmicrosoft.com', type: 'Initial' },
  ],
  federations: [{ domain: 'northwind.com', mfaBehavior: 'rejectMfaByFederatedIdp', updated: '2026-11-19T02:10:00Z' }],
  withProvisioningErrors: true,
  licence: { part: 'EMSPREMIUM', sku: 'b05e124f-c7cc-45a0-a6aa-8cf78c946968', enabled: 100, consumed: 61 },
  methods: ['MicrosoftAuthenticator', 'Fido2', 'TemporaryAccessPass'],
  conditionalAccess: [
    { name: 'MFA for everybody', state: 'enabled', applications: ['All'], controls: ['mfa'] },
    {
      name: 'MFA to register a device',
      state: 'enabled',
      actions: ['urn:user:registerdevice'],
      controls: ['mfa'],
    },
  ],
  rollouts: [],
  unregistered: [],
  /** The log goes back half a year and holds no change of federation. */
  audits: [
    {
      activity: 'Update policy',
      time: '2026-05-24T06:00:00Z',
      target: 'MFA for everybody',
      actor: 'm.quinn@northwind.com',
    },
  ],
  applications: [
    { appId: 'b8456c59-1230-44c7-a4a2-99b085333e84', name: 'Microsoft Pin Reset Service Production' },
    { appId: '9115dd05-fad5-4f9c-acc7-305d08b1b04e', name: 'Microsoft Pin Reset Client Production' },
  ],
  proxyConnectors: [],
  publishedApplications: [],
  intune: { enrolmentState: 'notConfigured', managed: [] },
};
