import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { type Authority, createAuthority, type KeyAndCertificate } from '../servers/authority';
import { isListening, signInWithBrowser } from './browser';
import { type CollectOptions, collectTenant, leaks, outline } from './collect-tenant';
import { type EntraAnswers, type EntraServer, entraServer, graphHost, loginHost } from './entra-server';

/** People are slower than a test; progress is told ten times a second. */
const aMoment = 200;

let authority: Authority;
let identity: KeyAndCertificate;
let servers: EntraServer[] = [];

beforeAll(async () => {
  authority = await createAuthority('Test Root');
  identity = await authority.issue({ names: [loginHost, graphHost] });
});
afterEach(async () => {
  await Promise.all(servers.map(({ web }) => web.close()));
  servers = [];
});

async function attempt(answers: EntraAnswers, options: Partial<CollectOptions> = {}) {
  const server = await entraServer(identity, answers);
  servers.push(server);
  const opened: string[] = [];
  const shown: Promise<string>[] = [];
  const collected = await collectTenant(server, {
    caFile: authority.caFile,
    source: { signIn: 'browser' },
    openAddress: (url) => {
      opened.push(url);
      shown.push(setTimeout(aMoment).then(() => signInWithBrowser(url, authority.caFile)));
    },
    ...options,
  });
  expect(leaks(collected)).toEqual([]);
  expect(collected.log).toEqual([]);
  return { server, collected, opened, shown: await Promise.all(shown), failure: collected.targets.at(-1)?.failure };
}

it('signs in with the page the browser was sent to, and reads the tenant', async () => {
  const { server, collected, opened, shown } = await attempt({});
  expect(outline(collected)).toContain('entra.users tenant complete');
  expect(shown).toEqual([expect.stringContaining('You are signed in')]);
  const [page] = server.pages;
  expect(page?.get('redirect_uri')).toMatch(/^http:\/\/localhost:\d+$/u);
  expect(page?.get('code_challenge_method')).toBe('S256');
  expect(page?.get('response_mode')).toBe('form_post');
  expect(page?.get('scope')).toContain(`${server.graph.origin}/Device.Read.All`);
  expect(server.posted.map((body) => body.get('grant_type'))).toEqual(['authorization_code']);
  expect(collected.targets.some(({ phase }) => phase.includes('in the browser that opens'))).toBe(true);
  expect(await isListening(opened[0] ?? '')).toBe(false);
});

it.each([
  [
    'declined',
    { error: 'access_denied', error_description: 'AADSTS65004: User declined to consent.' },
    'sign-in-declined',
  ],
  [
    'refused for its redirect address',
    { error: 'invalid_request', error_description: 'AADSTS50011: The redirect URI does not match.' },
    'sign-in-refused',
  ],
])('reads nothing when the sign-in is %s', async (_how, page, code) => {
  const { server, failure, opened } = await attempt({ page });
  expect(failure).toMatchObject({ code });
  expect(server.posted).toEqual([]);
  if (code === 'sign-in-refused') expect(failure?.next).toContain('http://localhost');
  expect(await isListening(opened[0] ?? '')).toBe(false);
});

it('takes no answer that another page sends it', async () => {
  const cancel = new AbortController();
  const { opened, server } = await attempt(
    {},
    {
      signal: cancel.signal,
      openAddress: (url) => {
        const forged = new URL(url);
        forged.searchParams.set('state', 'forged');
        void signInWithBrowser(forged.href, authority.caFile).then(() => cancel.abort());
      },
    },
  );
  expect(opened).toEqual([]);
  expect(server.posted).toEqual([]);
});

it('stops listening when it is cancelled', async () => {
  const cancel = new AbortController();
  let page = '';
  const { collected } = await attempt(
    {},
    {
      signal: cancel.signal,
      openAddress: (url) => {
        page = url;
        cancel.abort();
      },
    },
  );
  expect(collected.targets.at(-1)?.state).toBe('cancelled');
  expect(page).not.toBe('');
  expect(await isListening(page)).toBe(false);
});

it('says so where nobody can open a browser', async () => {
  const server = await entraServer(identity, {});
  servers.push(server);
  const collected = await collectTenant(server, { caFile: authority.caFile, source: { signIn: 'browser' } });
  expect(collected.targets.at(-1)?.failure).toMatchObject({ code: 'sign-in-no-browser' });
  expect(server.web.requests).toEqual([]);
});
