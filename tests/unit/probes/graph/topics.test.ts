import { afterEach, beforeAll, expect, it } from 'vitest';
import type { EntraArea } from '../../../../src-shared/model/plan';
import { type Authority, createAuthority, type KeyAndCertificate } from '../servers/authority';
import { collectTenant, dataOf, leaks, outline } from './collect-tenant';
import {
  denied,
  type EntraAnswers,
  type EntraServer,
  entraServer,
  graphError,
  graphHost,
  loginHost,
} from './entra-server';

let authority: Authority;
let identity: KeyAndCertificate;
let servers: EntraServer[] = [];

beforeAll(async () => {
  authority = await createAuthority('Test Root');
  identity = await authority.issue({ names: [loginHost, graphHost] });
});
afterEach(async () => {
  await Promise.all(servers.map(({ web }) => web.close()));
  servers = [];
});

const everything: readonly EntraArea[] = [
  'directory',
  'synchronisation',
  'policies',
  'applications',
  'reports',
  'intune',
];

async function read(answers: EntraAnswers = {}, areas: readonly EntraArea[] = everything) {
  const server = await entraServer(identity, answers);
  servers.push(server);
  const collected = await collectTenant(server, { caFile: authority.caFile, source: { areas: [...areas] } });
  expect(leaks(collected)).toEqual([]);
  expect(collected.log).toEqual([]);
  return {
    server,
    collected,
    topics: outline(collected)
      .filter((line) => line.includes(' tenant '))
      .slice(3),
  };
}

/** Every kind of the topics, in the order they are read. */
const kinds = [
  'entra.synchronization',
  'entra.sync-jobs',
  'entra.skus',
  'entra.rollout-policies',
  'entra.registration-policy',
  'entra.authentication-methods',
  'entra.conditional-access',
  'entra.service-principals',
  'entra.application-proxy',
  'entra.mfa-registrations',
  'entra.hello-methods',
  'entra.federation-audits',
  'intune.hello-enrollment',
  'intune.hello-policies',
  'intune.certificate-profiles',
  'intune.managed-devices',
  'intune.ndes-connectors',
];
const allBut = (changed: Readonly<Record<string, string>>): readonly string[] =>
  kinds.map((kind) => `${kind} tenant ${changed[kind] ?? 'complete'}`);

it('reads every list, and looks up what a list leaves out', async () => {
  const { collected, topics, server } = await read();
  expect(topics).toEqual(allBut({}));
  expect(dataOf(collected, 'entra.rollout-policies')).toMatchObject({
    policies: [{ appliesTo: [{ onPremisesSecurityIdentifier: 'S-1-5-21-1004336348-1177238915-682003330-1110' }] }],
  });
  expect(dataOf(collected, 'entra.sync-jobs')).toEqual({
    jobs: [{ templateId: 'AD2AADProvisioning', state: 'Active', lastRun: '2026-11-22T14:00:00Z' }],
  });
  expect(dataOf(collected, 'entra.service-principals')).toMatchObject({
    servicePrincipals: [
      {
        appId: '981f26a1-7f43-403b-a875-f8b09b8cd720',
        keyCredentials: [{ thumbprint: 'ABCDEF0123456789ABCDEF0123456789ABCDEF01' }],
      },
    ],
    askedFor: { length: 3 },
  });
  expect(dataOf(collected, 'entra.hello-methods')).toEqual({
    methods: [
      {
        userPrincipalName: 'imke.brandt@contoso.com',
        displayName: 'PC0417',
        created: '2026-11-20T08:00:00Z',
        keyStrength: 'normal',
        deviceId: '5820fbe9-60c8-43b0-bb11-44aee233e4e7',
      },
    ],
    complete: true,
  });
  expect(dataOf(collected, 'entra.application-proxy')).toEqual({
    applications: [
      {
        displayName: 'NDES',
        externalUrl: 'https://ndes-contoso.msappproxy.net/',
        internalUrl: 'https://ndes01.contoso.com/',
        externalAuthenticationType: 'passthru',
      },
    ],
    connectors: [{ machineName: 'proxy01.contoso.com', status: 'active' }],
  });
  expect(dataOf(collected, 'intune.hello-policies')).toMatchObject({
    policies: [
      { kind: 'settings-catalog' },
      { kind: 'identity-protection' },
      { kind: 'custom-oma-uri' },
      { kind: 'intent', settings: { requiresecuritydevice: 'true' }, isAssignedToAll: false },
    ],
  });
  const configurations = server.web.requests.filter((request) => request.includes('deviceConfigurations'));
  expect(configurations, 'a list that two kinds take is read once').toHaveLength(1);
  expect(server.web.requests.filter((request) => !/^(?:GET|POST \/[^/]+\/oauth2)/u.test(request))).toEqual([]);
  expect(server.web.requests.find((request) => request.includes('directoryAudits'))).toMatch(
    /\$filter=activityDateTime%20ge%202\d{3}-\d\d-\d\dT/u,
  );
});

it.each([
  ['policies/deviceRegistrationPolicy', { 'entra.registration-policy': 'failed graph-access-denied' }],
  ['identity/conditionalAccess/policies', { 'entra.conditional-access': 'failed graph-access-denied' }],
  ['deviceManagement/managedDevices', { 'intune.managed-devices': 'failed graph-access-denied' }],
  [
    'reports/authenticationMethods/userRegistrationDetails',
    {
      'entra.mfa-registrations': 'failed graph-access-denied',
      'entra.hello-methods': 'failed graph-access-denied',
    },
  ],
  [
    'beta/deviceManagement/deviceConfigurations',
    {
      'intune.hello-policies': 'partial graph-access-denied',
      'intune.certificate-profiles': 'failed graph-access-denied',
    },
  ],
])('leaves a reason for exactly the kinds that rest on %s when it is refused', async (refused, changed) => {
  const { topics } = await read({ graph: (path) => (path === refused ? denied : undefined) });
  expect(topics).toEqual(allBut(changed));
});

it('leaves out what a detail was refused for, and says that it is not the whole', async () => {
  const { topics } = await read({ graph: (path) => (path.endsWith('INTENT1/settings') ? denied : undefined) });
  expect(topics).toEqual(allBut({ 'intune.hello-policies': 'partial graph-access-denied' }));
});

it('keeps a staged rollout when its groups may not be read', async () => {
  const { topics, collected } = await read({ graph: (path) => (path.startsWith('groups/') ? denied : undefined) });
  expect(topics).toEqual(allBut({}));
  expect(JSON.stringify(dataOf(collected, 'entra.rollout-policies'))).not.toContain('onPremisesSecurityIdentifier');
});

it('waits when a list is throttled, and follows pages', async () => {
  const { topics, collected } = await read(
    {
      graph: (path, url, count) => {
        if (path !== 'deviceManagement/managedDevices') return undefined;
        if (count === 1) return { ...graphError(429, 'TooManyRequests', 'Later.'), headers: { 'retry-after': '1' } };
        const device = { azureADDeviceId: `A${count}`, deviceName: `PC${count}`, managementAgent: 'mdm' };
        const context = 'https://graph.microsoft.com/v1.0/$metadata#deviceManagement/managedDevices';
        if (url.searchParams.has('$skiptoken'))
          return { body: { '@odata.context': context, value: [{ ...device, id: 'b' }] } };
        const next = new URL(url);
        next.searchParams.set('$skiptoken', 'two');
        return { body: { '@odata.context': context, '@odata.nextLink': next.href, value: [{ ...device, id: 'a' }] } };
      },
    },
    ['intune'],
  );
  expect(topics).toContain('intune.managed-devices tenant complete');
  expect(dataOf(collected, 'intune.managed-devices')).toMatchObject({
    complete: true,
    devices: [{ deviceName: 'PC2' }, { deviceName: 'PC3' }],
  });
  expect(collected.targets.map(({ phase }) => phase)).toContain('Waiting 1 seconds, as Microsoft Graph asks');
});

it('asks permissions for the chosen areas only', async () => {
  const { server, topics } = await read({}, ['policies']);
  expect(topics.map((line) => line.split(' ')[0])).toEqual([
    'entra.rollout-policies',
    'entra.registration-policy',
    'entra.authentication-methods',
    'entra.conditional-access',
  ]);
  const scopes = server.posted[0]?.get('scope')?.split(' ') ?? [];
  expect(scopes.map((scope) => scope.replace(`${server.graph.origin}/`, '')).sort()).toEqual([
    'Device.Read.All',
    'Domain.Read.All',
    'GroupMember.Read.All',
    'Organization.Read.All',
    'Policy.Read.All',
    'Policy.Read.AuthenticationMethod',
    'Policy.Read.DeviceConfiguration',
    'Policy.Read.HybridAuthentication',
    'User.Read.All',
    'offline_access',
    'openid',
    'profile',
  ]);
  expect(scopes.filter((scope) => scope.includes('Write'))).toEqual([]);
});

it('does not take another list for the one it asked for', async () => {
  const { topics } = await read(
    {
      graph: (path) =>
        path === 'deviceManagement/managedDevices'
          ? { body: { '@odata.context': 'x/$metadata#subscribedSkus', value: [] } }
          : undefined,
    },
    ['intune'],
  );
  expect(topics).toContain('intune.managed-devices tenant failed graph-unreadable');
});
