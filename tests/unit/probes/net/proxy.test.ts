import { afterEach, beforeAll, expect, it } from 'vitest';
import { contactsOf } from '../../../../src-main/engine/coverage';
import crlProbe from '../../../../src-main/probes/http/crl.probe';
import { exchange } from '../../../../src-main/probes/net/http-exchange';
import { httpGet } from '../../../../src-main/probes/net/http-get';
import { openInternet } from '../../../../src-main/probes/net/network';
import { inspectTls } from '../../../../src-main/probes/net/tls-inspection';
import { noLiveSources, type ProxySettings, proxyCredential } from '../../../../src-shared/model/plan';
import { type Authority, createAuthority, type KeyAndCertificate, selfSigned } from '../servers/authority';
import { type ProxyOptions, proxyServer } from '../servers/proxy-server';
import { visit } from '../servers/run-probe';
import { closedPort } from '../servers/sockets';
import { type WebServer, webServer } from '../servers/web-server';

/** Known to the proxy only: this computer cannot resolve it. */
const host = 'graph.contoso.test';
const account = { user: 'CONTOSO\\reader', password: 'päss:word' };
let authority: Authority;
let identity: KeyAndCertificate;
let open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  authority = await createAuthority('Test Root');
  identity = await authority.issue({ names: [host] });
});
afterEach(async () => {
  await Promise.all(open.map((server) => server.close()));
  open = [];
});

const listen = async (certificate?: KeyAndCertificate): Promise<WebServer> => {
  const server = await webServer(
    (request, response) => void response.end(JSON.stringify(request.headers)),
    certificate,
  );
  open.push(server);
  return server;
};
async function behind(options: ProxyOptions, more: Partial<ProxySettings> = {}, password?: string) {
  const proxy = await proxyServer(options);
  open.push(proxy);
  return { proxy, ...through(proxy.port, more, password) };
}
function through(port: number, more: Partial<ProxySettings> = {}, password?: string) {
  const settings: ProxySettings = { host: '127.0.0.1', port, revocation: false, ...more };
  const live = { ...noLiveSources, caFile: authority.caFile, proxy: settings };
  const signal = new AbortController().signal;
  const way = { live, signal, password: (id: string) => (id === proxyCredential ? password : undefined) };
  return { way, network: openInternet(way) };
}
const get = (url: string) => ({ url: new URL(url), origin: 'typed', limit: 100_000, deadline: 10_000 }) as const;

it('reaches a host through a proxy that wants a password, with TLS verified from end to end', async () => {
  const server = await listen(identity);
  const { proxy, network } = await behind(
    { account: `${account.user}:${account.password}` },
    { user: account.user },
    account.password,
  );
  const answer = await httpGet(get(`https://${host}:${server.port}/v1.0/me`), network);
  expect(answer.status).toBe(200);
  expect(answer.address.from).toBe('proxy');
  expect(answer.body.toString()).not.toContain('proxy-authorization');
  expect(proxy.requests).toEqual([`CONNECT ${host}:${server.port}`]);
  expect(await inspectTls({ host, port: server.port, origin: 'typed' }, network)).toMatchObject({
    verification: { trusted: true, nameMatches: true },
  });
});

it('does not trust what a proxy puts in place of the host', async () => {
  const server = await listen(await selfSigned(host));
  const { network } = await behind({});
  await expect(httpGet(get(`https://${host}:${server.port}/`), network)).rejects.toMatchObject({
    failure: { code: 'tls-certificate-self-signed' },
  });
  expect(server.requests).toEqual([]);
});

it('hands plain requests to the proxy, and the password to nobody else', async () => {
  const server = await listen();
  const { proxy, network } = await behind(
    { account: `${account.user}:${account.password}` },
    { user: account.user },
    account.password,
  );
  const url = `http://pki.contoso.test:${server.port}/list.crl?x=1`;
  const answer = await exchange(get(url), network);
  expect(JSON.parse(answer.body.toString())).toMatchObject({ host: `pki.contoso.test:${server.port}` });
  expect(answer.body.toString()).not.toContain('proxy-authorization');
  expect(proxy.requests).toEqual([`GET ${url}`]);
});

it.each<[string, ProxyOptions, Partial<ProxySettings>, string | undefined, string]>([
  ['a wrong password', { account: 'a:b' }, { user: 'a' }, 'c', 'proxy-credentials-wrong'],
  ['no password', { account: 'a:b' }, { user: 'a' }, undefined, 'proxy-credentials-missing'],
  ['no account', { account: 'a:b' }, {}, undefined, 'proxy-credentials-missing'],
  [
    'another scheme',
    { account: 'a:b', challenge: 'Negotiate, NTLM' },
    { user: 'a' },
    'c',
    'proxy-authentication-unsupported',
  ],
  ['a host that is not allowed', { status: 403 }, {}, undefined, 'proxy-refused'],
  ['a host it cannot reach', { status: 504 }, {}, undefined, 'proxy-cannot-reach'],
])('says so when the proxy refuses: %s', async (_what, options, settings, password, code) => {
  const server = await listen(identity);
  const isOtherScheme = options.challenge !== undefined;
  const { network } = await behind(options, settings, password);
  await expect(httpGet(get(`https://${host}:${server.port}/`), network)).rejects.toMatchObject({ failure: { code } });
  if (code.includes('credentials') || isOtherScheme)
    await expect(httpGet(get('http://pki.contoso.test/'), network)).rejects.toMatchObject({ failure: { code } });
  expect(server.requests).toEqual([]);
});

it('tells a proxy that is not there from a host that is not', async () => {
  const { network } = through(await closedPort());
  for (const url of [`https://${host}/`, 'http://pki.contoso.test/'])
    await expect(httpGet(get(url), network)).rejects.toMatchObject({ failure: { code: 'proxy-unreachable' } });
});

it('ends with the target while the proxy says nothing', async () => {
  const proxy = await proxyServer({ isSilent: true });
  open.push(proxy);
  const cancel = new AbortController();
  const { way } = through(proxy.port);
  const waiting = httpGet(get(`https://${host}/`), openInternet({ ...way, signal: cancel.signal }));
  setTimeout(() => cancel.abort(), 200);
  await expect(waiting).rejects.toMatchObject({ failure: { code: 'cancelled' } });
});

it('does not lead an address from evidence to this computer', async () => {
  const { proxy, network } = await behind({});
  for (const url of ['http://127.0.0.1:1/', 'https://127.0.0.1:1/', 'http://169.254.169.254/latest'])
    await expect(httpGet({ ...get(url), origin: 'found' }, network)).rejects.toMatchObject({
      failure: { code: 'address-refused' },
    });
  expect(proxy.requests).toEqual([]);
});

it('leaves revocation lists to the direct way unless told otherwise', async () => {
  const list = await authority.revocationList();
  const server = await webServer((_request, response) => void response.end(list));
  open.push(server);
  const { way, proxy } = await behind({}, { revocation: true });
  const spelling = `http://pki.contoso.test:${server.port}/root.crl`;
  const target = { id: 'crl', title: spelling, hosts: [], url: new URL(spelling), spelling };
  const run = await visit(crlProbe, target, way.live);
  expect(run.drafts).toMatchObject([{ kind: 'pki.crl', status: 'complete' }]);
  expect(proxy.requests).toEqual([`GET ${spelling}`]);
  const direct = await visit(crlProbe, target, { ...way.live, proxy: { ...way.live.proxy, revocation: false } });
  expect(direct.failure).toMatchObject({ code: expect.stringMatching(/^dns-/u) });
  expect(proxy.requests).toHaveLength(1);
});

it('names the proxy before it is used, and only then', () => {
  const proxy: ProxySettings = { host: 'proxy.contoso.com', port: 8080, user: 'reader', revocation: false };
  const used = contactsOf({ ...noLiveSources, proxy, cloudEndpoints: true });
  expect(used[0]).toMatchObject({
    host: 'proxy.contoso.com',
    port: 8080,
    sends: expect.stringContaining('not encrypted'),
  });
  expect(contactsOf({ ...noLiveSources, proxy, revocationLists: true }).map((contact) => contact.host)).not.toContain(
    'proxy.contoso.com',
  );
});
