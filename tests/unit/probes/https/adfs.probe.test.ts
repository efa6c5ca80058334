import type { RequestListener, ServerResponse } from 'node:http';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { ProbeFailure } from '../../../../src-main/engine/probe';
import adfsProbe from '../../../../src-main/probes/https/adfs.probe';
import { testAdfs } from '../../../../src-main/probes/https/test-adfs';
import type { EvidenceDraft } from '../../../../src-shared/model/evidence';
import { defaultScope } from '../../../../src-shared/model/scope';
import { type Authority, createAuthority, type KeyAndCertificate, selfSigned } from '../servers/authority';
import { liveAt } from '../servers/live';
import { closedPort } from '../servers/sockets';
import { type WebServer, webServer } from '../servers/web-server';

const host = 'fs.contoso.test';
let authority: Authority;
let identity: KeyAndCertificate;
let signing: string;
let servers: WebServer[] = [];

beforeAll(async () => {
  authority = await createAuthority('Test Root');
  identity = await authority.issue({ names: [host] });
  signing = (await selfSigned('ADFS Signing')).cert.replace(/-----[A-Z ]+-----|\s/gu, '');
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

const discovery = JSON.stringify({
  issuer: `https://${host}/adfs`,
  capabilities: ['winhello_cert', 'winhello_cert_kr'],
  scopes_supported: ['openid'],
});
const metadata =
  () => `<?xml version="1.0"?><EntityDescriptor entityID="http://${host}/adfs/services/trust" xmlns="urn:oasis:names:tc:SAML:2.0:metadata"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:fed="http://docs.oasis-open.org/wsfed/federation/200706"><RoleDescriptor xsi:type="fed:SecurityTokenServiceType">
  <KeyDescriptor use="signing"><KeyInfo><X509Data><X509Certificate>${signing}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>
  <fed:PassiveRequestorEndpoint><EndpointReference><Address>https://${host}/adfs/ls/</Address></EndpointReference></fed:PassiveRequestorEndpoint>
  </RoleDescriptor></EntityDescriptor>`;
const mex = `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"><wsdl:service><wsdl:port name="UserNameWSTrustBinding_IWSTrust13Async">
  <address location="https://${host}/adfs/services/trust/13/usernamemixed"/></wsdl:port></wsdl:service></wsdl:definitions>`;
const page = '<!DOCTYPE html><html><body>Sign in to the proxy</body></html>';
const bomb =
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><EntityDescriptor entityID="&b;"/>';

type Answer = (path: string, response: ServerResponse) => boolean;

function farm(answer: Answer): RequestListener {
  return ({ url = '' }, response) => {
    if (answer(url, response)) return;
    if (url.endsWith('openid-configuration'))
      response.writeHead(200, { 'content-type': 'application/json' }).end(discovery);
    else if (url.endsWith('FederationMetadata.xml'))
      response.writeHead(200, { 'content-type': 'application/samlmetadata+xml' }).end(metadata());
    else if (url.endsWith('mex')) response.writeHead(200, { 'content-type': 'text/xml' }).end(mex);
    else if (url === '/adfs/probe') response.writeHead(200).end();
    else response.writeHead(404).end();
  };
}

async function read(answer: Answer = () => false, certificate = identity) {
  const listener = farm(answer);
  const [https, http] = await Promise.all([webServer(listener, certificate), webServer(listener)]);
  servers.push(https, http);
  return { drafts: await collect(https.port, http.port), https, http };
}

async function collect(port: number, probePort: number): Promise<Map<string, EvidenceDraft>> {
  const live = liveAt([host], { caFile: authority.caFile, adfs: [{ id: 'fs', host, port, probePort }] });
  const input = { scope: defaultScope, live, evidence: [] };
  const [target] = adfsProbe.targets(input);
  if (target === undefined) throw new Error('No target');
  const signal = new AbortController().signal;
  const drafts = new Map<string, EvidenceDraft>();
  for await (const draft of adfsProbe.collect(target, {
    ...input,
    signal,
    password: () => undefined,
    progress: () => undefined,
  }))
    drafts.set(draft.kind, draft);
  return drafts;
}

it('reads certificate, documents and endpoints', async () => {
  const { drafts, https, http } = await read();
  expect(drafts.get('adfs.tls')).toMatchObject({
    target: host,
    status: 'complete',
    data: { verification: { trusted: true, nameMatches: true } },
  });
  expect(drafts.get('adfs.openid-configuration')).toMatchObject({
    status: 'complete',
    facts: 5,
    data: { host, answers: { length: 5 } },
  });
  expect(drafts.get('adfs.federation-metadata')).toMatchObject({
    status: 'complete',
    data: { isAdfs: true, signingCertificates: { length: 1 } },
  });
  expect(drafts.get('adfs.endpoints')).toMatchObject({
    status: 'complete',
    data: {
      answers: ['metadata', 'openid', 'mex', 'probe'].map((name) => ({ name, status: 200, expectedContent: true })),
    },
  });
  expect(https.requests.filter((request) => request.endsWith('openid-configuration'))).toHaveLength(5);
  expect(http.requests).toEqual(['GET /adfs/probe']);
});

it('reads nothing from a server it cannot trust', async () => {
  const { drafts, https } = await read(() => false, await selfSigned(host));
  expect(drafts.get('adfs.tls')).toMatchObject({
    status: 'complete',
    data: { verification: { trusted: false, errorCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' } },
  });
  for (const kind of ['adfs.openid-configuration', 'adfs.federation-metadata']) {
    expect(drafts.get(kind)).toMatchObject({ status: 'failed', failure: { code: 'tls-certificate-self-signed' } });
  }
  const problem = expect.stringContaining('self-signed');
  expect(drafts.get('adfs.endpoints')).toMatchObject({
    status: 'complete',
    data: {
      answers: [
        ...['metadata', 'openid', 'mex'].map((name) => ({ name, expectedContent: false, problem })),
        { name: 'probe', status: 200 },
      ],
    },
  });
  expect(https.requests).toEqual([]);
});

it('is partial when one node of the farm answers differently', async () => {
  let count = 0;
  const { drafts } = await read((path, response) => {
    if (!path.endsWith('openid-configuration')) return false;
    count += 1;
    if (count !== 3) return false;
    response.writeHead(503).end();
    return true;
  });
  expect(drafts.get('adfs.openid-configuration')).toMatchObject({
    status: 'partial',
    facts: 4,
    failure: { code: 'http-status' },
  });
  expect(drafts.get('adfs.endpoints')).toMatchObject({
    data: { answers: [{}, { name: 'openid', status: 503, expectedContent: false }, {}, {}] },
  });
});

it.each<[string, Answer, string, RegExp]>([
  [
    'a web page',
    (_path, response) => Boolean(response.writeHead(200, { 'content-type': 'text/html' }).end(page)),
    'adfs-document-unreadable',
    /web page/u,
  ],
  ['503', (_path, response) => Boolean(response.writeHead(503).end(page)), 'http-status', /HTTP status 503/u],
  [
    '6 MB',
    (_path, response) => Boolean(response.writeHead(200).end(Buffer.alloc(6 * 1024 * 1024, 0x20))),
    'http-too-large',
    /larger than 5 MB/u,
  ],
  [
    'an entity bomb',
    (_path, response) => Boolean(response.writeHead(200).end(bomb)),
    'adfs-document-unreadable',
    /cannot be read/u,
  ],
  [
    'nothing',
    (_path, response) => Boolean(response.writeHead(200).end()),
    'adfs-document-unreadable',
    /cannot be read/u,
  ],
])('says so when everything answers with %s', async (_what, answer, code, message) => {
  const { drafts } = await read(answer);
  for (const kind of ['adfs.openid-configuration', 'adfs.federation-metadata']) {
    expect(drafts.get(kind)).toMatchObject({
      status: 'failed',
      failure: { code, message: expect.stringMatching(message) },
    });
  }
});

it('fails as a whole when nothing listens', async () => {
  const attempt = collect(await closedPort(), await closedPort());
  await expect(attempt).rejects.toBeInstanceOf(ProbeFailure);
  await expect(attempt).rejects.toMatchObject({ failure: { code: 'connection-refused' } });
});

it('tests a connection', async () => {
  const server = await webServer(
    farm(() => false),
    identity,
  );
  servers.push(server);
  const live = liveAt([host], { caFile: authority.caFile });
  const job = { signal: new AbortController().signal, phase: () => undefined };
  expect(await testAdfs({ id: 'fs', host, port: server.port }, live, job)).toEqual({
    ok: true,
    facts: { issuer: `https://${host}/adfs` },
  });
  expect(await testAdfs({ id: 'fs', host, port: server.port }, liveAt([host]), job)).toMatchObject({
    ok: false,
    failure: { code: 'tls-certificate-not-trusted' },
  });
});
