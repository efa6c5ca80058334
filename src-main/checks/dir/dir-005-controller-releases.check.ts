import type { DomainController } from '../../../src-shared/model/evidence/directory';
import { domainsInScope, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { printable } from '../../evidence/printable';
import { newestKnownBuild, type ServerRelease, serverRelease } from '../../knowledge/server-builds';
import { defineCheck, type Evidence } from '../define-check';
import { type JudgedObject, judged, unread } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';

/** Build of Windows Server 2008 R2; older releases were never supported (catalogue D5). */
const floor = 7600;
/** Build of Windows Server 2019, the oldest release that passes. */
const current = 17763;
const year = 365 * 24 * 3_600_000;

export default defineCheck({
  id: 'DIR-005',
  revision: 1,
  why: 'A domain controller without support is a risk and the first suspect when certificate sign-in fails.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/index',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/overview/ad-fs-requirements',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['ad.domain-controllers', 'ad.partitions?'],
  evaluate({ 'ad.domain-controllers': lists, 'ad.partitions': partitions }, { scope, now }) {
    const domains = domainsInScope(partitions.records, scope);
    const read = lists.records.filter(({ target }) => domains.includes(target));
    const unreadDomains = domains.known.filter((name) => !lists.records.some(({ target }) => isSameHost(target, name)));
    const objects = [
      ...read.flatMap((record) => judgeDomain(record, now)),
      ...unreadDomains.map((name) =>
        unread(
          { id: `domain:${name}`, kind: 'domain', name },
          lists.gaps.find(({ target }) => isSameHost(target, name)),
        ),
      ),
    ];
    return judged(objects, {
      summary: summarise(objects),
      observations: countReleases(
        read.flatMap(({ data }) => data.controllers),
        now,
      ),
    });
  },
  remediation: {
    task: 'Replace domain controllers of releases that are too old.',
    steps: [
      'Install domain controllers with a current release, Windows Server 2022 or 2025, beside the old ones.',
      'Move the operations master roles and whatever names a controller by its host name (DNS settings, LDAP clients).',
      'Demote the old controllers one by one.',
    ],
    command: [
      'Get-ADDomainController -Filter * | Select-Object HostName, OperatingSystem, OperatingSystemVersion, IsReadOnly',
      'Install-ADDSDomainController -DomainName contoso.com -InstallDns',
      'Move-ADDirectoryServerOperationMasterRole -Identity DC04 -OperationMasterRole PDCEmulator,RIDMaster,InfrastructureMaster,SchemaMaster,DomainNamingMaster',
      'Uninstall-ADDSDomainController',
    ].join('\n'),
    verify:
      '`Get-ADDomainController -Filter *` lists only current releases, and `repadmin /replsummary` shows no failures.',
    revert:
      'Keep the old controllers until the new ones have served sign-ins for some days; moving the roles back is the same command with the old name.',
    right: 'Domain Admins; Enterprise and Schema Admins to move the forest roles',
  },
});

function judgeDomain(record: Evidence<'ad.domain-controllers'>, now: Date): readonly JudgedObject[] {
  const { target, id, data } = record;
  const domain = { id: `domain:${normalHostName(target)}`, kind: 'domain', name: target, evidenceId: id } as const;
  if (data.controllers.length === 0) {
    return [
      {
        ...domain,
        outcome: 'unknown',
        reason: 'unreadable',
        note: 'The list of domain controllers is empty, which no domain can have.',
      },
    ];
  }
  const controllers = data.controllers.map((controller) => ({ ...judgeController(controller, now), evidenceId: id }));
  if (data.controllers.some(({ readOnly }) => !readOnly)) return controllers;
  return [{ ...domain, outcome: 'fail', note: 'The domain has read-only domain controllers only.' }, ...controllers];
}

function judgeController(controller: DomainController, now: Date): JudgedObject {
  const { build, operatingSystemVersion: version } = controller;
  const object = {
    id: controller.objectGuid,
    kind: 'domain-controller',
    name: controller.dnsHostName,
    locate: controller.dnsHostName,
  } as const;
  if (build === undefined) {
    const note =
      version === undefined
        ? 'The operating system version was not returned.'
        : `“${printable(version, 60)}” is no Windows version.`;
    return { ...object, outcome: 'unknown', reason: version === undefined ? 'not-collected' : 'unreadable', note };
  }
  if (build < floor)
    return { ...object, outcome: 'fail', note: `${releaseName(build)} is older than Windows Server 2008 R2.` };
  if (build > newestKnownBuild)
    return { ...object, outcome: 'pass', note: `Build ${build} is newer than every release this version knows.` };
  const release = serverRelease(build);
  if (release === undefined) {
    return {
      ...object,
      outcome: 'unknown',
      reason: 'unreadable',
      note: `Build ${build} is no release of Windows Server this version knows.`,
    };
  }
  return {
    ...object,
    outcome: isAgeing(release, now) ? 'warning' : 'pass',
    note: `${release.name}, ${supportOf(release, now)}.`,
  };
}

const isAgeing = (release: ServerRelease, now: Date): boolean =>
  release.build < current || Date.parse(release.endOfSupport) - now.getTime() < year;

const supportOf = ({ endOfSupport }: ServerRelease, now: Date): string =>
  Date.parse(endOfSupport) < now.getTime() ? `out of support since ${endOfSupport}` : `supported until ${endOfSupport}`;

const releaseName = (build: number | undefined): string =>
  build === undefined ? 'not known' : (serverRelease(build)?.name ?? `build ${build}`);

function countReleases(controllers: readonly DomainController[], now: Date) {
  const names = [...new Set(controllers.map(({ build }) => releaseName(build)))].sort();
  return names.map((name) => {
    const members = controllers.filter(({ build }) => releaseName(build) === name);
    const outcomes = members.map((controller) => judgeController(controller, now).outcome);
    const known = outcomes.every((outcome) => outcome !== 'unknown');
    return {
      label: name === 'not known' ? 'Release not known' : name,
      observed: countOf(members.length, 'domain controller'),
      expected: 'Windows Server 2019 or newer, in support',
      ...(known ? { matches: outcomes.every((outcome) => outcome === 'pass') } : {}),
    };
  });
}

function summarise(objects: readonly JudgedObject[]): string {
  const controllers = objects.filter(({ kind }) => kind === 'domain-controller');
  const domains = objects.filter(({ kind }) => kind === 'domain');
  const [ageing, unseen] = [namesOf(controllers, 'warning'), namesOf(objects, 'unknown')];
  const [ancient, unwritable] = [namesOf(controllers, 'fail'), namesOf(domains, 'fail')];
  if (unwritable.length > 0) return `No writable domain controller exists in ${listed(unwritable)}.`;
  if (ancient.length > 0) {
    const share = shareOf(ancient.length, controllers.length, 'domain controller', ['runs', 'run']);
    return `${share} a release older than Windows Server 2008 R2: ${listed(ancient)}.`;
  }
  if (ageing.length > 0) {
    const share = shareOf(ageing.length, controllers.length, 'domain controller', ['runs', 'run']);
    return `${share} a release older than Windows Server 2019 or one that leaves support within a year: ${listed(ageing)}.`;
  }
  if (unseen.length > 0) return `The release of ${listed(unseen)} could not be seen.`;
  return `${countOf(controllers.length, 'domain controller')} checked: all run Windows Server 2019 or newer, in support for at least a year.`;
}
