import { afterEach, beforeAll, expect, it } from 'vitest';
import { ProbeFailure } from '../../../../src-main/engine/probe';
import { openNetwork } from '../../../../src-main/probes/net/network';
import { inspectTls } from '../../../../src-main/probes/net/tls-inspection';
import { type Authority, createAuthority, type KeyAndCertificate, selfSigned } from '../servers/authority';
import { liveAt } from '../servers/live';
import { type TestServer, tcpServer, tlsServer } from '../servers/sockets';

const host = 'dc1.contoso.test';
let authority: Authority;
let server: TestServer | undefined;

beforeAll(async () => {
  authority = await createAuthority('Test Root');
});
afterEach(() => server?.close());

async function inspect(identity: KeyAndCertificate) {
  server = await tlsServer(identity, () => undefined);
  const network = openNetwork(liveAt([host], { caFile: authority.caFile }), new AbortController().signal);
  const { chain, verification } = await inspectTls({ host, port: server.port, origin: 'typed' }, network);
  return { names: chain[0]?.dnsNames, length: chain.length, verification };
}

it.each([
  ['good', () => authority.issue({ names: [host] }), { trusted: true, nameMatches: true }],
  [
    'good but for another host',
    () => authority.issue({ names: ['dc2.contoso.test'] }),
    { trusted: true, nameMatches: false },
  ],
  [
    'expired',
    () => authority.issue({ names: [host], from: -9, until: -1 }),
    { trusted: false, errorCode: 'CERT_HAS_EXPIRED', nameMatches: true },
  ],
  [
    'self-signed',
    () => selfSigned(host),
    { trusted: false, errorCode: 'DEPTH_ZERO_SELF_SIGNED_CERT', nameMatches: true },
  ],
  [
    'of a foreign CA',
    async () => (await createAuthority('Foreign')).issue({ names: [host] }),
    { trusted: false, errorCode: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', nameMatches: true },
  ],
])('describes a certificate that is %s and sends nothing', async (_what, identity, expected) => {
  const { verification, names } = await inspect(await identity());
  expect(verification).toEqual({ ...expected, protocol: 'TLSv1.3' });
  expect(names).toHaveLength(1);
  expect(server?.received()).toHaveLength(0);
});

it('says when there is no TLS to look at', async () => {
  server = await tcpServer((socket) => socket.end('220 hello\r\n'));
  const network = openNetwork(liveAt([host]), new AbortController().signal);
  const attempt = inspectTls({ host, port: server.port, origin: 'typed' }, network);
  await expect(attempt).rejects.toBeInstanceOf(ProbeFailure);
  await expect(attempt).rejects.toMatchObject({ failure: { code: 'tls-handshake-failed' } });
});
