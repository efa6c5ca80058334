import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import directoryProbe from '../../src-main/probes/ldap/directory.probe';
import { kerberosAvailability } from '../../src-main/probes/ldap/kerberos/kerberos-library';
import { testDirectory } from '../../src-main/probes/ldap/test-directory';
import type { DirectorySource } from '../../src-shared/model/plan';
import { temporaryFolder } from '../support/temporary-folder';
import { type Authority, createAuthority } from '../unit/probes/servers/authority';
import { type LdapRequest, result, serveLdap } from '../unit/probes/servers/ldap-server';
import { liveAt } from '../unit/probes/servers/live';
import { type TestServer, tlsServer } from '../unit/probes/servers/sockets';
import { collectAll, labSources } from './collect-target';
import { type KerberosClient, kerberosClient } from './kerberos-client';
import { waitUntil } from './run/isolated-process';
import { testLab } from './test-lab';

const lab = testLab();
const { reader } = lab.users;
const principal = `${reader.samAccountName}@${lab.dc.realm}`;
const job = { signal: new AbortController().signal, phase: () => undefined };

const byTicket = (more: Partial<DirectorySource> = {}): DirectorySource => ({
  id: 'lab',
  server: lab.dc.hostName,
  security: 'ldaps',
  ...more,
  signIn: 'kerberos',
});

/** A laptop whose Kerberos libraries are those of this process. */
async function laptop(realm?: string): Promise<KerberosClient> {
  const client = await kerberosClient(lab, temporaryFolder(), realm);
  for (const [name, value] of Object.entries(client.environment)) vi.stubEnv(name, value);
  return client;
}

afterEach(() => void vi.unstubAllEnvs());

it('is available here, where set-up found the headers', () => {
  expect(kerberosAvailability()).toEqual({ isAvailable: true });
});

describe('with a ticket', () => {
  it.each(['ldaps', 'starttls'] as const)('reads the directory as the user of the ticket over %s', async (security) => {
    await (await laptop()).signIn(principal, reader.password);
    const { drafts, draft, failure } = await collectAll(
      directoryProbe,
      labSources(lab, { directory: [byTicket({ security })] }),
    );
    expect(failure).toBeUndefined();
    expect(draft('ad.root-dse')?.notes?.join()).toContain(`signed in as ${principal}`);
    expect(draft('ad.domain')?.data?.objectSid).toBe(lab.dc.domainSid);
    expect(drafts.filter(({ status }) => status === 'complete').length).toBeGreaterThan(10);
  });

  it('has no more rights than the user', async () => {
    await (await laptop()).signIn(principal, reader.password);
    const hidden = lab.deviceRegistration.registeredDevicesDn;
    await lab.changeDirectory([
      { dn: hidden, replace: { nTSecurityDescriptor: [{ sddl: 'O:SYG:SYD:P(A;;GA;;;SY)' }] } },
    ]);
    try {
      const { draft } = await collectAll(directoryProbe, labSources(lab, { directory: [byTicket()] }));
      expect(draft('ad.registered-devices')?.failure?.reason).toBe('access-denied');
    } finally {
      await lab.reset();
    }
  });
});

describe('without a ticket that helps', () => {
  const failureOf = async (source: DirectorySource = byTicket()) => {
    const tested = await testDirectory(source, labSources(lab), '', job);
    return tested.ok ? undefined : tested.failure;
  };
  const offer = /user name and password/u;

  it('says that there is none', async () => {
    await laptop();
    const failure = await failureOf();
    expect(failure).toMatchObject({ code: 'kerberos-no-ticket', next: expect.stringMatching(offer) });
    expect(failure?.message).toContain(`ldap/${lab.dc.hostName}`);
  });

  it('says that it has expired', async () => {
    const client = await laptop();
    await client.signIn(principal, reader.password, '2s');
    expect(await waitUntil(async () => !(await client.hasTicket()), 30_000)).toBe(true);
    const failure = await failureOf();
    expect(failure).toMatchObject({ code: 'kerberos-no-ticket', next: expect.stringMatching(offer) });
    expect(failure?.message).toMatch(/expired/iu);
  });

  it('says that it is of another realm', async () => {
    await (await laptop('FABRIKAM.TEST')).signIn(principal, reader.password);
    const failure = await failureOf();
    expect(failure).toMatchObject({ code: 'kerberos-no-ticket', next: expect.stringMatching(offer) });
    expect(failure?.message).toMatch(/not found in Kerberos database/u);
  });

  it('asks for no ticket for an address, and contacts nobody', async () => {
    await laptop();
    const failure = await failureOf(byTicket({ server: lab.dc.address }));
    expect(failure).toMatchObject({ code: 'kerberos-needs-name', next: expect.stringMatching(offer) });
  });
});

/** What no Samba does, from a server with a certificate of the domain controller's name: it cannot read the ticket. */
describe('from a domain controller that does not want a ticket', () => {
  let authority: Authority;
  let server: TestServer | undefined;
  beforeAll(async () => {
    authority = await createAuthority('Kerberos Test Root');
  });
  afterEach(async () => await server?.close());

  async function failureAgainst(answer: (request: LdapRequest) => Buffer) {
    await (await laptop()).signIn(principal, reader.password);
    const identity = await authority.issue({ names: [lab.dc.hostName] });
    server = await tlsServer(identity, (socket) => serveLdap(socket, (request) => [answer(request)]));
    const live = liveAt([lab.dc.hostName], { caFile: authority.caFile });
    const tested = await testDirectory(byTicket({ port: server.port }), live, '', job);
    return tested.ok ? undefined : tested.failure;
  }

  it.each([
    ['channel binding', 49, 'AcceptSecurityContext error, data 80090346, v4563', 'kerberos-channel-binding'],
    ['another ticket', 49, 'AcceptSecurityContext error, data 52e, v4563', 'kerberos-refused'],
    ['an enabled account', 49, 'AcceptSecurityContext error, data 533, v4563', 'ldap-account-disabled'],
    ['signing', 8, 'strong authentication', 'ldap-strong-auth-required'],
  ])('that wants %s: offers the password', async (_what, code, diagnostic, expected) => {
    const failure = await failureAgainst(({ id }) => result(id, 'bind', code, { diagnostic }));
    expect(failure).toMatchObject({ code: expected, next: expect.stringMatching(/user name and password/u) });
  });

  it('believes no success before the server has proved who it is', async () => {
    expect(await failureAgainst(({ id }) => result(id, 'bind', 0))).toMatchObject({ code: 'ldap-malformed' });
  });

  it.each([
    ['nothing', undefined],
    ['rubbish', Buffer.from('not a token')],
  ])('believes no server that answers with %s', async (_what, serverCredentials) => {
    const options = serverCredentials === undefined ? {} : { serverCredentials };
    const failure = await failureAgainst(({ id }) => result(id, 'bind', 14, options));
    expect(failure).toMatchObject({ code: 'kerberos-server-not-proved' });
  });
});
