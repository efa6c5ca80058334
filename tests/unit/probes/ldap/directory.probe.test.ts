import { afterEach, beforeAll, expect, it } from 'vitest';
import type { ProbeContext } from '../../../../src-main/engine/probe';
import directoryProbe from '../../../../src-main/probes/ldap/directory.probe';
import type { EvidenceDraft, EvidenceKind } from '../../../../src-shared/model/evidence';
import { defaultScope } from '../../../../src-shared/model/scope';
import { type Authority, createAuthority, type KeyAndCertificate } from '../servers/authority';
import { entry, type LdapRequest, reference, result, serveLdap } from '../servers/ldap-server';
import { liveAt } from '../servers/live';
import { type TestServer, tlsServer } from '../servers/sockets';

const host = 'dc1.contoso.test';
const configuration = 'CN=Configuration,DC=contoso,DC=test';
const hostHead = 'DC=contoso,DC=test';
let authority: Authority;
let identity: KeyAndCertificate;
let server: TestServer | undefined;

beforeAll(async () => {
  authority = await createAuthority('Test Root');
  identity = await authority.issue({ names: [host] });
});
afterEach(() => server?.close());

type Answer = (request: LdapRequest, base: string) => readonly Buffer[] | 'hang-up' | undefined;

/** A directory of one user and two domains; `answer` may answer a search in another way. */
function directory(answer: Answer): (request: LdapRequest) => readonly Buffer[] | 'hang-up' {
  return (request) => {
    const { id, operation, strings } = request;
    if (operation === 'bind') return [result(id, 'bind', 0)];
    if (operation !== 'search') return [];
    const base = strings[0] ?? '';
    return answer(request, base) ?? usualAnswer(request, base);
  };
}

function usualAnswer({ id, bytes, attributes }: LdapRequest, base: string): readonly Buffer[] {
  const done = result(id, 'search', 0, { cookie: '' });
  if (base === '') {
    const root = {
      dnsHostName: host,
      defaultNamingContext: hostHead,
      configurationNamingContext: configuration,
      schemaNamingContext: `CN=Schema,${configuration}`,
      rootDomainNamingContext: hostHead,
    };
    return [entry(id, '', Object.fromEntries(Object.entries(root).map(([name, value]) => [name, [value]]))), done];
  }
  if (base.startsWith('CN=Partitions')) {
    const crossRef = (name: string, dns: string, dn: string) =>
      entry(id, `CN=${name},CN=Partitions,${configuration}`, {
        objectClass: ['top', 'crossRef'],
        dnsRoot: [dns],
        nETBIOSName: [name],
        nCName: [dn],
        systemFlags: ['3'],
      });
    return [
      entry(id, `CN=Partitions,${configuration}`, {
        objectClass: ['crossRefContainer'],
        'msDS-Behavior-Version': ['7'],
        uPNSuffixes: ['contoso.com'],
      }),
      crossRef('CONTOSO', 'contoso.test', hostHead),
      crossRef('EMEA', 'emea.contoso.test', `DC=emea,${hostHead}`),
      done,
    ];
  }
  if (bytes.includes('userPrincipalName')) return [user(id, 'alice'), done];
  if (attributes.length === 1) return [entry(id, base, { objectClass: ['container'] }), done];
  return [done];
}

const user = (id: number, name: string): Buffer =>
  entry(id, `CN=${name},CN=Users,${hostHead}`, {
    objectClass: ['top', 'person', 'user'],
    objectCategory: [`CN=Person,CN=Schema,${configuration}`],
    objectSid: [Buffer.from('0105000000000005150000000102030405060708090a0b0c51040000', 'hex')],
    sAMAccountName: [name],
    userPrincipalName: [`${name}@contoso.com`],
    userAccountControl: ['512'],
  });

interface Reading {
  readonly drafts: readonly EvidenceDraft[];
  readonly of: (kind: EvidenceKind, target?: string) => EvidenceDraft | undefined;
  readonly phases: readonly string[];
}

async function read(answer: Answer, signal = new AbortController().signal): Promise<Reading> {
  server = await tlsServer(identity, (socket) => serveLdap(socket, directory(answer)));
  const source = {
    id: 'dc1',
    server: host,
    port: server.port,
    security: 'ldaps',
    signIn: 'password',
    user: 'reader@contoso.test',
  } as const;
  const live = liveAt([host], { caFile: authority.caFile, directory: [source], everyDomain: false });
  const input = { scope: defaultScope, live, evidence: [] };
  const phases: string[] = [];
  const context: ProbeContext = { ...input, signal, password: () => 'secret', progress: (phase) => phases.push(phase) };
  const [target] = directoryProbe.targets(input);
  if (target === undefined) throw new Error('No target');
  const drafts: EvidenceDraft[] = [];
  for await (const draft of directoryProbe.collect(target, context)) {
    drafts.push(draft);
  }
  return {
    drafts,
    phases,
    of: (kind, about = 'contoso.test') => drafts.find((draft) => draft.kind === kind && draft.target === about),
  };
}

const isUsers = ({ attributes }: LdapRequest): boolean => attributes.includes('userPrincipalName');

it('reads a forest and says which of its domains was not asked', async () => {
  const { of } = await read(() => undefined);
  expect(of('ad.root-dse', host)).toMatchObject({ target: host, status: 'complete' });
  expect(of('ad.partitions')).toMatchObject({
    target: 'contoso.test',
    status: 'complete',
    source: { location: expect.stringMatching(/^ldaps:\/\/dc1\.contoso\.test:\d+\/CN=Partitions/u) },
  });
  expect(of('ad.pilot-users', 'contoso.test')).toMatchObject({
    status: 'complete',
    data: { total: 1, suffixes: [{ suffix: 'contoso.com', count: 1 }] },
  });
  expect(of('ad.pilot-users', 'emea.contoso.test')).toMatchObject({
    status: 'failed',
    failure: { reason: 'not-collected', code: 'directory-domain-not-asked' },
  });
});

it('keeps what it read as LDIF', async () => {
  const { of } = await read(() => undefined);
  const text = Buffer.from(of('ad.pilot-users', 'contoso.test')?.raw?.bytes ?? []).toString('utf8');
  expect(text).toContain('dn: CN=alice,CN=Users,DC=contoso,DC=test\n');
  expect(text).toContain('objectsid:: AQUAAAAAAAUVAAAAAQIDBAUGBwgJCgsMUQQAAA==\n');
});

it('follows pages to the last one', async () => {
  const { of } = await read((request) => {
    if (!isUsers(request)) return undefined;
    const page = request.bytes.includes('page-2') ? 2 : 1;
    return [
      user(request.id, `user${page}a`),
      user(request.id, `user${page}b`),
      result(request.id, 'search', 0, { cookie: page === 1 ? 'page-2' : '' }),
    ];
  });
  expect(of('ad.pilot-users')).toMatchObject({ status: 'complete', facts: 4 });
});

it('reads value ranges to their end', async () => {
  const suffixes = Array.from({ length: 25 }, (_, index) => `suffix${index}.test`);
  const { of } = await read(({ id, attributes }, base) => {
    if (!base.startsWith('CN=Partitions')) return undefined;
    const range = /^uPNSuffixes;range=(\d+)-\*$/iu.exec(attributes[0] ?? '');
    const start = range === null ? 0 : Number(range[1]);
    const end = start + 10 < suffixes.length ? start + 9 : '*';
    const name = `uPNSuffixes;range=${start}-${end}`;
    return [
      entry(id, `CN=Partitions,${configuration}`, {
        objectClass: ['crossRefContainer'],
        uPNSuffixes: [],
        [name]: suffixes.slice(start, start + 10),
      }),
      result(id, 'search', 0, { cookie: '' }),
    ];
  });
  expect(of('ad.partitions')).toMatchObject({ data: { upnSuffixes: suffixes } });
});

it('notes references and does not follow them', async () => {
  const elsewhere = 'ldap://emea.contoso.test/DC=emea,DC=contoso,DC=test';
  const { of } = await read((request) =>
    isUsers(request)
      ? [user(request.id, 'alice'), reference(request.id, [elsewhere]), result(request.id, 'search', 0, { cookie: '' })]
      : undefined,
  );
  expect(of('ad.pilot-users')).toMatchObject({
    status: 'complete',
    notes: [`Parts held elsewhere were not followed: ${elsewhere}.`],
  });
});

it.each([
  [10, 'not-collected', 'ldap-referral'],
  [50, 'access-denied', 'ldap-insufficient-access'],
  [1, 'access-denied', 'ldap-not-signed-in'],
  [12, 'unreadable', 'ldap-control-not-supported'],
  [51, 'unreachable', 'ldap-busy'],
  [80, 'unreadable', 'ldap-result-80'],
])('keeps the other topics when one is refused with code %i', async (code, reason, name) => {
  const { of } = await read((request) =>
    isUsers(request) ? [result(request.id, 'search', code, { referrals: ['ldap://elsewhere.test/'] })] : undefined,
  );
  expect(of('ad.pilot-users')).toMatchObject({ status: 'failed', failure: { reason, code: name } });
  expect(of('ad.partitions')).toMatchObject({ status: 'complete' });
});

it('keeps what came before a size limit, as partial', async () => {
  const { of } = await read((request) =>
    isUsers(request) ? [user(request.id, 'alice'), result(request.id, 'search', 4)] : undefined,
  );
  expect(of('ad.pilot-users')).toMatchObject({ status: 'partial', facts: 1, failure: { code: 'ldap-size-limit' } });
});

it('takes silence below an unreadable base for a denial', async () => {
  const { of } = await read((request, base) =>
    base.startsWith('CN=Certificate Templates') ? [result(request.id, 'search', 0, { cookie: '' })] : undefined,
  );
  expect(of('ad.certificate-templates')).toMatchObject({
    status: 'failed',
    failure: { reason: 'access-denied', code: 'directory-access-denied' },
  });
});

it('takes an entry without its class for a denial', async () => {
  const { of } = await read((request) =>
    isUsers(request)
      ? [user(request.id, 'alice'), entry(request.id, 'CN=secret', {}), result(request.id, 'search', 0, { cookie: '' })]
      : undefined,
  );
  expect(of('ad.pilot-users')).toMatchObject({
    status: 'partial',
    facts: 1,
    failure: { code: 'directory-access-denied', message: expect.stringContaining('CN=secret') },
  });
});

it('takes a missing base for an answer', async () => {
  const { of } = await read((request, base) =>
    base.startsWith('CN=Device Registration') ? [result(request.id, 'search', 32)] : undefined,
  );
  expect(of('ad.device-registration')).toMatchObject({ status: 'complete', data: { containerFound: false } });
});

it('keeps finished topics when the server dies in the middle of one', async () => {
  let requests = 0;
  const { drafts, of } = await read((request) => {
    if (!isUsers(request)) return undefined;
    requests += 1;
    return requests > 1 ? 'hang-up' : [user(request.id, 'alice'), result(request.id, 'search', 0, { cookie: 'more' })];
  });
  expect(of('ad.partitions')).toMatchObject({ status: 'complete' });
  expect(of('ad.pilot-users')).toMatchObject({
    status: 'partial',
    facts: 1,
    failure: { reason: 'unreachable', code: 'connection-lost' },
  });
  // Without a CA there is no computer account to search for, so nothing of it can be lost.
  const after = drafts
    .slice(drafts.findIndex(({ kind, target }) => kind === 'ad.pilot-users' && target === 'contoso.test') + 1)
    .filter(({ kind }) => kind !== 'ad.authority-computers');
  expect(after.length).toBeGreaterThan(0);
  for (const draft of after) expect(draft).toMatchObject({ status: 'failed', failure: { code: 'connection-lost' } });
});

// A silent server is waited for longer than a test may take.
it('stops at once when cancelled, and says so', async () => {
  const controller = new AbortController();
  const { of } = await read((request) => {
    if (!isUsers(request)) return undefined;
    setTimeout(() => controller.abort(), 100);
    return [user(request.id, 'alice')];
  }, controller.signal);
  expect(of('ad.pilot-users')).toMatchObject({ status: 'partial', failure: { code: 'cancelled' } });
});

it('says when a server is no domain controller', async () => {
  await expect(
    read((request, base) =>
      base === '' ? [entry(request.id, '', { vendorName: ['OpenLDAP'] }), result(request.id, 'search', 0)] : undefined,
    ),
  ).rejects.toMatchObject({
    failure: { code: 'ldap-not-active-directory' },
  });
});
