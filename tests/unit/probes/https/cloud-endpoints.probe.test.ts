import type { RequestListener } from 'node:http';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import probe from '../../../../src-main/probes/https/cloud-endpoints.probe';
import type { LiveSources } from '../../../../src-shared/model/plan';
import { type Authority, createAuthority, type KeyAndCertificate } from '../servers/authority';
import { liveAt } from '../servers/live';
import { known, type ProbeRun, targetsOf, visit } from '../servers/run-probe';
import { closedPort } from '../servers/sockets';
import { type WebServer, webServer } from '../servers/web-server';

const tenantId = '4c1f7a52-6d0e-4b8f-9a61-2f6f0c9d7e11';
const suffix = 'contoso.com';
const signIn = 'login.microsoftonline.com';
const registration = 'enterpriseregistration.windows.net';
const own = `enterpriseregistration.${suffix}`;

let authority: Authority;
let servers: WebServer[] = [];
beforeAll(async () => {
  authority = await createAuthority('Inspection CA');
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

const sources = (more: Partial<LiveSources> = {}): LiveSources =>
  liveAt([signIn, registration, own], { cloudEndpoints: true, caFile: authority.caFile, ...more });
const evidence = [
  known('ad.partitions', suffix, {
    domains: [],
    upnSuffixes: ['Contoso.COM', 'contoso.local', 'evil.com/../x', 'evil.com:8443', 'münchen.de'],
  }),
  known('entra.domains', 'tenant', {
    domains: [
      {
        id: 'contoso.onmicrosoft.com',
        isVerified: true,
        authenticationType: 'Managed',
        isRoot: true,
        isInitial: true,
      },
      { id: 'pending.com', isVerified: false, authenticationType: 'Managed', isRoot: true, isInitial: false },
    ],
  }),
];

async function server(names: readonly string[], listener: RequestListener, issuer = authority): Promise<WebServer> {
  const identity: KeyAndCertificate = await issuer.issue({ names });
  const started = await webServer(listener, identity);
  servers.push(started);
  return started;
}
function target(about: 'endpoint' | 'domain' | 'suffix', host = signIn) {
  const found = targetsOf(probe, sources(), evidence).find((each) => each.about === about && each.hosts.includes(host));
  if (found === undefined) throw new Error('No target');
  return found;
}
const at = (url: URL, port: number): URL => new URL(url.href.replace(url.host, `${url.hostname}:${port}`));

it('names every host, and asks about names that can be public only', () => {
  const targets = targetsOf(probe, sources(), evidence);
  expect(targets.map(({ id }) => id)).toEqual([
    'cloud-endpoints:login.microsoftonline.com',
    'cloud-endpoints:device.login.microsoftonline.com',
    'cloud-endpoints:enterpriseregistration.windows.net',
    'cloud-endpoints:autologon.microsoftazuread-sso.com',
    'cloud-endpoints:domain:contoso.com',
    'cloud-endpoints:domain:xn--mnchen-3ya.de',
    'cloud-endpoints:domain:contoso.onmicrosoft.com',
    'cloud-endpoints:suffix:contoso.com',
    'cloud-endpoints:suffix:xn--mnchen-3ya.de',
  ]);
  expect(targetsOf(probe, liveAt([]), evidence)).toEqual([]);
  expect(probe.contacts(sources()).map(({ host }) => host)).toEqual([
    'login.microsoftonline.com',
    'device.login.microsoftonline.com',
    registration,
    'autologon.microsoftazuread-sso.com',
    signIn,
    registration,
    'enterpriseregistration.<UPN suffix> of every UPN suffix',
  ]);
});

it('follows the cloud of the tenant entered', () => {
  const live = sources({ entra: [{ id: 'gov', tenant: 'Agency.gov', cloud: 'usgov' }] });
  expect(targetsOf(probe, live).map(({ id, hosts }) => [id, ...hosts])).toEqual([
    ['cloud-endpoints:login.microsoftonline.us', 'login.microsoftonline.us'],
    ['cloud-endpoints:device.login.microsoftonline.us', 'device.login.microsoftonline.us'],
    ['cloud-endpoints:enterpriseregistration.microsoftonline.us', 'enterpriseregistration.microsoftonline.us'],
    ['cloud-endpoints:domain:agency.gov', 'login.microsoftonline.us'],
  ]);
});

describe('an endpoint', () => {
  async function look(port: number): Promise<ProbeRun> {
    const found = target('endpoint');
    if (found.about !== 'endpoint') throw new Error('Another target');
    return visit(probe, { ...found, endpoint: { ...found.endpoint, port } }, sources());
  }

  it('behind an inspecting proxy is reachable with a root that is not public', async () => {
    const proxy = await server([signIn], (_request, response) => response.end());
    const { drafts } = await look(proxy.port);
    expect(drafts).toMatchObject([
      {
        kind: 'entra.endpoint',
        target: signIn,
        status: 'complete',
        data: { reachable: true, verification: { trusted: true, nameMatches: true }, hasPublicRoot: false },
      },
    ]);
    expect(proxy.requests).toEqual([]);
  });

  it('that takes no connection is evidence of that', async () => {
    const { drafts } = await look(await closedPort());
    expect(drafts[0]).toMatchObject({ status: 'complete', data: { reachable: false, chain: [] } });
    expect(drafts[0]?.data).toHaveProperty('problem', expect.stringContaining('refused'));
  });
});

describe('the discovery of a domain', () => {
  async function ask(
    listener: RequestListener,
    issuer = authority,
    realm: RequestListener = json(200, { account_type: 'Unknown' }),
  ): Promise<ProbeRun> {
    const answer: RequestListener = (request, response) =>
      (request.url?.startsWith('/common/userrealm/') ? realm : listener)(request, response);
    const login = await server([signIn], answer, issuer);
    const found = target('domain');
    if (found.about !== 'domain') throw new Error('Another target');
    return visit(probe, { ...found, url: at(found.url, login.port), realm: at(found.realm, login.port) }, sources());
  }
  const json = (status: number, body: unknown): RequestListener => {
    return (_request, response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

  it('tells the tenant', async () => {
    const document = {
      token_endpoint: `https://${signIn}/${tenantId}/oauth2/v2.0/token`,
      issuer: `https://${signIn}/${tenantId}/v2.0`,
      tenant_region_scope: 'EU',
      cloud_instance_name: 'microsoftonline.com',
    };
    const { drafts } = await ask(json(200, document));
    expect(drafts[0]).toMatchObject({
      target: suffix,
      status: 'complete',
      data: { domain: suffix, tenantId, tenantRegionScope: 'EU', cloudInstanceName: 'microsoftonline.com' },
    });
    expect(servers[0]?.requests).toEqual([
      `GET /${suffix}/v2.0/.well-known/openid-configuration`,
      `GET /common/userrealm/user@${suffix}?api-version=1.0`,
    ]);
  });

  it('is followed by how its users sign in', async () => {
    const { drafts } = await ask(
      json(400, { error: 'invalid_tenant' }),
      authority,
      json(200, {
        ver: '1.0',
        account_type: 'Federated',
        domain_name: suffix,
        federation_protocol: 'WSTrust',
        federation_metadata_url: 'https://fs.contoso.com/adfs/services/trust/mex',
        federation_active_auth_url: 'https://fs.contoso.com/adfs/services/trust/2005/usernamemixed',
      }),
    );
    expect(drafts[1]).toMatchObject({
      kind: 'entra.realm',
      target: suffix,
      status: 'complete',
      data: {
        domain: suffix,
        accountType: 'Federated',
        federationProtocol: 'WSTrust',
        activeAuthUrl: 'https://fs.contoso.com/adfs/services/trust/2005/usernamemixed',
      },
    });
  });

  it.each<[string, RequestListener, string]>([
    ['another document', json(200, { ver: '1.0' }), 'discovery-unreadable'],
    ['a refusal', json(403, {}), 'http-status'],
  ])('keeps its tenant when the realm is %s', async (_what, realm, code) => {
    const { drafts, failure } = await ask(json(400, { error: 'invalid_tenant' }), authority, realm);
    expect(drafts.map(({ kind }) => kind)).toEqual(['entra.openid-configuration']);
    expect(failure).toMatchObject({ code });
  });

  it('tells that no tenant has it', async () => {
    const { drafts } = await ask(
      json(400, { error: 'invalid_tenant', error_description: 'AADSTS90002: Mandant nicht gefunden.' }),
    );
    expect(drafts[0]).toMatchObject({ status: 'complete', data: { domain: suffix } });
    expect(drafts[0]?.data).not.toHaveProperty('tenantId');
  });

  it.each<[string, RequestListener, string]>([
    ['another error', json(400, { error: 'invalid_request' }), 'http-status'],
    ['a page of a proxy', (_request, response) => response.end('<html>Sign in</html>'), 'discovery-unreadable'],
    ['too many requests', json(429, {}), 'http-status'],
    ['a list', json(200, []), 'discovery-unreadable'],
    ['a document without issuer', json(200, { token_endpoint: 'x' }), 'discovery-unreadable'],
  ])('is not made up from %s', async (_what, listener, code) => {
    const { drafts, failure } = await ask(listener);
    expect(drafts).toEqual([]);
    expect(failure).toMatchObject({ code });
  });

  it('is not asked of a server that cannot be verified', async () => {
    const { failure } = await ask(json(200, {}), await createAuthority('Nobody'));
    expect(failure?.code).toBe('tls-certificate-not-trusted');
    expect(servers[0]?.requests).toEqual([]);
  });
});

describe('the registration contract of a suffix', () => {
  const contract = (host: string): string =>
    JSON.stringify({ DeviceRegistrationService: { RegistrationEndpoint: `https://${host}/EnrollmentServer/x.svc` } });

  async function ask(cloudPort: number, ownPort: number) {
    const found = target('suffix', registration);
    if (found.about !== 'suffix') throw new Error('Another target');
    const addresses = { cloud: at(found.addresses.cloud, cloudPort), own: at(found.addresses.own, ownPort) };
    const { drafts } = await visit(probe, { ...found, addresses }, sources());
    return drafts[0]?.data;
  }

  it('at the cloud and at a server of the organisation', async () => {
    const cloud = await server([registration], (_request, response) => response.end(contract(registration)));
    const adfs = await server([own], (_request, response) => response.end(contract('fs.contoso.com')));
    expect(await ask(cloud.port, adfs.port)).toEqual({
      suffix,
      cloudStatus: 200,
      ownStatus: 200,
      ownPointsToCloud: false,
    });
    expect(cloud.requests).toEqual([`GET /${suffix}/enrollmentserver/contract?api-version=1.4`]);
    expect(adfs.requests).toEqual(['GET /EnrollmentServer/contract?api-version=1.2']);
  });

  it('at a name that leads to the cloud, which is not asked under that name', async () => {
    const cloud = await server([registration], (_request, response) => response.end(contract(registration)));
    expect(await ask(cloud.port, cloud.port)).toEqual({ suffix, cloudStatus: 200, ownPointsToCloud: true });
    expect(cloud.requests).toHaveLength(1);
  });

  it('without a server of the organisation, and refused by the cloud', async () => {
    const cloud = await server([registration], (_request, response) => response.writeHead(400).end());
    expect(await ask(cloud.port, await closedPort())).toEqual({ suffix, cloudStatus: 400, ownPointsToCloud: false });
  });

  it('where nobody answers', async () => {
    const closed = await closedPort();
    expect(await ask(closed, closed)).toEqual({ suffix, ownPointsToCloud: false });
  });
});
