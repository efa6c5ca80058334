/** What Entra ID and Intune of the tenant say. */
export const cloud = {
  domains: [
    { name: 'contoso.com', type: 'Federated', isDefault: true },
    { name: 'emea.contoso.com', type: 'Federated', isRoot: false },
    { name: 'contoso.onmicrosoft.com', type: 'Initial' },
  ],
  /** Entra ID also takes the word of AD FS for a second factor. */
  federations: [
    { domain: 'contoso.com', mfaBehavior: 'acceptIfMfaDoneByFederatedIdp', updated: '2026-11-20T02:10:00Z' },
  ],
  /** The list of users was saved with chosen properties; errors of synchronisation are not among them. */
  withProvisioningErrors: false,
  licence: { part: 'EMS', sku: 'efccb6f7-5641-4e0e-bd10-b4976e1bf68e', enabled: 250, consumed: 212 },
  methods: ['MicrosoftAuthenticator', 'Fido2', 'Sms'],
  /** The second one asks for a compliant device, which nobody has before it is registered. */
  conditionalAccess: [
    { name: 'MFA for everybody', state: 'enabled', applications: ['All'], controls: ['mfa'] },
    {
      name: 'Only compliant devices (Exchange)',
      state: 'enabled',
      applications: ['00000002-0000-0ff1-ce00-000000000000'],
      controls: ['compliantDevice'],
    },
    {
      name: 'MFA to register a device',
      state: 'enabled',
      actions: ['urn:user:registerdevice'],
      controls: ['mfa'],
    },
  ],
  /** A test of password hash synchronisation that nobody ended; its group is not the pilot's. */
  rollouts: [{ name: 'PHS test', feature: 'passwordHashSync', group: 'Cloud sign-in testers', isEnabled: true }],
  /** People without a second factor, in the order of the directory. */
  unregistered: [4, 17, 23, 88, 130, 171],
  audits: [
    {
      activity: 'Set federation settings on domain',
      time: '2026-11-03T09:14:22Z',
      target: 'contoso.com',
      actor: 'n.vogt@contoso.com',
    },
    {
      activity: 'Update policy',
      time: '2026-10-24T06:00:00Z',
      target: 'MFA for everybody',
      actor: 'n.vogt@contoso.com',
    },
  ],
  applications: [
    {
      appId: '981f26a1-7f43-403b-a875-f8b09b8cd720',
      name: 'Azure Multi-Factor Auth Client',
    },
  ],
  proxyConnectors: ['proxy01.contoso.com'],
  publishedApplications: [],
  intune: { enrolmentState: 'notConfigured', managed: [] },
};
