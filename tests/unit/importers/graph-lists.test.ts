import { describe, expect, it } from 'vitest';
import { graphSamples, pilotGroup, toGroup } from '../evidence/graph-samples';
import { importFiles, only } from './import-drop';

const saved = (path: string): string => JSON.stringify(graphSamples[path]);
const intune = {
  'configurationPolicies.json': saved('beta/deviceManagement/configurationPolicies'),
  'deviceConfigurations.json': saved('beta/deviceManagement/deviceConfigurations'),
  'intents.json': JSON.stringify({
    '@odata.context': 'https://graph.microsoft.com/beta/$metadata#deviceManagement/intents',
    value: [],
  }),
};

describe('saved lists of Microsoft Graph', () => {
  it.each([
    ['directory/onPremisesSynchronization', 'entra.synchronization', { features: { deviceWritebackEnabled: true } }],
    ['subscribedSkus', 'entra.skus', { skus: [{ skuPartNumber: 'EMS', enabledUnits: 250 }] }],
    [
      'policies/featureRolloutPolicies',
      'entra.rollout-policies',
      { policies: [{ feature: 'passwordHashSync', appliesTo: [{ id: pilotGroup }] }] },
    ],
    [
      'policies/deviceRegistrationPolicy',
      'entra.registration-policy',
      {
        userDeviceQuota: 50,
        allowedToJoin: 'selected',
        allowedToRegister: 'all',
        multiFactorAuthConfiguration: 'notRequired',
      },
    ],
    [
      'policies/authenticationMethodsPolicy',
      'entra.authentication-methods',
      { methods: [{ id: 'MicrosoftAuthenticator', state: 'enabled' }] },
    ],
    [
      'identity/conditionalAccess/policies',
      'entra.conditional-access',
      {
        policies: [
          { includeUserActions: ['urn:user:registerdevice'], includeUsers: ['All'], hasLocationCondition: false },
        ],
      },
    ],
    [
      'reports/authenticationMethods/userRegistrationDetails',
      'entra.mfa-registrations',
      { total: 2, complete: true, users: [{ isMfaCapable: true }, { userPrincipalName: 'jörg@contoso.com' }] },
    ],
    [
      'auditLogs/directoryAudits',
      'entra.federation-audits',
      {
        since: '2026-11-01T08:00:00Z',
        events: [{ activity: 'Set federation settings on domain', target: 'contoso.com', actor: 'admin@contoso.com' }],
      },
    ],
    [
      'deviceManagement/deviceEnrollmentConfigurations',
      'intune.hello-enrollment',
      { configurations: [{ state: 'notConfigured', priority: 0 }] },
    ],
    [
      'deviceManagement/managedDevices',
      'intune.managed-devices',
      { devices: [{ azureAdDeviceId: '5820fbe9-60c8-43b0-bb11-44aee233e4e7' }], complete: true },
    ],
    ['beta/deviceManagement/ndesConnectors', 'intune.ndes-connectors', { connectors: [{ state: 'active' }] }],
  ] as const)('%s are evidence of %s', async (path, kind, data) => {
    const text = saved(path);
    for (const file of [text, text.replace('/v1.0/', '/beta/'), text.replace(/"@odata\.context":"[^"]*",/u, '')])
      expect(only(await importFiles({ 'answer.json': file }), kind)).toMatchObject({
        target: 'tenant',
        status: 'complete',
        data,
      });
  });

  it('name the user of Hello methods in their context', async () => {
    const body = { keyStrength: 'normal', createdDateTime: '2026-11-20T08:00:00Z' };
    const of = (user: string): string =>
      JSON.stringify({
        '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#users('${user}')/authentication/windowsHelloForBusinessMethods`,
        value: [{ id: user, ...body }],
      });
    const files = { 'a.json': of('imke.brandt%40contoso.com'), 'b.json': of('j%C3%B6rg%40contoso.com') };
    expect(only(await importFiles(files), 'entra.hello-methods').data).toMatchObject({
      complete: false,
      methods: [
        { userPrincipalName: 'imke.brandt@contoso.com', keyStrength: 'normal' },
        { userPrincipalName: 'jörg@contoso.com' },
      ],
    });
  });

  it('tell the Azure MFA client by its certificate where the application id was left out', async () => {
    const answer = {
      '@odata.context':
        'https://graph.microsoft.com/v1.0/$metadata#servicePrincipals(displayName,keyCredentials)/$entity',
      displayName: 'Azure Multi-Factor Auth Client',
      keyCredentials: [{ endDateTime: '2027-06-02T08:00:00Z', displayName: 'CN=x, OU=Microsoft AD FS Azure MFA' }],
    };
    const { data } = only(await importFiles({ 'sp.json': JSON.stringify(answer) }), 'entra.service-principals');
    expect(data).toMatchObject({ servicePrincipals: [{ appId: '981f26a1-7f43-403b-a875-f8b09b8cd720' }] });
    expect(data?.askedFor).toBeUndefined();
  });

  it('make policies and profiles of Intune of several lists', async () => {
    const result = await importFiles(intune);
    expect(only(result, 'intune.hello-policies')).toMatchObject({
      status: 'complete',
      data: {
        policies: [
          {
            id: 'catalog1',
            displayName: 'WHfB cert trust',
            kind: 'settings-catalog',
            settings: {
              usepassportforwork: 'true',
              usecertificateforonpremauth: 'true',
              requiresecuritydevice: 'false',
              configurewebsigninallowedurls: 'fs.contoso.com;mfa.contoso.com',
            },
            assignedGroups: [pilotGroup],
            isAssignedToAll: false,
          },
          {
            kind: 'identity-protection',
            settings: { usepassportforwork: 'false', usecertificateforonpremauth: 'false' },
            isAssignedToAll: true,
          },
          {
            kind: 'custom-oma-uri',
            tenantId: '91c2d7aa-4b0e-4e3d-8f57-6a0c2be8d913',
            settings: { usecertificateforonpremauth: 'true' },
            excludedGroups: ['excluded'],
          },
        ],
      },
    });
    expect(only(result, 'intune.certificate-profiles')).toMatchObject({
      status: 'complete',
      data: {
        profiles: [
          { kind: 'trusted-root', thumbprint: expect.stringMatching(/^[0-9A-F]{40}$/u) },
          {
            kind: 'scep',
            keyStorageProvider: 'usePassportForWorkKspOtherwiseFail',
            subjectAlternativeNames: [{ type: 'userPrincipalName', value: '{{UserPrincipalName}}' }],
            extendedKeyUsages: ['1.3.6.1.4.1.311.20.2.2'],
          },
        ],
      },
    });
  });

  it('are partial when one of the lists is missing', async () => {
    const result = await importFiles({ 'deviceConfigurations.json': intune['deviceConfigurations.json'] });
    const { status, failure } = only(result, 'intune.hello-policies');
    expect([status, failure?.reason, failure?.code]).toEqual(['partial', 'not-collected', 'graph-list-missing']);
    expect(failure?.message).toContain('the policies of the settings catalogue and the security baselines of Intune');
    expect(only(result, 'intune.certificate-profiles').status).toBe('complete');
  });

  it.each([
    ['assignments', { id: 'x', name: 'x', technologies: 'mdm', settingCount: 1, settings: [helloSetting()] }],
    ['settings', { id: 'x', name: 'x', technologies: 'mdm', settingCount: 1, assignments: [toGroup()] }],
  ])('are unreadable when they were saved without their %s', async (part, policy) => {
    const files = { ...intune, 'configurationPolicies.json': JSON.stringify({ value: [policy] }) };
    const { status, failure } = only(await importFiles(files), 'intune.hello-policies');
    expect([status, failure?.reason]).toEqual(['failed', 'unreadable']);
    expect(failure?.message).toContain(`without their ${part}`);
  });

  it('are no list when only one of its objects was saved', async () => {
    const [policy] = (graphSamples['identity/conditionalAccess/policies'] as { value: readonly object[] }).value;
    const { status, failure } = only(
      await importFiles({ 'conditionalAccess.json': JSON.stringify(policy) }),
      'entra.conditional-access',
    );
    expect([status, failure?.reason]).toEqual(['failed', 'unreadable']);
    expect(failure?.message).toContain('one object only');
  });

  it('are partial without their last page', async () => {
    const page = {
      ...graphSamples['deviceManagement/managedDevices'],
      '@odata.nextLink': 'https://graph.microsoft.com/x',
    };
    const draft = only(await importFiles({ 'managedDevices.json': JSON.stringify(page) }), 'intune.managed-devices');
    expect([draft.status, draft.failure?.code, draft.data?.complete]).toEqual(['partial', 'graph-more-pages', false]);
  });

  it('that nothing is judged on are named as not used', async () => {
    const text = JSON.stringify({
      '@odata.context': "https://graph.microsoft.com/v1.0/$metadata#users('a')/messages",
      value: [],
    });
    expect((await importFiles({ 'messages.json': text })).unrecognised).toEqual(['messages.json']);
  });
});

function helloSetting(): object {
  const id = 'device_vendor_msft_passportforwork_{tenantid}_policies_usepassportforwork';
  return { settingInstance: { settingDefinitionId: id, choiceSettingValue: { value: `${id}_true` } } };
}
