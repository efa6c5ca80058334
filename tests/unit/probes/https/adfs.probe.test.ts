import type { RequestListener, ServerResponse } from 'node:http';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { ProbeFailure } from '../../../../src-main/engine/probe';
import adfsProbe from '../../../../src-main/probes/https/adfs.probe';
import { testAdfs } from '../../../../src-main/probes/https/test-adfs';
import type { EvidenceDraft } from '../../../../src-shared/model/evidence';
import type { AdfsTls } from '../../../../src-shared/model/evidence/adfs';
import type { AdfsSource } from '../../../../src-shared/model/plan';
import { defaultScope } from '../../../../src-shared/model/scope';
import { signedMetadata } from '../../evidence/signed-metadata';
import { type Authority, createAuthority, type KeyAndCertificate, selfSigned } from '../servers/authority';
import { liveAt } from '../servers/live';
import { closedPort } from '../servers/sockets';
import { type WebServer, webServer } from '../servers/web-server';

const host = 'fs.contoso.test';
let authority: Authority;
let identity: KeyAndCertificate;
let signing: KeyAndCertificate;
let servers: WebServer[] = [];

beforeAll(async () => {
  authority = await createAuthority('Test Root');
  identity = await authority.issue({ names: [host] });
  signing = await selfSigned('ADFS Signing');
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
const metadata = (): string => signedMetadata(host, [signing]);
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

async function collect(
  port: number,
  probePort: number,
  more: Partial<AdfsSource> = {},
  addresses: Readonly<Record<string, string>> = {},
): Promise<Map<string, EvidenceDraft>> {
  const source = { id: 'fs', host, port, probePort, certificatePort: await closedPort(), ...more };
  const names = liveAt([host, `certauth.${host}`, 'enterpriseregistration.contoso.test'], {});
  const live = { ...names, addresses: { ...names.addresses, ...addresses }, caFile: authority.caFile, adfs: [source] };
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
    data: { isAdfs: true, signingCertificates: { length: 1 }, signature: { state: 'valid' } },
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

it('looks at the names, the port for certificates and every node by itself', async () => {
  const [service, old] = await Promise.all([
    authority.issue({ names: [host, `certauth.${host}`] }),
    authority.issue({ names: [host] }),
  ]);
  const listener = farm(() => false);
  const [https, http] = await Promise.all([webServer(listener, service), webServer(listener)]);
  const another = { address: '127.0.0.2', port: https.port };
  const [second, certificates] = await Promise.all([webServer(listener, old, another), webServer(listener, service)]);
  servers.push(https, http, second, certificates);
  const nodes = ['fs01.contoso.test', 'fs02.contoso.test', 'fs03.contoso.test'];
  const addresses = {
    'fs01.contoso.test': '127.0.0.1',
    'fs02.contoso.test': '127.0.0.2',
    'fs03.contoso.test': '127.0.0.3',
  };
  const drafts = await collect(https.port, http.port, { nodes, certificatePort: certificates.port }, addresses);
  const matching = { verification: { trusted: true, nameMatches: true } };
  expect(drafts.get('adfs.tls')).toMatchObject({
    target: host,
    status: 'complete',
    data: {
      views: [
        { purpose: 'certificate-sign-in', name: host, port: certificates.port, ...matching },
        { purpose: 'certificate-sign-in', name: `certauth.${host}`, port: https.port, ...matching },
        { purpose: 'registration', name: 'enterpriseregistration.contoso.test', verification: { nameMatches: false } },
        { purpose: 'node', node: 'fs01.contoso.test', name: host, ...matching },
        { purpose: 'certificate-sign-in', node: 'fs01.contoso.test', ...matching },
        { purpose: 'certificate-sign-in', node: 'fs01.contoso.test', name: `certauth.${host}`, ...matching },
        { purpose: 'node', node: 'fs02.contoso.test', ...matching },
        {
          purpose: 'certificate-sign-in',
          node: 'fs02.contoso.test',
          chain: [],
          problem: expect.stringContaining('refused'),
        },
        {
          purpose: 'certificate-sign-in',
          node: 'fs02.contoso.test',
          name: `certauth.${host}`,
          verification: { nameMatches: false },
        },
        ...[0, 1, 2].map(() => ({ node: 'fs03.contoso.test', chain: [], problem: expect.stringContaining('fs03') })),
      ],
    },
  });
  const data = drafts.get('adfs.tls')?.data as AdfsTls;
  const thumbprint = (node: string) =>
    data.views?.find((view) => view.purpose === 'node' && view.node === node)?.chain[0]?.thumbprint;
  expect(thumbprint('fs01.contoso.test')).toBe(data.chain[0]?.thumbprint);
  expect(thumbprint('fs02.contoso.test')).not.toBe(data.chain[0]?.thumbprint);
  expect(drafts.get('adfs.endpoints')).toMatchObject({
    data: {
      answers: [
        ...['metadata', 'openid', 'mex'].map((name) => ({ name, status: 200 })),
        { name: 'probe', status: 200, url: `http://${host}:${http.port}/adfs/probe` },
        { name: 'probe', status: 200, url: `http://fs01.contoso.test:${http.port}/adfs/probe` },
        { name: 'probe', expectedContent: false, url: `http://fs02.contoso.test:${http.port}/adfs/probe` },
        { name: 'probe', expectedContent: false, url: `http://fs03.contoso.test:${http.port}/adfs/probe` },
      ],
    },
  });
});

it('keeps what it sees from outside apart, and asks for windowstransport there', async () => {
  const listener = farm((path, response) => {
    if (path === '/adfs/services/trust/13/windowstransport')
      response.writeHead(401, { 'www-authenticate': ['Negotiate', 'NTLM'] }).end();
    else if (path.endsWith('windowstransport')) response.writeHead(503).end();
    else return false;
    return true;
  });
  const [https, http] = await Promise.all([webServer(listener, identity), webServer(listener)]);
  servers.push(https, http);
  const drafts = await collect(https.port, http.port, { outside: true });
  expect(drafts.get('adfs.tls')).toMatchObject({ target: `${host} from outside`, data: { host, outside: true } });
  expect(drafts.get('adfs.federation-metadata')).toMatchObject({ target: host });
  expect(drafts.get('adfs.endpoints')).toMatchObject({
    target: `${host} from outside`,
    data: {
      host,
      outside: true,
      answers: [{ name: 'metadata' }, { name: 'openid' }, { name: 'mex' }],
      windowsTransport: [
        { path: '/adfs/services/trust/2005/windowstransport', status: 503, offersWindows: false },
        { path: '/adfs/services/trust/13/windowstransport', status: 401, offersWindows: true },
      ],
    },
  });
  expect(http.requests).toEqual([]);
  expect(https.requests.filter((request) => request.includes('windowstransport'))).toHaveLength(2);
});

it('names every place of a farm before it is contacted', () => {
  const source = { id: 'fs', host, nodes: ['fs01.contoso.test'] };
  const places = adfsProbe.contacts(liveAt([], { adfs: [source] })).map((contact) => `${contact.host}:${contact.port}`);
  expect(places).toEqual([
    `${host}:443`,
    `${host}:49443`,
    `certauth.${host}:443`,
    'enterpriseregistration.contoso.test:443',
    'fs01.contoso.test:443',
    'fs01.contoso.test:49443',
    `${host}:80`,
    'fs01.contoso.test:80',
  ]);
});

it('does not take metadata for that of AD FS when its signature does not fit', async () => {
  const { drafts } = await read((path, response) => {
    if (!path.endsWith('FederationMetadata.xml')) return false;
    response.writeHead(200).end(metadata().replace('/adfs/ls/', '/adfs/elsewhere/'));
    return true;
  });
  expect(drafts.get('adfs.federation-metadata')).toMatchObject({
    status: 'complete',
    data: { signature: { state: 'invalid' } },
    notes: [expect.stringContaining('not as it was signed')],
  });
  expect(drafts.get('adfs.endpoints')).toMatchObject({
    data: {
      answers: [
        { name: 'metadata', status: 200, expectedContent: false, problem: expect.stringContaining('signature') },
        {},
        {},
        {},
      ],
    },
  });
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
