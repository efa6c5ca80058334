import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { collectProbes } from '../../../../src-main/engine/collect-probes';
import { type CollectSink, RecordWriter } from '../../../../src-main/engine/record-writer';
import directoryProbe from '../../../../src-main/probes/ldap/directory.probe';
import type { EvidenceHeader, EvidenceKind } from '../../../../src-shared/model/evidence';
import { type LiveSources, noLiveSources } from '../../../../src-shared/model/plan';
import { defaultScope, type Scope } from '../../../../src-shared/model/scope';
import { type Authority, createAuthority, type KeyAndCertificate } from '../servers/authority';
import type { TestServer } from '../servers/sockets';
import { emea, forestServer, root, type ScriptedForest } from './forest-server';

const hosts = ['dc1', 'dc2.emea', 'dc3.emea', 'dc4.emea', 'dc5.emea'].map((name) => `${name}.contoso.test`);
const [rootHost = '', ...emeaHosts] = hosts;
let authority: Authority;
let identity: KeyAndCertificate;
let server: TestServer | undefined;

beforeAll(async () => {
  authority = await createAuthority('Test Root');
  identity = await authority.issue({ names: hosts });
});
afterEach(() => server?.close());

interface Options {
  readonly sites?: Readonly<Record<string, string>>;
  readonly scope?: Partial<Scope>;
  readonly live?: Partial<LiveSources>;
}

const usualForest: ScriptedForest = {
  'dc1.contoso.test': { namingContext: root },
  'dc2.emea.contoso.test': { namingContext: emea },
};
const sitesOf = (forest: ScriptedForest): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(forest).map(([host, { namingContext }]) => [host, namingContext]));

/** Runs the probe in the engine's rounds; hosts that the forest does not script are addresses on which nobody listens. */
async function collect(forest: ScriptedForest, options: Options = {}) {
  server = await forestServer(identity, forest, options.sites ?? sitesOf(forest));
  const records: EvidenceHeader[] = [];
  const targets = new Map<string, string>();
  const sink: CollectSink = {
    target: ({ id, state }) => targets.set(id, state),
    raw: () => undefined,
    evidence: ({ header }) => records.push(header),
    log: (_level, message) => {
      throw new Error(message);
    },
  };
  const live: LiveSources = {
    ...noLiveSources,
    addresses: Object.fromEntries(hosts.map((host) => [host, host in forest ? '127.0.0.1' : '127.0.0.77'])),
    caFile: authority.caFile,
    directory: [
      {
        id: 'root',
        server: rootHost,
        port: server.port,
        security: 'ldaps',
        signIn: 'password',
        user: 'reader@contoso.test',
      },
    ],
    ...options.live,
  };
  const job = {
    probes: [directoryProbe],
    scope: { ...defaultScope, ...options.scope },
    live,
    password: () => 'secret',
    collector: { user: 'test', host: 'test', version: '0' },
    skip: new Set<string>(),
    known: [],
    signal: new AbortController().signal,
  };
  await collectProbes(job, sink, new RecordWriter(sink));
  const of = (kind: EvidenceKind, target: string): readonly EvidenceHeader[] =>
    records.filter((record) => record.kind === kind && record.target === target);
  return { records, of, targets, contacts: directoryProbe.contacts(live) };
}

describe('another domain of the forest', () => {
  it('is read through a domain controller the sites name, and the forest only once', async () => {
    const { of, targets } = await collect(usualForest);
    expect(of('ad.pilot-users', 'emea.contoso.test')).toMatchObject([
      { status: 'complete', source: { location: expect.stringMatching(/^ldaps:\/\/dc2\.emea\.contoso\.test:\d+\//u) } },
    ]);
    expect(of('ad.pilot-users', 'contoso.test')).toMatchObject([
      { source: { location: expect.stringMatching(/^ldaps:\/\/dc1\.contoso\.test:/u) } },
    ]);
    expect(of('ad.root-dse', 'dc2.emea.contoso.test')).toHaveLength(1);
    expect(of('ad.partitions', 'contoso.test')).toHaveLength(1);
    expect(of('ad.partitions', 'emea.contoso.test')).toHaveLength(0);
    expect([...targets.keys()]).toEqual(['directory:root', 'directory:root:emea.contoso.test']);
  });

  it('is searched for the computer accounts of CAs, whose names every controller holds', async () => {
    const authorityHost = 'ca01.emea.contoso.test';
    const { of } = await collect({
      'dc1.contoso.test': { namingContext: root, authorityHost },
      'dc2.emea.contoso.test': { namingContext: emea, authorityHost },
    });
    const kind = 'ad.authority-computers';
    expect(of(kind, 'contoso.test')).toMatchObject([{ status: 'complete', facts: 0 }]);
    expect(of(kind, 'emea.contoso.test')).toMatchObject([{ status: 'complete', facts: 1 }]);
  });

  it('has no record of computer accounts of CAs where these could not be looked up', async () => {
    const { of } = await collect({
      'dc1.contoso.test': { namingContext: root, authorityHost: 'denied' },
      'dc2.emea.contoso.test': { namingContext: emea },
    });
    expect(of('ad.authority-computers', 'contoso.test')).toMatchObject([
      { status: 'failed', failure: { reason: 'access-denied' } },
    ]);
    expect(of('ad.pki-access-control', 'contoso.test')).toMatchObject([{ status: 'complete' }]);
    expect(of('ad.authority-computers', 'emea.contoso.test')).toMatchObject([{ status: 'complete' }]);
  });

  it('is read through the third one when two do not answer', async () => {
    const { of } = await collect(
      { 'dc1.contoso.test': { namingContext: root }, 'dc4.emea.contoso.test': { namingContext: emea } },
      { sites: Object.fromEntries([...emeaHosts.slice(0, 3).map((host) => [host, emea] as const), [rootHost, root]]) },
    );
    expect(of('ad.pilot-computers', 'emea.contoso.test')).toMatchObject([
      { status: 'complete', source: { location: expect.stringContaining('dc4.emea.contoso.test') } },
    ]);
  });

  it('is not known when three do not answer, and the rest goes on', async () => {
    const { of } = await collect(
      { 'dc1.contoso.test': { namingContext: root } },
      { sites: Object.fromEntries([...emeaHosts.map((host) => [host, emea] as const), [rootHost, root]]) },
    );
    const [users] = of('ad.pilot-users', 'emea.contoso.test');
    expect(users).toMatchObject({
      status: 'failed',
      failure: { reason: 'unreachable', code: 'directory-domain-unreachable' },
    });
    expect(users?.failure?.message).toContain('Tried: 3 of 4.');
    expect(of('ad.pilot-users', 'contoso.test')).toMatchObject([{ status: 'complete' }]);
  });

  it('is not asked for a second password after one was refused: every attempt counts towards the lock-out', async () => {
    const { of } = await collect({
      ...usualForest,
      'dc2.emea.contoso.test': { namingContext: emea, refuses: true },
      'dc3.emea.contoso.test': { namingContext: emea },
    });
    expect(of('ad.pilot-users', 'emea.contoso.test')).toMatchObject([
      { status: 'failed', failure: { reason: 'access-denied', code: 'ldap-invalid-credentials' } },
    ]);
    expect(server?.connections()).toBe(2);
  });

  it('is not taken from a server of another domain', async () => {
    const { of } = await collect(
      { ...usualForest, 'dc2.emea.contoso.test': { namingContext: root } },
      { sites: { [rootHost]: root, 'dc2.emea.contoso.test': emea } },
    );
    expect(of('ad.pilot-users', 'emea.contoso.test')).toMatchObject([
      { status: 'failed', failure: { code: 'directory-domain-unreachable' } },
    ]);
    expect(of('ad.pilot-users', 'contoso.test')).toHaveLength(1);
  });

  it('is left alone when the plan says so, or when its forest is out of scope', async () => {
    const off = await collect(usualForest, { live: { everyDomain: false } });
    expect(off.of('ad.pilot-users', 'emea.contoso.test')).toMatchObject([
      { status: 'failed', failure: { reason: 'not-collected', code: 'directory-domain-not-asked' } },
    ]);
    expect(off.contacts.some(({ host }) => host.includes('each other domain'))).toBe(false);
    await server?.close();
    const outside = await collect(usualForest, { scope: { forests: ['fabrikam.test'] } });
    expect(outside.of('ad.pilot-users', 'emea.contoso.test')).toEqual([]);
  });

  it('is announced before the run', async () => {
    const { contacts } = await collect(usualForest);
    expect(contacts.map(({ host }) => host)).toContain(
      'up to three domain controllers of each other domain of the forest of dc1.contoso.test',
    );
    expect(contacts.filter(({ port }) => port === 53)).toMatchObject([{ host: 'the DNS servers of this computer' }]);
    expect(directoryProbe.contacts({ ...noLiveSources, everyDomain: true, dnsServers: ['192.0.2.53'] })).toEqual([]);
  });

  it('without a domain controller in the sites is looked for in the chosen DNS, which is named when it does not answer', async () => {
    const dnsServers = ['127.0.0.77:5399'];
    const { of, contacts } = await collect(usualForest, { sites: { [rootHost]: root }, live: { dnsServers } });
    expect(of('ad.domain', 'emea.contoso.test')[0]?.failure?.message).toContain(
      'The sites of the forest name none, and DNS (127.0.0.77:5399) gave no answer.',
    );
    expect(contacts.filter(({ port }) => port === 53).map(({ host }) => host)).toEqual(dnsServers);
  });
});

describe('a pilot group of another domain', () => {
  const groupDn = `CN=Pilot,${root}`;
  const scope: Partial<Scope> = { pilotUsers: { kind: 'group', group: groupDn } };
  const withGroup = (groupType: number, isGlobalCatalogue: boolean): ScriptedForest => ({
    'dc1.contoso.test': { namingContext: root, groups: { [groupDn]: String(groupType | 0) } },
    'dc2.emea.contoso.test': { namingContext: emea, isGlobalCatalogue, groups: { [groupDn]: String(groupType | 0) } },
  });

  it('has its members told by a global catalogue when it is universal', async () => {
    const { of } = await collect(withGroup(0x80000008, true), { scope });
    expect(of('ad.pilot-users', 'emea.contoso.test')).toMatchObject([{ status: 'complete' }]);
  });

  it('is not known where the controller is no global catalogue', async () => {
    const { of } = await collect(withGroup(0x80000008, false), { scope });
    expect(of('ad.pilot-users', 'emea.contoso.test')).toMatchObject([
      { status: 'failed', failure: { reason: 'not-collected', code: 'directory-no-global-catalogue' } },
    ]);
    expect(of('ad.pilot-computers', 'emea.contoso.test')).toMatchObject([{ status: 'complete' }]);
  });

  it('is not known when it is domain local', async () => {
    const { of } = await collect(withGroup(0x80000004, true), { scope });
    expect(of('ad.pilot-users', 'emea.contoso.test')).toMatchObject([
      { status: 'failed', failure: { code: 'directory-group-of-other-domain' } },
    ]);
  });

  it('is looked up in the global catalogue', async () => {
    const elsewhere = `CN=Pilot,${emea}`;
    const catalogue = await forestServer(
      identity,
      { [rootHost]: { namingContext: root, groups: { [elsewhere]: String(0x80000008 | 0) } } },
      {},
      3269,
    );
    try {
      const { of } = await collect(
        { [rootHost]: { namingContext: root } },
        { scope: { pilotUsers: { kind: 'group', group: elsewhere } } },
      );
      expect(of('ad.pilot-users', 'contoso.test')).toMatchObject([{ status: 'complete' }]);
      expect(catalogue.connections()).toBe(1);
    } finally {
      await catalogue.close();
    }
  });

  it('says that the group cannot be looked for without a global catalogue', async () => {
    const { of } = await collect(
      { 'dc1.contoso.test': { namingContext: root, isGlobalCatalogue: false } },
      { scope: { pilotUsers: { kind: 'group', group: `CN=Pilot,${emea}` } }, live: { everyDomain: false } },
    );
    expect(of('ad.pilot-users', 'contoso.test')).toMatchObject([
      { status: 'failed', failure: { code: 'directory-no-global-catalogue' } },
    ]);
  });
});

describe('a domain that cannot hold the pilot', () => {
  it('is not missed when it does not answer', async () => {
    const { of } = await collect(
      { 'dc1.contoso.test': { namingContext: root } },
      {
        scope: {
          pilotUsers: { kind: 'unit', unit: `OU=Staff,${root}` },
          pilotComputers: { kind: 'unit', unit: `OU=PCs,${root}` },
        },
        sites: { [rootHost]: root, 'dc2.emea.contoso.test': emea },
      },
    );
    expect(of('ad.domain', 'emea.contoso.test')).toMatchObject([{ status: 'failed' }]);
    expect(of('ad.pilot-users', 'emea.contoso.test')).toEqual([]);
    expect(of('ad.pilot-computers', 'emea.contoso.test')).toEqual([]);
  });
});
