import { afterEach, beforeAll, expect, it } from 'vitest';
import controllerStateProbe from '../../../../src-main/probes/ldap/controller-state.probe';
import type { LiveSources } from '../../../../src-shared/model/plan';
import { type Authority, createAuthority, type KeyAndCertificate } from '../servers/authority';
import { entry, result, serveLdap } from '../servers/ldap-server';
import { liveAt } from '../servers/live';
import { known, targetsOf, visit } from '../servers/run-probe';
import { type TestServer, tlsServer } from '../servers/sockets';

const host = 'dc1.contoso.test';
const root = 'DC=contoso,DC=test';
let authority: Authority;
let identity: KeyAndCertificate;
let server: TestServer | undefined;

beforeAll(async () => {
  authority = await createAuthority('Test Root');
  identity = await authority.issue({ names: [host] });
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const controllers = known('ad.domain-controllers', 'contoso.test', {
  controllers: [{ distinguishedName: 'CN=DC1', objectGuid: '1', dnsHostName: 'DC1.contoso.test', readOnly: false }],
});
const server1 = {
  distinguishedName: 'CN=S',
  name: 'S',
  directoryService: 'writable',
  isGlobalCatalog: false,
  dnsHostName: 'dc9.emea.contoso.test',
} as const;
const sites = known('ad.sites', 'contoso.test', {
  containerFound: true,
  sites: [
    {
      distinguishedName: 'CN=Berlin',
      name: 'Berlin',
      subnets: [],
      servers: [
        server1,
        { ...server1, dnsHostName: 'member.contoso.test', directoryService: 'none' },
        { ...server1, dnsHostName: 'evil host/../x' },
      ],
    },
  ],
  subnetsWithoutSite: [],
  siteLinks: [],
});

const live = (port: number, more: Partial<LiveSources> = {}): LiveSources =>
  liveAt([host], {
    caFile: authority.caFile,
    domainControllerCertificates: true,
    directory: [{ id: 'dc', server: host, port, security: 'ldaps', signIn: 'password', user: 'reader@contoso.test' }],
    ...more,
  });

/** Asks a controller whose clock is this many seconds ahead. */
async function ask(from: KeyAndCertificate, ahead = 0) {
  const operations: string[] = [];
  server = await tlsServer(from, (socket) =>
    serveLdap(socket, ({ id, operation }) => {
      operations.push(operation);
      if (operation !== 'search') return [];
      const clock = new Date(Date.now() + ahead * 1000).toISOString().replace(/[-:T]|\.\d+Z/gu, '');
      const attributes = {
        dnsHostName: [host],
        defaultNamingContext: [root],
        configurationNamingContext: [`CN=Configuration,${root}`],
        schemaNamingContext: [`CN=Schema,CN=Configuration,${root}`],
        rootDomainNamingContext: [root],
        isSynchronized: ['TRUE'],
        isGlobalCatalogReady: ['FALSE'],
        domainControllerFunctionality: ['7'],
        currentTime: [`${clock}.0Z`],
        serverName: [`CN=DC1,CN=Servers,CN=Berlin,CN=Sites,CN=Configuration,${root}`],
      };
      return [entry(id, '', attributes), result(id, 'search', 0)];
    }),
  );
  const sources = live(server.port);
  const [target] = targetsOf(controllerStateProbe, sources, [controllers]);
  if (target === undefined) throw new Error('No target');
  return { ...(await visit(controllerStateProbe, target, sources)), operations };
}

it('asks without a sign-in and measures the clock', async () => {
  const { drafts, operations } = await ask(identity, 600);
  expect(drafts).toMatchObject([
    {
      kind: 'ad.controller-state',
      target: host,
      status: 'complete',
      data: {
        host,
        isSynchronized: true,
        isGlobalCatalogReady: false,
        domainControllerFunctionality: 7,
        serverName: expect.stringContaining('CN=Berlin'),
        kerberosPort: 'refused',
      },
    },
  ]);
  const [draft] = drafts;
  const skew = draft?.kind === 'ad.controller-state' ? draft.data?.clockSkewSeconds : undefined;
  expect(Math.abs((skew ?? 0) - 600)).toBeLessThan(5);
  expect(operations).not.toContain('bind');
});

it('keeps what the Kerberos port showed when the certificate is not to be trusted, and sends nothing', async () => {
  const { drafts, operations } = await ask(await authority.issue({ names: ['other.contoso.test'] }));
  expect(drafts).toMatchObject([
    {
      status: 'partial',
      data: { host, kerberosPort: 'refused' },
      failure: { reason: 'unreachable', code: 'tls-certificate-wrong-name' },
    },
  ]);
  expect(operations).toEqual([]);
});

it('visits every controller of the accounts and of the sites, and nothing else', () => {
  const ids = targetsOf(controllerStateProbe, live(636), [controllers, sites]).map(({ id }) => id);
  expect(ids).toEqual(['controller-state:dc1.contoso.test', 'controller-state:dc9.emea.contoso.test']);
  expect(targetsOf(controllerStateProbe, live(636, { domainControllerCertificates: false }), [controllers])).toEqual(
    [],
  );
  expect(controllerStateProbe.contacts(live(636)).map(({ port }) => port)).toEqual([88, 636]);
});

it('does not follow a name to this computer', async () => {
  const sources = { ...live(636), addresses: {}, directory: [] };
  const [target] = targetsOf(controllerStateProbe, sources, [
    known('ad.domain-controllers', 'x', {
      controllers: [{ distinguishedName: 'CN=L', objectGuid: '1', dnsHostName: 'localhost', readOnly: false }],
    }),
  ]);
  if (target === undefined) throw new Error('No target');
  const { failure } = await visit(controllerStateProbe, target, sources);
  expect(failure).toMatchObject({ code: 'address-refused' });
});
