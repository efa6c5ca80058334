import { afterEach, describe, expect, it } from 'vitest';
import namesProbe from '../../../../src-main/probes/dns/names.probe';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { type LiveSources, noLiveSources } from '../../../../src-shared/model/plan';
import { defaultScope } from '../../../../src-shared/model/scope';
import { known, targetsOf, visit } from '../servers/run-probe';
import { type DnsServer, dnsServer, type Zone } from './dns-server';

let server: DnsServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const domain = (dnsRoot: string) => ({ dnsRoot, netBiosName: 'X', namingContext: 'DC=x' });
const site = (name: string) => ({ distinguishedName: `CN=${name}`, name, subnets: [], servers: [] });
const forest: readonly EvidenceRecord[] = [
  known('ad.partitions', 'contoso.test', {
    upnSuffixes: ['contoso.com'],
    domains: [domain('contoso.test'), domain('emea.contoso.test')],
  }),
  known('ad.sites', 'contoso.test', {
    containerFound: true,
    sites: [site('Berlin'), site('Zürich')],
    subnetsWithoutSite: [],
    siteLinks: [],
  }),
];
const live = (more: Partial<LiveSources> = {}): LiveSources => ({ ...noLiveSources, dns: true, ...more });

/** All answers, by target: result with its values, or the code of the failure. */
async function ask(zone: Zone, evidence: readonly EvidenceRecord[], more: Partial<LiveSources> = {}) {
  server = await dnsServer(zone);
  const sources = live({ dnsServers: [server.address], ...more });
  const answers: Record<string, unknown> = {};
  for (const target of targetsOf(namesProbe, sources, evidence)) {
    const { drafts, failure } = await visit(namesProbe, target, sources);
    if (failure !== undefined) answers[target.id] = failure.code;
    for (const draft of drafts) {
      answers[draft.target] =
        draft.kind === 'dns.answer' && draft.data !== undefined
          ? [draft.data.result, ...draft.data.values]
          : draft.failure?.reason;
      if (draft.kind === 'dns.answer' && draft.data !== undefined) expect(draft.data.servers).toEqual([server.address]);
    }
  }
  return answers;
}

describe('questions', () => {
  it('follow from the forest, its domains and sites', async () => {
    const answers = await ask(
      {
        '_ldap._tcp.dc._msdcs.contoso.test srv': ['0 100 389 DC2.contoso.test', '0 100 389 dc1.contoso.test'],
        '_kerberos._tcp.contoso.test srv': ['0 100 88 dc1.contoso.test'],
        '_kerberos._tcp.emea.contoso.test srv': 'server-failure',
        '_kerberos._tcp.berlin._sites.contoso.test a': ['10.0.0.1'],
      },
      forest,
    );
    expect(answers).toMatchObject({
      '_ldap._tcp.dc._msdcs.contoso.test srv': ['answered', '0 100 389 dc1.contoso.test', '0 100 389 dc2.contoso.test'],
      '_kerberos._tcp.contoso.test srv': ['answered', '0 100 88 dc1.contoso.test'],
      '_kerberos._tcp.emea.contoso.test srv': 'unreachable',
      '_kerberos._tcp.berlin._sites.contoso.test srv': ['empty'],
      '_kerberos._tcp.berlin._sites.emea.contoso.test srv': ['no-such-name'],
      '_kerberos._tcp.zürich._sites.contoso.test srv': 'unreachable',
    });
  });

  it('follow from UPN suffixes, the federation name and CAs', async () => {
    const authority = {
      distinguishedName: 'CN=CA',
      name: 'CA',
      dnsHostName: 'ca1.contoso.test',
      certificates: [],
      unreadableCertificates: 0,
      templates: [],
    };
    const answers = await ask(
      {
        'enterpriseregistration.contoso.com cname': ['enterpriseregistration.windows.net'],
        'fs.contoso.com a': ['192.0.2.7'],
        'ca1.contoso.test a': ['192.0.2.8'],
        'ca1.contoso.test aaaa': ['2001:0db8:0000:0000:0000:0000:0000:0008'],
      },
      [
        ...forest.slice(0, 1),
        known('ad.certification-authorities', 'contoso.test', {
          containerFound: true,
          authorities: [authority],
          roots: [],
          intermediates: [],
        }),
      ],
      { adfs: [{ id: 'fs', host: 'fs.contoso.com' }] },
    );
    expect(answers).toMatchObject({
      'enterpriseregistration.contoso.com cname': ['answered', 'enterpriseregistration.windows.net'],
      'enterpriseregistration.contoso.com a': ['empty'],
      'fs.contoso.com a': ['answered', '192.0.2.7'],
      'fs.contoso.com cname': ['empty'],
      'ca1.contoso.test aaaa': ['answered', '2001:db8::8'],
    });
  });

  it('are asked only when the plan says so, and only about forests in scope', () => {
    expect(targetsOf(namesProbe, noLiveSources, forest)).toEqual([]);
    const scope = { ...defaultScope, forests: ['fabrikam.test'] };
    const ids = namesProbe.targets({ scope, live: live(), evidence: forest }).map(({ id }) => id);
    expect(ids).not.toContain('dns:forest:contoso.test');
    expect(namesProbe.contacts(live({ dnsServers: ['192.0.2.1'] }))).toMatchObject([{ host: '192.0.2.1', port: 53 }]);
    expect(namesProbe.contacts(noLiveSources)).toEqual([]);
  });

  it('are not put to DNS for names that cannot be host names', () => {
    const evil = known('ad.partitions', 'contoso.test', { upnSuffixes: ['a b.com', '-', 'x/../y.com'], domains: [] });
    const names = targetsOf(namesProbe, live(), [evil]).flatMap(({ questions }) => questions.map(({ name }) => name));
    expect(names).toEqual(['_ldap._tcp.dc._msdcs.contoso.test', '_kerberos._tcp.contoso.test']);
  });
});

it('gives up a server that does not answer, and leaves a reason for every question', async () => {
  server = await dnsServer({});
  const { address } = server;
  await server.close();
  server = undefined;
  const sources = live({ dnsServers: [address] });
  const [target] = targetsOf(namesProbe, sources, forest);
  if (target === undefined) throw new Error('No target');
  const { drafts, failure } = await visit(namesProbe, target, sources);
  expect(failure).toMatchObject({ reason: 'unreachable', code: 'dns-question-failed' });
  expect(drafts.every(({ status }) => status === 'failed')).toBe(true);
  expect(namesProbe.gives(target)).toHaveLength(target.questions.length);
});
