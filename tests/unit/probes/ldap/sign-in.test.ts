import * as tls from 'node:tls';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { ProbeFailure } from '../../../../src-main/engine/probe';
import { signIn } from '../../../../src-main/probes/ldap/sign-in';
import { openNetwork } from '../../../../src-main/probes/net/network';
import type { EvidenceFailure } from '../../../../src-shared/model/evidence';
import type { DirectorySource } from '../../../../src-shared/model/plan';
import { type Authority, createAuthority, type KeyAndCertificate, selfSigned } from '../servers/authority';
import { type LdapRequest, result, serveLdap } from '../servers/ldap-server';
import { liveAt } from '../servers/live';
import { type TestServer, tcpServer, tlsServer } from '../servers/sockets';

const host = 'dc1.contoso.test';
const secret = 'S3cret!Passphrase';
let authority: Authority;
let good: KeyAndCertificate;
let servers: TestServer[] = [];

beforeAll(async () => {
  authority = await createAuthority('Test Root');
  good = await authority.issue({ names: [host] });
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

async function started(server: Promise<TestServer>): Promise<TestServer> {
  servers.push(await server);
  return server;
}

async function failureOf(
  port: number,
  password: string | undefined,
  security: DirectorySource['security'] = 'ldaps',
): Promise<EvidenceFailure | undefined> {
  const source: DirectorySource = {
    id: 'dc1',
    server: host,
    port,
    security,
    signIn: 'password',
    user: 'reader@contoso.test',
  };
  const live = liveAt([host], { caFile: authority.caFile });
  try {
    (await signIn(source, password, openNetwork(live, new AbortController().signal))).close();
    return undefined;
  } catch (error) {
    if (error instanceof ProbeFailure) return error.failure;
    throw error;
  }
}

const bindAnswering =
  (code: number, diagnostic = '') =>
  (request: LdapRequest) =>
    request.operation === 'bind' ? [result(request.id, 'bind', code, { diagnostic })] : [];

it('signs in over LDAPS', async () => {
  const server = await started(tlsServer(good, (socket) => serveLdap(socket, bindAnswering(0))));
  expect(await failureOf(server.port, secret)).toBeUndefined();
  expect(server.received().includes(secret)).toBe(true);
});

it.each([undefined, ''])('contacts nobody without a password (%j)', async (password) => {
  const server = await started(tlsServer(good, (socket) => serveLdap(socket, bindAnswering(0))));
  expect((await failureOf(server.port, password))?.code).toBe('ldap-password-missing');
  expect(server.connections()).toBe(0);
});

it.each([
  ['self-signed', () => selfSigned(host), 'tls-certificate-self-signed'],
  ['expired', () => authority.issue({ names: [host], from: -90, until: -1 }), 'tls-certificate-expired'],
  ['for another name', () => authority.issue({ names: ['dc2.contoso.test'] }), 'tls-certificate-wrong-name'],
  [
    'of a foreign CA',
    async () => (await createAuthority('Foreign Root')).issue({ names: [host] }),
    'tls-certificate-not-trusted',
  ],
])('sends nothing to an LDAPS server whose certificate is %s', async (_what, identity, code) => {
  const server = await started(tlsServer(await identity(), (socket) => serveLdap(socket, bindAnswering(0))));
  expect((await failureOf(server.port, secret))?.code).toBe(code);
  expect(server.connections()).toBe(1);
  expect(server.received()).toHaveLength(0);
});

/** A server that agrees to StartTLS and goes on with TLS; `inside` remembers what came through it. */
function startTlsServer(identity: KeyAndCertificate, inside: Buffer[], before: readonly Buffer[] = []) {
  return tcpServer((socket) => {
    socket.once('data', () => {
      socket.removeAllListeners('data');
      socket.write(Buffer.concat([result(1, 'extended', 0), ...before]));
      const secure = new tls.TLSSocket(socket, { isServer: true, ...identity });
      secure.on('error', () => undefined);
      secure.on('data', (chunk: Buffer) => inside.push(chunk));
      serveLdap(secure, bindAnswering(0));
    });
  });
}

it('signs in over StartTLS', async () => {
  const inside: Buffer[] = [];
  const server = await started(startTlsServer(good, inside));
  expect(await failureOf(server.port, secret, 'starttls')).toBeUndefined();
  expect(Buffer.concat(inside).includes(secret)).toBe(true);
  expect(server.received().includes(secret)).toBe(false);
});

it('sends no password after StartTLS with a bad certificate', async () => {
  const inside: Buffer[] = [];
  const server = await started(startTlsServer(await selfSigned(host), inside));
  expect((await failureOf(server.port, secret, 'starttls'))?.code).toBe('tls-certificate-self-signed');
  expect(Buffer.concat([server.received(), ...inside]).includes(secret)).toBe(false);
});

it('distrusts data slipped in between StartTLS and TLS', async () => {
  const server = await started(startTlsServer(good, [], [result(2, 'bind', 0).subarray(0, 5)]));
  expect((await failureOf(server.port, secret, 'starttls'))?.code).toBe('ldap-malformed');
});

it('never falls back to an open connection when StartTLS is refused', async () => {
  const server = await started(
    tcpServer((socket) =>
      serveLdap(socket, (request) => [
        result(
          request.id,
          request.operation === 'extended' ? 'extended' : 'bind',
          request.operation === 'extended' ? 52 : 0,
        ),
      ]),
    ),
  );
  expect((await failureOf(server.port, secret, 'starttls'))?.code).toBe('ldap-starttls-refused');
  expect(server.received().includes(secret)).toBe(false);
});

it.each([
  ['525', 'ldap-user-unknown'],
  ['52e', 'ldap-invalid-credentials'],
  ['530', 'ldap-logon-hours'],
  ['531', 'ldap-logon-workstation'],
  ['532', 'ldap-password-expired'],
  ['533', 'ldap-account-disabled'],
  ['701', 'ldap-account-expired'],
  ['773', 'ldap-password-must-change'],
  ['775', 'ldap-account-locked'],
  ['constructor', 'ldap-invalid-credentials'],
])('knows why a bind was refused (data %s)', async (data, code) => {
  const diagnostic = `80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data ${data}, v1db1\0`;
  const server = await started(tlsServer(good, (socket) => serveLdap(socket, bindAnswering(49, diagnostic))));
  const failure = await failureOf(server.port, secret);
  expect(failure).toMatchObject({ reason: 'access-denied', code });
  expect(`${failure?.message} ${failure?.next}`).not.toContain(secret);
});

it('shows a server’s own words without letting them act', async () => {
  const server = await started(
    tlsServer(good, (socket) => serveLdap(socket, bindAnswering(8, 'BindSimple: \u202eTransport\u0007 required'))),
  );
  const failure = await failureOf(server.port, secret);
  expect(failure?.code).toBe('ldap-strong-auth-required');
  expect(failure?.message).toContain('‹U+202E›Transport‹U+0007› required');
});

it('tells a server that is lost during the bind', async () => {
  const server = await started(tlsServer(good, (socket) => serveLdap(socket, () => 'hang-up')));
  expect((await failureOf(server.port, secret))?.code).toBe('connection-lost');
});

it.each([
  ['HTTP', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ['an endless message', Buffer.from([0x30, 0x84, 0x7f, 0xff, 0xff, 0xff])],
  [
    'a length that lies',
    Buffer.from([0x30, 0x0c, 0x02, 0x01, 0x01, 0x61, 0x07, 0x0a, 0x01, 0x00, 0x04, 0x7f, 0x04, 0x00]),
  ],
])('refuses to be fed %s', async (_what, bytes) => {
  const server = await started(
    tlsServer(good, (socket) => {
      socket.once('data', () => socket.write(bytes));
    }),
  );
  expect((await failureOf(server.port, secret))?.code).toBe('ldap-malformed');
});
