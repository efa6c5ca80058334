import type { ForestDomain, RootDse } from '../../../src-shared/model/evidence/directory';
import { forestsInScope, isBelow, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { sameDn } from '../../evidence/distinguished-name';
import { type Collected, defineCheck, type Evidence, type EvidenceGap } from '../define-check';
import { type JudgedObject, judged, unread } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';

type Heads = Collected<'ad.root-dse'>;
/** What came of the attempts to read a domain of the forest that was found. */
type Domains = Pick<Collected<'ad.domain'>, 'gaps'>;

export default defineCheck({
  id: 'DIR-001',
  revision: 1,
  why: 'Certificate sign-in ends at an on-premises domain controller, so without a readable Active Directory nothing else can be judged or work.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust',
  ],
  outcomes: ['pass', 'warning'],
  // rootDSE is optional so that one domain controller that is down does not hide that its domain was read through another.
  needs: ['ad.partitions', 'ad.root-dse?', 'ad.domain?'],
  evaluate({ 'ad.partitions': partitions, 'ad.root-dse': heads, 'ad.domain': found }, { scope }) {
    const forests = forestsInScope(partitions.records, scope);
    const domains = forests.records.flatMap((forest) => judgeForest(forest, heads, found));
    const absent = forests.absent.map((name) =>
      unread({ id: `forest:${name}`, kind: 'forest', name }, gapOf(partitions.gaps, name)),
    );
    const objects = [...domains, ...absent];
    return judged(objects, {
      summary: summarise(objects, forests.records.length),
      observations: forests.records.map(({ target, data }) => ({
        label: `Domains of ${target}`,
        observed:
          data.domains.length === 0
            ? 'none readable'
            : listed(
                data.domains.map(({ dnsRoot }) => dnsRoot),
                10,
              ),
        expected: 'at least one',
        matches: data.domains.length > 0,
      })),
    });
  },
  remediation: {
    task: 'Provide an account that may read the forest.',
    steps: [
      'Provide an account to read with; a plain domain user is enough for most of what this product reads.',
      'Open TCP 389 or 636 (3268 or 3269 for the global catalogue) from the computer of the assessment to one domain controller of each domain.',
      'If a domain controller has not finished its initial synchronisation, repair replication before going on.',
    ],
    command: [
      'nltest /dsgetdc:contoso.com /force',
      'Test-NetConnection -ComputerName dc01.contoso.com -Port 636',
      'repadmin /replsummary',
    ].join('\n'),
    verify:
      'Run the directory probe again: every domain is listed with a domain controller that answered and reports isSynchronized TRUE.',
    right: 'Domain user to read; domain administrator to repair replication',
  },
});

function judgeForest(forest: Evidence<'ad.partitions'>, heads: Heads, found: Domains): readonly JudgedObject[] {
  const { target, id, data } = forest;
  if (data.domains.length > 0) return data.domains.map((domain) => judgeDomain(domain, data.domains, heads, found));
  return [
    {
      id: `forest:${normalHostName(target)}`,
      kind: 'forest',
      name: target,
      outcome: 'unknown',
      reason: 'contradictory',
      note: 'The configuration was read, yet it shows no domain; the account may lack the right to see the cross-references.',
      evidenceId: id,
    },
  ];
}

function judgeDomain(
  domain: ForestDomain,
  all: readonly ForestDomain[],
  { records, gaps }: Heads,
  found: Domains,
): JudgedObject {
  const object = { id: `domain:${normalHostName(domain.dnsRoot)}`, kind: 'domain', name: domain.dnsRoot } as const;
  const answered = records.filter(({ data }) => sameDn(data.defaultNamingContext, domain.namingContext));
  const [first] = answered;
  if (first === undefined)
    return withoutController(object, [
      ...gaps.filter(({ target }) => domainOfHost(target, all) === domain),
      ...found.gaps.filter(({ target }) => isSameHost(target, domain.dnsRoot)),
    ]);
  const evidence = { evidenceId: first.id, locate: first.data.dnsHostName };
  const names = (state: boolean | undefined): readonly string[] =>
    hostsWhere(answered, (head) => head.isSynchronized === state);
  if (names(false).length > 0) {
    return { ...object, ...evidence, outcome: 'warning', note: `Not synchronised yet: ${listed(names(false))}.` };
  }
  if (names(true).length === 0) {
    return {
      ...object,
      ...evidence,
      outcome: 'unknown',
      reason: 'not-collected',
      note: `${listed(names(undefined))} did not say whether it is synchronised.`,
    };
  }
  return {
    ...object,
    ...evidence,
    outcome: 'pass',
    note: `${listed(names(true))} answered and ${names(true).length === 1 ? 'is' : 'are'} synchronised.`,
  };
}

const hostsWhere = (
  records: readonly Evidence<'ad.root-dse'>[],
  holds: (head: RootDse) => boolean,
): readonly string[] => records.filter(({ data }) => holds(data)).map(({ data }) => data.dnsHostName);

/** No answer from any controller is the catalogue's warning; a refusal says nothing about the controller. */
function withoutController(
  object: Pick<JudgedObject, 'id' | 'kind' | 'name'>,
  gaps: readonly EvidenceGap[],
): JudgedObject {
  const refused = gaps.find(({ reason }) => reason !== 'unreachable');
  if (gaps.length === 0 || refused !== undefined) return unread(object, refused);
  return {
    ...object,
    outcome: 'warning',
    note: `No domain controller answered: ${listed(gaps.map(({ target }) => target))}.`,
  };
}

/** The most specific domain a host name lies in: `dc1.emea.contoso.com` is in emea.contoso.com, not in contoso.com. */
const domainOfHost = (host: string, domains: readonly ForestDomain[]): ForestDomain | undefined =>
  domains.filter(({ dnsRoot }) => isBelow(host, dnsRoot)).sort((a, b) => b.dnsRoot.length - a.dnsRoot.length)[0];

const gapOf = (gaps: readonly EvidenceGap[], name: string): EvidenceGap | undefined =>
  gaps.find(({ target }) => normalHostName(target) === name);

function summarise(objects: readonly JudgedObject[], forests: number): string {
  const [silent, unseen] = [namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  if (silent.length > 0) {
    return `${shareOf(silent.length, objects.length, 'domain', ['has', 'have'])} no domain controller that answered and is synchronised: ${listed(silent)}.`;
  }
  if (unseen.length > 0)
    return `Whether a synchronised domain controller answers could not be seen for ${listed(unseen)}.`;
  return `${countOf(forests, 'forest')} with ${countOf(objects.length, 'domain')} could be read; in each domain a synchronised domain controller answered.`;
}
