import { domainsInScope, forestsInScope, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { countedPopulations, pilotDomains } from '../../evidence/derived/pilot-domains';
import { isClientSite } from '../../evidence/derived/site-controllers';
import { type CheckContext, type CheckResult, defineCheck, type Evidence, type Inputs } from '../define-check';
import { type JudgedObject, judged, notApplicable, unread } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';
import { judgeSite } from './site-coverage';

const needs = [
  'ad.sites',
  'ad.partitions?',
  'ad.pilot-users?',
  'ad.pilot-computers?',
  'ad.controller-state?',
  'dns.answer?',
] as const;
type SiteInputs = Inputs<(typeof needs)[number]>;

export default defineCheck({
  id: 'DIR-007',
  revision: 1,
  why: 'The first sign-in with a certificate needs a domain controller; where the nearest one is far away it is slow or fails for a while.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/index',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/how-it-works-authentication',
  ],
  outcomes: ['pass', 'warning', 'not-applicable'],
  needs,
  evaluate: judgeForests,
  remediation: {
    task: 'Give every site with pilot clients a domain controller they reach.',
    steps: [
      'Give every subnet with clients an object in Sites and Services, with its site.',
      'Place a writable domain controller in sites with many clients, or make sure that a near one covers the site.',
      'Look at why controllers of a site do not answer before changing sites.',
    ],
    command: [
      'Get-ADReplicationSubnet -Filter * -Properties Site | Where-Object { -not $_.Site }',
      "New-ADReplicationSubnet -Name '10.20.0.0/16' -Site 'Berlin'",
      'nltest /dsgetdc:contoso.com /site:Berlin /kdc /writable /force',
    ].join('\n'),
    verify: '`nltest /dsgetdc` on a client of the site names a writable controller of that site or of a near one.',
    revert: 'Remove the subnet object or name its former site; clients follow within the hour.',
    right: 'Enterprise Admins, or delegated rights on Sites and Services',
  },
});

function judgeForests(inputs: SiteInputs, { scope }: CheckContext): CheckResult {
  const { records, absent } = forestsInScope(inputs['ad.sites'].records, scope);
  const divided = records.filter(({ data }) => data.sites.length > 1);
  const missing = absent.map((name) =>
    unread(
      { id: `forest:${name}`, kind: 'forest', name },
      inputs['ad.sites'].gaps.find(({ target }) => isSameHost(target, name)),
    ),
  );
  if (divided.length === 0 && missing.length === 0)
    return notApplicable({ summary: `${countOf(records.length, 'forest')} with one site: every controller is near.` });
  const objects = [...divided.flatMap((record) => judgeForest(record, inputs, scope)), ...missing];
  return judged(objects, { summary: summarise(objects), observations: divided.map(observe) });
}

function judgeForest(
  record: Evidence<'ad.sites'>,
  inputs: SiteInputs,
  scope: CheckContext['scope'],
): readonly JudgedObject[] {
  const { target, id, data } = record;
  const forest = normalHostName(target);
  const view = {
    sites: data.sites,
    domains: domainsOf(forest, inputs, scope),
    answers: inputs['dns.answer'],
    states: inputs['ad.controller-state'],
  };
  const subnets = { id: `subnets:${forest}`, kind: 'forest', name: `subnets of ${target}`, evidenceId: id } as const;
  if (!data.sites.some(isClientSite)) {
    const note = `None of the ${data.sites.length} sites has a subnet, so clients cannot tell which is theirs.`;
    return [{ ...subnets, outcome: 'warning', note }];
  }
  const sites = data.sites.map((site): JudgedObject => {
    const object = {
      id: `${forest}/${site.name}`,
      kind: 'directory-object',
      name: site.name,
      locate: site.name,
    } as const;
    return isClientSite(site)
      ? { ...object, evidenceId: id, ...judgeSite(site, view) }
      : { ...object, evidenceId: id, outcome: 'not-applicable', note: 'Has no subnet, so no client belongs to it.' };
  });
  const lost = data.subnetsWithoutSite;
  if (lost.length === 0) return sites;
  const note = `${countOf(lost.length, 'subnet')} without a site: ${listed(lost)}.`;
  return [...sites, { ...subnets, outcome: 'warning', note }];
}

/** Domains of the forest that hold pilot accounts, or may. */
function domainsOf(forest: string, inputs: SiteInputs, scope: CheckContext['scope']): readonly string[] {
  const partitions = inputs['ad.partitions'].records.filter(({ target }) => isSameHost(target, forest));
  const populations = countedPopulations(scope, inputs['ad.pilot-users'].records, inputs['ad.pilot-computers'].records);
  return pilotDomains(domainsInScope(partitions, { forests: [forest] }), populations);
}

const observe = ({ target, data }: Evidence<'ad.sites'>) => ({
  label: `Sites of ${target}`,
  observed: `${countOf(data.sites.length, 'site')}, ${data.sites.filter(isClientSite).length} with subnets, ${countOf(data.subnetsWithoutSite.length, 'subnet')} without a site`,
});

function summarise(objects: readonly JudgedObject[]): string {
  const sites = objects.filter(({ kind, outcome }) => kind === 'directory-object' && outcome !== 'not-applicable');
  const poor = namesOf(sites, 'warning');
  const lost = objects.filter(({ kind, outcome }) => kind === 'forest' && outcome === 'warning');
  const unseen = namesOf(objects, 'unknown');
  const subnets = lost.map(({ note }) => ` ${note}`).join('');
  if (poor.length > 0) {
    const share = shareOf(poor.length, sites.length, 'client site', ['has', 'have']);
    return `${share} no writable domain controller that answers: ${listed(poor)}.${subnets}`;
  }
  if (lost.length > 0) return `Some clients have no site.${subnets}`;
  if (unseen.length > 0) return `Whether a writable domain controller is near could not be told for ${listed(unseen)}.`;
  return `${countOf(sites.length, 'client site')} checked: each has a writable domain controller or is covered by one. Which of them hold pilot clients is not kept in AD.`;
}
