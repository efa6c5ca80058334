import { gunzipSync } from 'node:zlib';
import { afterEach, beforeAll, expect, it } from 'vitest';
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
  pending,
  tenantId,
  tokens,
  userCode,
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

async function read(answers: EntraAnswers = {}) {
  const server = await entraServer(identity, answers);
  servers.push(server);
  const collected = await collectTenant(server, { caFile: authority.caFile });
  expect(leaks(collected)).toEqual([]);
  expect(collected.log).toEqual([]);
  return { server, collected };
}

it('signs in with a code and reads tenant, domains, federation, devices and users', async () => {
  const { server, collected } = await read({ token: [pending, tokens('https://issuer.test')] });
  expect(outline(collected)).toEqual([
    `entra.organization ${tenantId} complete`,
    'entra.domains tenant complete',
    'entra.federation-configuration contoso.com complete',
    'entra.devices tenant complete',
    'entra.users tenant complete',
  ]);
  expect(dataOf(collected, 'entra.organization')).toMatchObject({ tenantId, displayName: 'Contoso' });
  expect(dataOf(collected, 'entra.domains')).toMatchObject({ domains: { length: 3 } });
  expect(dataOf(collected, 'entra.federation-configuration')).toMatchObject({
    domain: 'contoso.com',
    passiveSignInUri: 'https://fs.contoso.com/adfs/ls/',
  });
  expect(dataOf(collected, 'entra.devices')).toMatchObject({
    complete: true,
    devices: [{ registrationDateTime: '2026-10-28T07:11:14Z' }, { trustType: 'ServerAd' }],
  });
  expect(dataOf(collected, 'entra.users')).toEqual({
    complete: true,
    users: [
      expect.objectContaining({ userPrincipalName: 'imke.brandt@contoso.com', onPremisesSyncEnabled: true }),
      { id: '1f064541-79c9-4c1c-9370-cloud.only00', userPrincipalName: 'cloud.only@contoso.com', accountEnabled: true },
    ],
  });
  expect(collected.records.map(({ header }) => header.notes)).toEqual(
    Array(5).fill(['Read with the rights of reader@contoso.com.']),
  );
  expect(collected.targets.at(-1)).toMatchObject({ state: 'done', facts: 9 });
  expect(collected.targets.map(({ phase }) => phase)).toContain(
    `Open https://microsoft.com/devicelogin and enter ${userCode} to sign in to contoso.com`,
  );
  const [codeRequest, tokenRequest] = server.posted;
  expect(codeRequest?.get('client_id')).toBe('14d82eec-204b-4c2f-b7e8-296a70dab67e');
  expect(codeRequest?.get('scope')?.split(' ').sort()).toEqual([
    `${server.graph.origin}/Device.Read.All`,
    `${server.graph.origin}/Domain.Read.All`,
    `${server.graph.origin}/Organization.Read.All`,
    `${server.graph.origin}/User.Read.All`,
    'offline_access',
    'openid',
    'profile',
  ]);
  expect(tokenRequest?.get('grant_type')).toContain('device_code');
  expect(server.posted).toHaveLength(3);
});

it('asks Microsoft Graph with GET only, for what is judged', async () => {
  const { server, collected } = await read();
  const graph = server.web.requests.filter((request) => request.includes('/v1.0/'));
  expect(graph).toEqual([
    expect.stringMatching(/^GET \/v1\.0\/organization\?\$select=id,/u),
    expect.stringMatching(/^GET \/v1\.0\/domains\?\$select=id,/u),
    'GET /v1.0/domains/contoso.com/federationConfiguration',
    'GET /v1.0/domains/emea.contoso.com/federationConfiguration',
    expect.stringMatching(/^GET \/v1\.0\/devices\?\$select=deviceId,.*&\$top=999$/u),
    expect.stringContaining('skiptoken'),
    expect.stringMatching(/^GET \/v1\.0\/users\?\$select=id,userPrincipalName,.*&\$top=999$/u),
  ]);
  const raws = collected.raws.map(({ name, gzip }) => [name, JSON.parse(gunzipSync(gzip).toString('utf8'))]);
  expect(raws).toEqual([
    ['organization.json', expect.objectContaining({ '@odata.context': expect.any(String) })],
    ['domains.json', expect.objectContaining({ value: expect.any(Array) })],
    ['domains-contoso.com-federationConfiguration.json', expect.objectContaining({ value: expect.any(Array) })],
    ['devices.json', [expect.objectContaining({ '@odata.nextLink': expect.any(String) }), expect.any(Object)]],
    ['users.json', expect.objectContaining({ value: expect.any(Array) })],
  ]);
});

it.each(['devices', 'users'])('leaves a reason for exactly the kind that is refused: %s', async (refused) => {
  const { collected } = await read({ graph: (path) => (path === refused ? denied : undefined) });
  const state = (list: string): string =>
    `entra.${list} tenant ${list === refused ? 'failed graph-access-denied' : 'complete'}`;
  expect(outline(collected)).toEqual([
    `entra.organization ${tenantId} complete`,
    'entra.domains tenant complete',
    'entra.federation-configuration contoso.com complete',
    state('devices'),
    state('users'),
  ]);
  const record = collected.records.find(({ header }) => header.kind === `entra.${refused}`);
  expect(record?.header.failure).toMatchObject({
    reason: 'access-denied',
    message: expect.stringContaining('Authorization_RequestDenied: Insufficient privileges'),
  });
});

it('does not take refused domains for domains without federation', async () => {
  const { collected } = await read({ graph: (path) => (path === 'domains' ? denied : undefined) });
  expect(outline(collected)).toEqual([
    `entra.organization ${tenantId} complete`,
    'entra.domains tenant failed graph-access-denied',
    'entra.federation-configuration * failed graph-access-denied',
    'entra.devices tenant complete',
    'entra.users tenant complete',
  ]);
});

it('says so when a federated domain has no federation settings', async () => {
  const missing = graphError(404, 'Request_ResourceNotFound', 'Resource not found.');
  const { collected } = await read({ graph: (path) => (path.includes('/contoso.com/') ? missing : undefined) });
  expect(outline(collected)).toContain('entra.federation-configuration contoso.com failed graph-no-federation');
  expect(outline(collected).filter((line) => line.includes('emea'))).toEqual([]);
});

it('waits when Microsoft Graph asks for it, and not for ever', async () => {
  const throttled = (seconds: string) => ({
    ...graphError(429, 'TooManyRequests', 'Please retry later.'),
    headers: { 'retry-after': seconds },
  });
  const started = Date.now();
  const { collected } = await read({
    graph: (path, _url, count) => {
      if (path === 'organization' && count === 1) return throttled('2');
      return path === 'devices' ? throttled('86400') : undefined;
    },
  });
  expect(Date.now() - started).toBeGreaterThan(1900);
  expect(collected.targets.map(({ phase }) => phase)).toContain('Waiting 2 seconds, as Microsoft Graph asks');
  expect(outline(collected)[0]).toBe(`entra.organization ${tenantId} complete`);
  expect(outline(collected)).toContain('entra.devices tenant failed graph-throttled');
});

it('keeps what it has of a list that ends early', async () => {
  const { collected } = await read({
    graph: (path, url) =>
      path === 'devices' && url.searchParams.has('$skiptoken') ? graphError(500, 'Service', 'Oops.') : undefined,
  });
  expect(outline(collected)).toContain('entra.devices tenant partial http-status');
  expect(dataOf(collected, 'entra.devices')).toMatchObject({ complete: false, devices: { length: 1 } });
});

it.each([
  ['to another host', (url: URL) => `https://elsewhere.contoso.test:${url.port}${url.pathname}`],
  ['in a circle', (url: URL) => url.href],
  ['nowhere', () => 'page two'],
])('does not follow a next page that leads %s', async (_where, link) => {
  const { server, collected } = await read({
    graph: (path, url) =>
      path === 'domains'
        ? { body: { '@odata.context': 'x/$metadata#domains', '@odata.nextLink': link(url), value: [] } }
        : undefined,
  });
  expect(outline(collected)[1]).toBe('entra.domains tenant failed graph-unreadable');
  expect(server.web.requests.filter((request) => request.includes('/v1.0/domains'))).toHaveLength(1);
});

it.each([
  ['another list', { body: { '@odata.context': 'x/$metadata#users', value: [] } }],
  ['a web page', { body: '<html>Sign in to the proxy</html>' }],
  ['another tenant', { body: { value: [{ id: '00000000-0000-4000-8000-000000000000', verifiedDomains: [] }] } }],
])('does not take %s for the tenant', async (_what, reply) => {
  const { collected } = await read({ graph: (path) => (path === 'organization' ? reply : undefined) });
  expect(outline(collected)[0]).toBe(`entra.organization ${tenantId} failed graph-unreadable`);
});

it('does not follow redirects with its token', async () => {
  const { server, collected } = await read({
    graph: (path, url) =>
      path === 'devices' ? { status: 302, headers: { location: `${url.origin}/v1.0/elsewhere` }, body: '' } : undefined,
  });
  expect(outline(collected)).toContain('entra.devices tenant failed http-status');
  expect(server.web.requests.filter((request) => request.includes('elsewhere'))).toEqual([]);
});
