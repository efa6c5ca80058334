import { domainsInScope, normalHostName } from '../../evidence/derived/forest-scope';
import { type CheckContext, type CheckResult, defineCheck, type Inputs } from '../define-check';
import { type JudgedObject, judged } from '../result';
import { countOf, listed } from '../wording';
import { clientReleases, joinedReleases } from './client-platforms';
import { judgeServers } from './role-servers';

const needs = [
  'ad.domain-controllers',
  'ad.servers',
  'ad.pilot-computers',
  'ad.certification-authorities?',
  'ad.service-accounts?',
  'entra.devices?',
  'ad.partitions?',
] as const;
type PlatformInputs = Inputs<(typeof needs)[number]>;

export default defineCheck({
  id: 'DIR-008',
  revision: 1,
  why: 'Outside the releases the guide is written for nobody vouches that provisioning and certificate sign-in work.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/index',
    'https://learn.microsoft.com/lifecycle/products/windows-server-2016',
    'https://learn.microsoft.com/windows/release-health/windows11-release-information',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs,
  evaluate: judgePlatforms,
  remediation: {
    task: 'Plan the upgrade of servers and clients outside of the supported releases.',
    steps: [
      'Plan the upgrade of servers that hold a role: new server beside the old one, move the role, retire the old one.',
      'Bring pilot clients to a supported release of Windows 11 before the pilot starts.',
      'Write down the exceptions that stay, with the paid updates (ESU) or long-term channel that covers them.',
    ],
    command: [
      'Get-ADComputer -Filter "OperatingSystem -like \'*Server*\'" -Properties OperatingSystem, OperatingSystemVersion',
      'Get-CimInstance Win32_OperatingSystem | Select-Object Caption, Version, OSProductSuite',
    ].join('\n'),
    verify: 'A new collection lists no release outside the scope.',
    right: 'Server and client administrators',
  },
});

function judgePlatforms(inputs: PlatformInputs, { scope, now }: CheckContext): CheckResult {
  const servers = judgeServers(inputs, scope, now);
  const clients = judgeClients(inputs, { scope, now });
  const releases = clients.releases.map(({ object }) => object);
  const objects = [...servers, ...releases, ...clients.releases.flatMap(({ samples }) => samples), ...clients.unseen];
  return judged(objects, {
    summary: summarise([...servers, ...clients.unseen], releases),
    observations: [...servers, ...releases]
      .map(({ name, note, outcome }) => ({
        label: name,
        observed: note,
        ...(outcome === 'unknown' ? {} : { matches: outcome === 'pass' }),
      }))
      .slice(0, 200),
  });
}

function judgeClients(inputs: PlatformInputs, { scope, now }: CheckContext) {
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  const pilot = inputs['ad.pilot-computers'].records.filter(
    ({ target, data }) => domains.includes(target) && data.populationFound && data.total > 0,
  );
  const joined = scope.joinTypes.entraJoined ? inputs['entra.devices'].records : [];
  const releases = [
    ...pilot.flatMap((record) => clientReleases(record, now)),
    ...joined.flatMap((record) => joinedReleases(record, now)),
  ];
  const unseen = pilot
    .filter(({ data }) => data.releases === undefined)
    .map(({ target }) =>
      unseenClients(`clients of ${normalHostName(target)}`, 'Their releases were not collected; collect them again.'),
    );
  if (scope.joinTypes.entraJoined && joined.length === 0)
    unseen.push(unseenClients('Entra joined clients', 'The devices of Entra ID were not collected.'));
  if (releases.length === 0 && unseen.length === 0)
    unseen.push(unseenClients('pilot clients', 'No Windows client was seen in the pilot.'));
  return { releases, unseen };
}

const unseenClients = (name: string, note: string): JudgedObject => ({
  id: `unseen:${name}`,
  kind: 'client',
  name,
  outcome: 'unknown',
  reason: 'not-collected',
  note,
});

function summarise(servers: readonly JudgedObject[], releases: readonly JudgedObject[]): string {
  const of = (objects: readonly JudgedObject[], outcome: JudgedObject['outcome']): readonly string[] =>
    objects.filter((object) => object.outcome === outcome).map(({ name }) => name);
  const both = [...servers, ...releases];
  const [failed, warned, unseen] = [of(both, 'fail'), of(both, 'warning'), of(both, 'unknown')];
  const sentences = [
    failed.length > 0 ? `Too old for the deployment: ${listed(failed)}.` : '',
    warned.length > 0 ? `Outside the releases the document names, or soon without support: ${listed(warned)}.` : '',
    unseen.length > 0 ? `Could not be judged: ${listed(unseen)}.` : '',
  ].filter((sentence) => sentence !== '');
  return sentences.length > 0
    ? sentences.join(' ')
    : `${countOf(servers.length, 'server entry', 'server entries')} and ${countOf(releases.length, 'client release')} checked: all are inside the document's scope and supported.`;
}
