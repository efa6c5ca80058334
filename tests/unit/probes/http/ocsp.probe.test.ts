import type { RequestListener } from 'node:http';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { decodeCertificate } from '../../../../src-main/evidence/certificate';
import probe from '../../../../src-main/probes/http/ocsp.probe';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { liveAt } from '../servers/live';
import { OpensslAuthority, type Responder } from '../servers/openssl-authority';
import { known, onlyTarget, targetsOf, visit } from '../servers/run-probe';
import { closedPort } from '../servers/sockets';
import { type WebServer, webServer } from '../servers/web-server';

const host = 'ocsp.contoso.test';
const live = liveAt([host], { authorityInformation: true });
let ca: OpensslAuthority;
let responder: Responder | undefined;
let server: WebServer | undefined;

beforeAll(() => {
  ca = new OpensslAuthority('OCSP Root');
});
afterEach(async () => {
  responder?.close();
  await server?.close();
  [responder, server] = [undefined, undefined];
});

/** A domain controller's certificate that names a responder at this port, and its issuer. */
function evidenceNaming(port: number, address = `http://${host}:${port}/ocsp`): readonly EvidenceRecord[] {
  const chain = [ca.issue('dc1', [`authorityInfoAccess=OCSP;URI:${address}`]), ca.certificate].map((der) =>
    decodeCertificate(der),
  );
  return [known('pki.dc-certificate', 'dc1.contoso.test', { host: 'dc1.contoso.test', chain, seen: 'tls' })];
}
const ask = (evidence: readonly EvidenceRecord[]) => visit(probe, onlyTarget(targetsOf(probe, live, evidence)), live);

it('asks a real responder and verifies its signature', async () => {
  // The responder reads its list of certificates when it starts.
  const evidence = evidenceNaming(await closedPort());
  responder = await ca.listen();
  const address = `http://${host}:${responder.port}/ocsp`;
  const target = { ...onlyTarget(targetsOf(probe, live, evidence)), responder: address, url: new URL(address) };
  const { drafts, failure } = await visit(probe, target, live);
  expect(failure).toBeUndefined();
  expect(drafts).toMatchObject([
    {
      kind: 'pki.ocsp',
      target: `${address} ${target.certificate.thumbprint}`,
      status: 'complete',
      data: {
        url: address,
        thumbprint: target.certificate.thumbprint,
        responseStatus: 'successful',
        certificateStatus: 'good',
        isSignatureValid: true,
      },
    },
  ]);
});

it('keeps a refusal as evidence', async () => {
  server = await webServer((_request, response) => response.end(Buffer.from([0x30, 3, 0x0a, 1, 6])));
  const { drafts } = await ask(evidenceNaming(server.port));
  expect(drafts[0]?.data).toMatchObject({ responseStatus: 'unauthorized' });
  expect(server.requests).toEqual(['POST /ocsp']);
});

it.each<[string, RequestListener, string]>([
  ['an error page', (_request, response) => response.writeHead(503).end('<html>'), 'http-status'],
  ['a web page', (_request, response) => response.end('<html>Welcome</html>'), 'ocsp-unreadable'],
  [
    'a redirect',
    (_request, response) => response.writeHead(302, { location: 'http://evil.test/' }).end(),
    'http-status',
  ],
  ['too much', (_request, response) => response.end(Buffer.alloc(1024 * 1024)), 'http-too-large'],
])('says so when the answer is %s', async (_what, listener, code) => {
  server = await webServer(listener);
  expect((await ask(evidenceNaming(server.port))).failure).toMatchObject({ code });
});

it('says so when nobody listens', async () => {
  expect((await ask(evidenceNaming(await closedPort()))).failure).toMatchObject({ code: 'connection-refused' });
});

it('asks nobody unless told to, nor about a certificate whose issuer is not known', () => {
  const evidence = evidenceNaming(80);
  expect(targetsOf(probe, liveAt([host]), evidence)).toEqual([]);
  const leafOnly = evidence.map((record) =>
    record.kind === 'pki.dc-certificate' && record.data !== undefined
      ? { ...record, data: { ...record.data, chain: record.data.chain.slice(0, 1) } }
      : record,
  );
  expect(targetsOf(probe, live, leafOnly)).toEqual([]);
});

it('sends nothing that tells more than the certificate does', async () => {
  const seen: Record<string, unknown>[] = [];
  server = await webServer((request, response) => {
    seen.push(request.headers);
    response.writeHead(401, { 'www-authenticate': 'Negotiate' }).end();
  });
  expect((await ask(evidenceNaming(server.port))).failure).toMatchObject({ code: 'http-status' });
  expect(seen).toHaveLength(1);
  expect(seen[0]).not.toHaveProperty('authorization');
});
