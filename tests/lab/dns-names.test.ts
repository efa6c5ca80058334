import { expect, it } from 'vitest';
import namesProbe from '../../src-main/probes/dns/names.probe';
import type { EvidenceRecord } from '../../src-shared/model/evidence';
import { known } from '../unit/probes/servers/run-probe';
import { collectAll, labSources } from './collect-target';
import { testLab } from './test-lab';

const lab = testLab();
const { domain } = lab.dc;

const site = (name: string) => ({ distinguishedName: `CN=${name}`, name, subnets: [], servers: [] });
/** The forest as the directory tells it, and a site that it has not. */
const forest: readonly EvidenceRecord[] = [
  known('ad.partitions', domain, {
    upnSuffixes: [domain],
    domains: [{ dnsRoot: domain, netBiosName: lab.dc.netBiosName, namingContext: lab.dc.baseDn }],
  }),
  known('ad.sites', domain, {
    containerFound: true,
    sites: [site(lab.sites.headquarters.name), site('Atlantis')],
    subnetsWithoutSite: [],
    siteLinks: [],
  }),
];

const ask = (server: string) =>
  collectAll(
    namesProbe,
    labSources(lab, { dns: true, dnsServers: [server], adfs: [{ id: 'fs', host: lab.web.adfsHost }] }),
    { evidence: forest },
  );

it('asks the DNS of the domain controller what members ask, compressed answers included', async () => {
  const { drafts, failure } = await ask(lab.dc.address);
  expect(failure).toBeUndefined();
  const answers = new Map(
    drafts.map((draft) => [draft.target, draft.kind === 'dns.answer' ? draft.data : undefined] as const),
  );
  for (const name of [`_ldap._tcp.dc._msdcs.${domain}`, `_kerberos._tcp.${domain}`]) {
    expect(answers.get(`${name} srv`)).toMatchObject({ result: 'answered', servers: [lab.dc.address] });
    expect(answers.get(`${name} srv`)?.values).toContainEqual(expect.stringContaining(` ${lab.dc.hostName}`));
  }
  const siteName = lab.sites.headquarters.name.toLowerCase();
  expect(answers.get(`_kerberos._tcp.${siteName}._sites.${domain} srv`)).toMatchObject({ result: 'answered' });
  expect(answers.get(`_kerberos._tcp.atlantis._sites.${domain} srv`)).toMatchObject({ result: 'no-such-name' });
  expect(answers.get(`${lab.web.adfsHost} a`)).toMatchObject({ result: 'answered', values: [lab.web.address] });
  expect(answers.get(`${lab.web.adfsHost} aaaa`)).toMatchObject({ result: 'empty' });
});

it('leaves a reason for every question when nobody answers', async () => {
  const { drafts, failure } = await ask(lab.web.address);
  expect(failure).toMatchObject({ reason: 'unreachable', code: 'dns-question-failed' });
  expect(drafts.length).toBeGreaterThan(0);
  expect(drafts.filter(({ status }) => status !== 'failed')).toEqual([]);
});
