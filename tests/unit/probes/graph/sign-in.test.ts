import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { type Authority, createAuthority, type KeyAndCertificate, selfSigned } from '../servers/authority';
import { proxyServer } from '../servers/proxy-server';
import { type CollectOptions, collectTenant, leaks, outline } from './collect-tenant';
import {
  deviceCode,
  type EntraAnswers,
  type EntraServer,
  entraServer,
  graphHost,
  loginHost,
  pending,
  refusal,
  tenantId,
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

async function attempt(
  answers: EntraAnswers,
  options: Partial<CollectOptions> & { readonly certificate?: KeyAndCertificate } = {},
) {
  const { certificate = identity, ...more } = options;
  const server = await entraServer(certificate, answers);
  servers.push(server);
  const collected = await collectTenant(server, { caFile: authority.caFile, ...more });
  expect(leaks(collected)).toEqual([]);
  expect(collected.log).toEqual([]);
  return { server, collected, failure: collected.targets.at(-1)?.failure };
}

/** Every kind has a reason, and nothing was asked of Microsoft Graph. */
const nothingRead = (code: string, organization = '*'): readonly string[] => [
  `entra.organization ${organization} failed ${code}`,
  `entra.domains tenant failed ${code}`,
  `entra.federation-configuration * failed ${code}`,
  `entra.devices tenant failed ${code}`,
  `entra.users tenant failed ${code}`,
];

it.each([
  ['declined', refusal('authorization_declined', 70018, 'User declined to authenticate.'), 'sign-in-declined'],
  ['expired', refusal('expired_token', 70020, 'The provided value for device_code has expired.'), 'sign-in-expired'],
  [
    'blocked',
    refusal('access_policy', 53003, 'Access has been blocked by Conditional Access policies.'),
    'sign-in-refused',
  ],
])('reads nothing when the sign-in is %s', async (_how, reply, code) => {
  const { server, collected } = await attempt({ token: [pending, reply] });
  expect(outline(collected)).toEqual(nothingRead(code));
  expect(server.web.requests.filter((request) => request.includes('/v1.0/'))).toEqual([]);
});

it('stops asking when the code has run out', async () => {
  const { server, collected } = await attempt({ deviceCode: deviceCode({ expires_in: 2 }), token: [pending] });
  expect(outline(collected)).toEqual(nothingRead('sign-in-expired'));
  expect(server.posted.length).toBeLessThan(6);
});

it('tells why Entra ID gave no code', async () => {
  const unknown = refusal('unauthorized_client', 700016, 'Application was not found in the directory.');
  const { collected, failure } = await attempt({ deviceCode: unknown }, { source: { tenant: tenantId.toUpperCase() } });
  expect(outline(collected)).toEqual(nothingRead('sign-in-refused', tenantId));
  expect(failure?.message).toContain('AADSTS700016: Application was not found in the directory.');
  expect(failure?.message).not.toContain('Trace ID');
  expect(failure?.next).toContain('client id');
});

it.each([
  ['no pause between questions', { interval: 0 }],
  ['a pause of years', { interval: 1e12 }],
  ['a code that never ends', { expires_in: 1e12 }],
  ['an address that is not safe', { verification_uri: 'http://microsoft.com/devicelogin' }],
  ['a code with other text', { user_code: 'ABCD and call 555-0100' }],
  ['no code', { user_code: null }],
])('refuses %s', async (_what, more) => {
  const { server, collected } = await attempt({ deviceCode: deviceCode(more), token: [pending] });
  expect(outline(collected)).toEqual(nothingRead('sign-in-malformed'));
  expect(server.posted).toHaveLength(1);
});

it('tells a proxy from Entra ID', async () => {
  const page = { status: 200, body: '<html>Sign in to the proxy</html>' };
  const { collected } = await attempt({ deviceCode: page });
  expect(outline(collected)).toEqual(nothingRead('sign-in-unreadable'));
});

it('sends nothing to a server it cannot trust', async () => {
  const { server, collected } = await attempt({}, { certificate: await selfSigned(loginHost) });
  expect(outline(collected)).toEqual(nothingRead('tls-certificate-self-signed'));
  expect(server.web.requests).toEqual([]);
});

// Whoever waits for the next question waits longer than the test may take.
it.each([1, 60])(
  'ends at once when it is cancelled, and asks no more (every %i s)',
  { timeout: 50_000 },
  async (interval) => {
    const cancel = new AbortController();
    const { server, collected } = await attempt(
      { deviceCode: deviceCode({ interval }), token: [pending] },
      {
        signal: cancel.signal,
        onTarget: ({ phase }) => {
          if (phase.startsWith('Open ')) cancel.abort();
        },
      },
    );
    expect(collected.targets.at(-1)?.state).toBe('cancelled');
    expect(collected.records).toEqual([]);
    const asked = server.posted.length;
    await setTimeout(2500);
    expect(server.posted.length).toBe(asked);
  },
);

it('signs in and reads through a proxy that wants a password, and through nothing else', async () => {
  const proxy = await proxyServer({ account: 'reader:secret' });
  const settings = { host: '127.0.0.1', port: proxy.port, user: 'reader', revocation: false };
  const { server, collected } = await attempt({}, { proxy: { settings, password: 'secret' } });
  expect(outline(collected)).toContain('entra.users tenant complete');
  const { port } = server.web;
  expect([...new Set(proxy.requests)].sort()).toEqual([`CONNECT ${graphHost}:${port}`, `CONNECT ${loginHost}:${port}`]);
  const wrong = await attempt({}, { proxy: { settings, password: 'guess' } });
  expect(outline(wrong.collected)).toEqual(nothingRead('proxy-credentials-wrong'));
  expect(JSON.stringify(wrong.collected)).not.toContain('guess');
  await proxy.close();
});
