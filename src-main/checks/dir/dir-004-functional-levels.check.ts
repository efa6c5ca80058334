import { domainsInScope, forestsInScope, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { releaseOfFunctionalLevel } from '../../knowledge/functional-levels';
import { defineCheck, type Evidence } from '../define-check';
import { type JudgedObject, judged, unread } from '../result';
import { countOf, listed, namesOf } from '../wording';

/** Windows Server 2008 R2: the published floor (catalogue D6). */
const floor = 4;
/** Windows Server 2016: what current domain controllers and hardening expect. */
const comfortable = 7;

export default defineCheck({
  id: 'DIR-004',
  revision: 1,
  why: 'A domain or forest below the Windows Server 2008 R2 functional level runs on domain controllers this deployment was never supported with.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/index',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-planning-guide',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['ad.partitions', 'ad.domain'],
  evaluate({ 'ad.partitions': partitions, 'ad.domain': heads }, { scope }) {
    const forests = forestsInScope(partitions.records, scope);
    const domains = domainsInScope(partitions.records, scope);
    const unreadDomains = domains.known.filter((name) => !heads.records.some(({ target }) => isSameHost(target, name)));
    const objects = [
      ...forests.records.map((record) => judgeLevel('forest', record, record.data.forestFunctionalLevel)),
      ...heads.records
        .filter(({ target }) => domains.includes(target))
        .map((record) => judgeLevel('domain', record, record.data.functionalLevel)),
      ...forests.absent.map((name) =>
        unread({ id: `forest:${name}`, kind: 'forest', name: `forest ${name}` }, gapOf(partitions.gaps, name)),
      ),
      ...unreadDomains.map((name) =>
        unread({ id: `domain:${name}`, kind: 'domain', name: `domain ${name}` }, gapOf(heads.gaps, name)),
      ),
    ];
    return judged(objects, { summary: summarise(objects), observations: objects.map(observe) });
  },
  remediation: {
    task: 'Raise the functional level of domain and forest.',
    steps: [
      'Retire the domain controllers that hold the level down; every controller must run at least the release of the new level.',
      'Raise the level of each domain, then the level of the forest.',
    ],
    command: [
      'Get-ADDomainController -Filter * | Select-Object HostName, OperatingSystem',
      'Set-ADDomainMode -Identity contoso.com -DomainMode Windows2016Domain',
      'Set-ADForestMode -Identity contoso.com -ForestMode Windows2016Forest',
    ].join('\n'),
    verify:
      '`(Get-ADForest).ForestMode` and `(Get-ADDomain).DomainMode` show the new level on every domain controller.',
    revert:
      '`Set-ADForestMode` and `Set-ADDomainMode` accept a lower level down to Windows Server 2008 R2 as long as no feature of the higher level is in use.',
    right: 'Enterprise Admins for the forest, Domain Admins for a domain',
  },
});

const gapOf = <G extends { readonly target: string }>(gaps: readonly G[], name: string): G | undefined =>
  gaps.find(({ target }) => isSameHost(target, name));

function judgeLevel(
  kind: 'forest' | 'domain',
  record: Evidence<'ad.partitions' | 'ad.domain'>,
  level: number | undefined,
): JudgedObject {
  const object = {
    id: `${kind}:${normalHostName(record.target)}`,
    kind,
    name: `${kind} ${record.target}`,
    evidenceId: record.id,
    locate: 'msDS-Behavior-Version',
  };
  if (level === undefined) {
    return { ...object, outcome: 'unknown', reason: 'not-collected', note: 'The functional level was not returned.' };
  }
  const note = inWords(level);
  if (level < floor) return { ...object, outcome: 'fail', note };
  return { ...object, outcome: level < comfortable ? 'warning' : 'pass', note };
}

function inWords(level: number): string {
  const release = releaseOfFunctionalLevel(level);
  return release === undefined ? `Level ${level}.` : `Level ${level} (${release}).`;
}

const observe = ({ name, outcome, note }: JudgedObject) => ({
  label: `Functional level of ${name}`,
  observed: note.replace(/^Level /u, '').replace(/\.$/u, ''),
  expected: `${floor} (Windows Server 2008 R2) or higher, better ${comfortable} (Windows Server 2016)`,
  ...(outcome === 'unknown' ? {} : { matches: outcome === 'pass' }),
});

function summarise(objects: readonly JudgedObject[]): string {
  const [below, old, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  if (below.length > 0)
    return `${listed(below)} ${below.length === 1 ? 'is' : 'are'} below the functional level of Windows Server 2008 R2.`;
  if (old.length > 0) {
    return `${listed(old)} ${old.length === 1 ? 'has a functional level' : 'have functional levels'} older than Windows Server 2016, which works but ages.`;
  }
  if (unseen.length > 0) return `The functional level of ${listed(unseen)} could not be seen.`;
  const forests = objects.filter(({ kind }) => kind === 'forest').length;
  return `${countOf(forests, 'forest')} and ${countOf(objects.length - forests, 'domain')} have the functional level of Windows Server 2016 or higher.`;
}
