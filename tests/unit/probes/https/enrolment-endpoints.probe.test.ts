import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import probe from '../../../../src-main/probes/https/enrolment-endpoints.probe';
import type { EnrolmentEndpoint } from '../../../../src-shared/model/evidence/network';
import { type Authority, createAuthority, type KeyAndCertificate, selfSigned } from '../servers/authority';
import { liveAt } from '../servers/live';
import { known, onlyTarget, targetsOf, visit } from '../servers/run-probe';
import { closedPort, type TestServer, tcpServer } from '../servers/sockets';
import { type WebServer, webServer } from '../servers/web-server';

const host = 'ca1.contoso.test';
let authority: Authority;
let identity: KeyAndCertificate;
let servers: (WebServer | TestServer)[] = [];

beforeAll(async () => {
  authority = await createAuthority('Test Root');
  identity = await authority.issue({ names: [host] });
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

const authorities = (enrollmentServers: readonly string[] = [], dnsHostName = host) =>
  known('ad.certification-authorities', 'contoso.test', {
    containerFound: true,
    authorities: [
      {
        distinguishedName: 'CN=Contoso Ausstellende CA',
        name: 'Contoso Ausstellende CÄ',
        dnsHostName,
        certificates: [],
        unreadableCertificates: 0,
        templates: [],
        enrollmentServers,
      },
    ],
    roots: [],
    intermediates: [],
  });
const sources = () => liveAt([host], { enrolmentEndpoints: true, caFile: authority.caFile });

interface Ports {
  readonly rpc: number;
  readonly http: number;
  readonly https: number;
}

/** The endpoints of the target, with the ports of local servers. */
async function read(ports: Ports, evidence = authorities()) {
  const target = onlyTarget(targetsOf(probe, sources(), [evidence]));
  const endpoints = target.endpoints.map(({ kind, url }) => {
    const moved = new URL(url);
    moved.port = String(url.protocol === 'http:' ? ports.http : ports.https);
    return { kind, url: moved };
  });
  const run = await visit(probe, { ...target, rpcPort: ports.rpc, endpoints }, sources());
  const [hostDraft, endpointDraft] = run.drafts;
  if (hostDraft?.kind !== 'pki.authority-host' || endpointDraft?.kind !== 'pki.enrolment-endpoints')
    throw new Error(run.failure?.message ?? 'Other drafts');
  return { reachability: hostDraft.data, endpoints: endpointDraft.data?.endpoints ?? [] };
}

const web = async (listener: RequestListener, certificate?: KeyAndCertificate): Promise<WebServer> => {
  const server = await webServer(listener, certificate);
  servers.push(server);
  return server;
};
const stateOf = (endpoints: readonly EnrolmentEndpoint[], isTls: boolean) =>
  Object.fromEntries(
    endpoints
      .filter((endpoint) => endpoint.isTls === isTls)
      .map(({ kind, state, status, authentication }) => [kind, [state, status, ...authentication]]),
  );

it('knows the usual addresses of a CA host and those the directory names', () => {
  const evidence = authorities(['1\n2\n0\nhttps://ces.contoso.test/CA_CES_Kerberos/service.svc/CES\n0']);
  const { hosts, endpoints } = onlyTarget(targetsOf(probe, sources(), [evidence]));
  const service = 'Contoso%20Ausstellende%20C%C3%84_CES_Kerberos/service.svc';
  expect(endpoints.map(({ url }) => url.href)).toEqual([
    `http://${host}/certsrv/`,
    `http://${host}/certsrv/mscep/mscep.dll`,
    `http://${host}/certsrv/mscep_admin/`,
    `http://${host}/${service}`,
    `https://${host}/certsrv/`,
    `https://${host}/certsrv/mscep/mscep.dll`,
    `https://${host}/certsrv/mscep_admin/`,
    `https://${host}/${service}`,
    'https://ces.contoso.test/CA_CES_Kerberos/service.svc/CES',
  ]);
  expect(hosts).toEqual([host, 'ces.contoso.test']);
});

it('contacts nobody unless asked to, and no host whose name is none', () => {
  expect(targetsOf(probe, liveAt([host]), [authorities()])).toEqual([]);
  expect(targetsOf(probe, sources(), [authorities([], 'ca1/../evil:80')])).toEqual([]);
  expect(targetsOf(probe, sources(), [authorities([], '')])).toEqual([]);
});

describe('reads what is offered', () => {
  it('and answers no demand for credentials', async () => {
    const seen: IncomingHttpHeaders[] = [];
    const iis: RequestListener = ({ url = '', headers }, response) => {
      seen.push(headers);
      if (url === '/certsrv/') response.writeHead(401, { 'www-authenticate': ['Negotiate', 'NTLM'] }).end();
      else if (url.startsWith('/certsrv/mscep/')) response.writeHead(200).end('<html>');
      else if (url === '/certsrv/mscep_admin/')
        response.writeHead(401, { 'www-authenticate': 'Basic realm="ntlm, Negotiate"' }).end();
      else response.writeHead(404).end();
    };
    const rpc = await tcpServer(() => undefined);
    servers.push(rpc);
    const [http, https] = [await web(iis), await web(iis, identity)];
    const { reachability, endpoints } = await read({ rpc: rpc.port, http: http.port, https: https.port });
    expect(reachability).toEqual({ host, addresses: ['127.0.0.1'], rpcPort: 'open' });
    expect(rpc.received()).toHaveLength(0);
    for (const isTls of [false, true]) {
      expect(stateOf(endpoints, isTls)).toEqual({
        'web-enrolment': ['answers', 401, 'negotiate', 'ntlm'],
        ndes: ['answers', 200],
        'ndes-admin': ['answers', 401, 'basic'],
        'enrolment-service': ['absent', 404],
      });
    }
    expect(seen).toHaveLength(8);
    for (const headers of seen) expect(headers).not.toHaveProperty('authorization');
  });

  it('where nothing listens, knocking once only', async () => {
    const closed = await closedPort();
    const { reachability, endpoints } = await read({ rpc: closed, http: closed, https: closed });
    expect(reachability?.rpcPort).toBe('refused');
    expect(endpoints.map(({ state }) => state)).toEqual(Array(8).fill('absent'));
  });

  it('where a redirect leads elsewhere, without following it', async () => {
    const elsewhere = await web((_request, response) => response.end());
    const location = `http://${host}:${elsewhere.port}/`;
    const http = await web((_request, response) => response.writeHead(302, { location }).end());
    const closed = await closedPort();
    const { endpoints } = await read({ rpc: closed, http: http.port, https: closed });
    expect(stateOf(endpoints, false)['web-enrolment']).toEqual(['answers', 302]);
    expect(elsewhere.requests).toEqual([]);
  });

  it('where the certificate cannot be verified, which sends nothing', async () => {
    const https = await web((_request, response) => response.end(), await selfSigned(host));
    const closed = await closedPort();
    const { endpoints } = await read({ rpc: closed, http: closed, https: https.port });
    const unverified = endpoints.filter(({ isTls }) => isTls);
    expect(unverified.map(({ state }) => state)).toEqual(Array(4).fill('unverified'));
    expect(unverified[0]?.problem).toContain('self-signed');
    expect(https.requests).toEqual([]);
  });

  it('where a server breaks off', async () => {
    const broken = await tcpServer((socket) => socket.destroy());
    servers.push(broken);
    const closed = await closedPort();
    const { endpoints } = await read({ rpc: closed, http: broken.port, https: closed });
    expect(stateOf(endpoints, false)['web-enrolment']).toEqual(['silent', undefined]);
    expect(broken.connections()).toBe(1);
  });
});

it('leaves a reason for both when the host is not known', async () => {
  const evidence = authorities([], 'ca1.nonexistent.invalid');
  const target = onlyTarget(targetsOf(probe, sources(), [evidence]));
  const { drafts, failure } = await visit(probe, target, liveAt([], { enrolmentEndpoints: true }));
  expect(drafts).toEqual([]);
  expect(failure?.reason).toBe('unreachable');
  expect(probe.gives(target).map(({ kind }) => kind)).toEqual(['pki.authority-host', 'pki.enrolment-endpoints']);
});

describe('a server of NDES beside the CAs', () => {
  const ndes = known('ndes.server', 'ndes.contoso.test', { host: 'NDES.contoso.test' });

  it('is asked for its answer over HTTPS, and for nothing else', async () => {
    const names = ['ndes.contoso.test'];
    const https = await web((_, response) => response.writeHead(403).end(), await authority.issue({ names }));
    const live = liveAt(names, { enrolmentEndpoints: true, caFile: authority.caFile });
    const target = onlyTarget(targetsOf(probe, live, [ndes]));
    expect(probe.gives(target)).toEqual([{ kind: 'pki.enrolment-endpoints', target: 'ndes.contoso.test' }]);
    const endpoints = target.endpoints.map(({ kind, url }) => {
      const moved = new URL(url);
      moved.port = String(https.port);
      return { kind, url: moved };
    });
    const { drafts } = await visit(probe, { ...target, endpoints }, live);
    expect(drafts).toMatchObject([
      {
        kind: 'pki.enrolment-endpoints',
        status: 'complete',
        data: { endpoints: [{ kind: 'ndes', state: 'answers', status: 403, isTls: true }] },
      },
    ]);
    expect(https.requests).toHaveLength(1);
  });

  it('is not asked twice when a CA is on it', () => {
    expect(targetsOf(probe, sources(), [authorities([], 'ndes.contoso.test'), ndes])).toHaveLength(1);
  });
});
