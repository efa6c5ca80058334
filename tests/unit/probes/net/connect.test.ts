import { afterEach, beforeAll, expect, it } from 'vitest';
import { ProbeFailure } from '../../../../src-main/engine/probe';
import { connectTcp, connectTls } from '../../../../src-main/probes/net/connect';
import type { Endpoint } from '../../../../src-main/probes/net/endpoint';
import { openNetwork } from '../../../../src-main/probes/net/network';
import type { LiveSources } from '../../../../src-shared/model/plan';
import { type Authority, createAuthority, type KeyAndCertificate, selfSigned } from '../servers/authority';
import { liveAt } from '../servers/live';
import { closedPort, type TestServer, tcpServer, tlsServer } from '../servers/sockets';

const host = 'dc1.contoso.test';
let authority: Authority;
let servers: TestServer[] = [];

beforeAll(async () => {
  authority = await createAuthority('Test Root');
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

async function started(server: Promise<TestServer>): Promise<TestServer> {
  servers.push(await server);
  return server;
}

const network = (live: LiveSources, signal = new AbortController().signal) => openNetwork(live, signal);
const trusting = (more: Partial<LiveSources> = {}): LiveSources =>
  liveAt([host], { caFile: authority.caFile, ...more });

async function failureCode(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof ProbeFailure) return error.failure.code;
    throw error;
  }
  return 'none';
}

/** Connects by TLS to a server with this certificate and says how it went and what the server had received by then. */
async function tryTls(identity: KeyAndCertificate, options: Parameters<typeof tlsServer>[2] = {}) {
  const server = await started(tlsServer(identity, () => undefined, options));
  const code = await failureCode(
    connectTls({ host, port: server.port, origin: 'typed' }, network(trusting())).then(({ close }) => close()),
  );
  return { code, received: server.received().length };
}

it('connects when chain and name are right', async () => {
  expect(await tryTls(await authority.issue({ names: [host] }))).toEqual({ code: 'none', received: 0 });
});

it.each([
  ['expired', async () => authority.issue({ names: [host], from: -90, until: -1 }), 'tls-certificate-expired'],
  ['not yet valid', async () => authority.issue({ names: [host], from: 1 }), 'tls-certificate-not-yet-valid'],
  ['for another name', async () => authority.issue({ names: ['other.contoso.test'] }), 'tls-certificate-wrong-name'],
  ['self-signed', async () => selfSigned(host), 'tls-certificate-self-signed'],
  [
    'of a foreign CA',
    async () => (await createAuthority('Foreign Root')).issue({ names: [host] }),
    'tls-certificate-not-trusted',
  ],
  ['signed with SHA-1', async () => authority.issue({ names: [host], hash: 'SHA-1' }), 'tls-certificate-too-weak'],
])('refuses a certificate %s', async (_what, identity, code) => {
  // The test server itself must be willing to show a weak certificate.
  expect(await tryTls(await identity(), { ciphers: 'DEFAULT@SECLEVEL=0' })).toEqual({ code, received: 0 });
});

it('refuses a server without a safe TLS version', async () => {
  const { code } = await tryTls(await authority.issue({ names: [host] }), {
    maxVersion: 'TLSv1.1',
    minVersion: 'TLSv1',
    ciphers: 'DEFAULT@SECLEVEL=0',
  });
  expect(code).toBe('tls-protocol-too-old');
});

it('tells a port that speaks no TLS', async () => {
  const server = await started(tcpServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
  expect(await failureCode(connectTls({ host, port: server.port, origin: 'typed' }, network(trusting())))).toBe(
    'tls-handshake-failed',
  );
});

it('tells a server that hangs up during the handshake', async () => {
  const server = await started(tcpServer((socket) => socket.destroy()));
  expect(await failureCode(connectTls({ host, port: server.port, origin: 'typed' }, network(trusting())))).toBe(
    'tls-handshake-failed',
  );
});

it('tells a closed port', async () => {
  expect(
    await failureCode(connectTcp({ host, port: await closedPort(), origin: 'typed' }, network(liveAt([host])))),
  ).toBe('connection-refused');
});

it('tells an unknown name', async () => {
  const endpoint: Endpoint = { host: 'no-such-host.invalid', port: 636, origin: 'typed' };
  expect(['dns-name-unknown', 'dns-failed']).toContain(await failureCode(connectTcp(endpoint, network(liveAt([])))));
});

it.each([
  ['a metadata address', '169.254.169.254', 'found'],
  ['this computer', '127.0.0.1', 'found'],
  ['the same in IPv6 dress', '::ffff:127.0.0.1', 'found'],
  ['no address at all', '0.0.0.0', 'found'],
] as const)('refuses to follow evidence to %s', async (_what, address, origin) => {
  expect(await failureCode(connectTcp({ host: address, port: 80, origin }, network(liveAt([]))))).toBe(
    'address-refused',
  );
});

it('goes to an address of this computer when somebody typed it', async () => {
  const server = await started(tcpServer(() => undefined));
  const { address, close } = await connectTcp({ host, port: server.port, origin: 'found' }, network(liveAt([host])));
  close();
  expect(address).toEqual({ address: '127.0.0.1', from: 'plan' });
});

it('takes an address override that is no address for a mistake', async () => {
  const live = liveAt([], { addresses: { [host]: 'dc2.contoso.test' } });
  expect(await failureCode(connectTcp({ host, port: 636, origin: 'typed' }, network(live)))).toBe('address-invalid');
});

it('gives up a handshake that is cancelled', async () => {
  const server = await started(tcpServer(() => undefined));
  const controller = new AbortController();
  const attempt = failureCode(
    connectTls({ host, port: server.port, origin: 'typed' }, network(trusting(), controller.signal)),
  );
  setTimeout(() => controller.abort(), 50);
  expect(await attempt).toBe('cancelled');
});

it('tells a deadline from a cancel', async () => {
  const server = await started(tcpServer(() => undefined));
  const attempt = connectTls(
    { host, port: server.port, origin: 'typed' },
    network(trusting(), AbortSignal.timeout(50)),
  );
  expect(await failureCode(attempt)).toBe('deadline');
});

it.each([
  ['is not there', '/no/such/file.pem'],
  ['holds no certificate', import.meta.filename],
])('contacts nobody when the CA file %s', async (_what, caFile) => {
  const server = await started(tcpServer(() => undefined));
  const attempt = connectTls({ host, port: server.port, origin: 'typed' }, network(liveAt([host], { caFile })));
  expect(await failureCode(attempt)).toBe('ca-file-unreadable');
  expect(server.connections()).toBe(0);
});
