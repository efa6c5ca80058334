import type { DomainController } from '../../../src-shared/model/evidence/directory';
import type { Site } from '../../../src-shared/model/evidence/forest';
import { isServerName } from '../../evidence/derived/client-support';
import { judgeCloudTrustClient, judgeCloudTrustServer, revisionOf } from '../../evidence/derived/cloud-trust-support';
import { domainsInScope, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { matchPilotDevices, sumPilotComputers } from '../../evidence/derived/pilot-devices';
import { controllersOfSite, isClientSite } from '../../evidence/derived/site-controllers';
import type { Verdict } from '../../evidence/derived/verdict';
import type { CheckContext, CheckResult, Inputs } from '../define-check';
import { type JudgedObject, judged, unknown, worstOutcome } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';

/** The kinds that tell whether cloud Kerberos trust would work. */
export const cloudTrustNeeds = [
  'ad.domain-controllers',
  'ad.sites',
  'ad.pilot-computers',
  'ad.partitions?',
  'entra.devices?',
] as const;
type TrustInputs = Inputs<(typeof cloudTrustNeeds)[number]>;

/** What this trust model does not do, told with every verdict. */
export const cloudTrustLimits = [
  'no supplied-credential sign-in to RDP or VDI (Remote Credential Guard or an enrolled certificate is needed)',
  'no “Run as”',
  'the first sign-in needs a domain controller in reach',
  'privileged groups are kept out by the password replication policy',
] as const;

/** Whether cloud Kerberos trust would work in the sites and for the clients of the pilot. */
export function judgeCloudTrust(inputs: TrustInputs, { scope }: CheckContext): CheckResult {
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  const lists = inputs['ad.domain-controllers'].records.filter(({ target }) => domains.includes(target));
  const controllers = lists.flatMap(({ data }) => data.controllers);
  const forests = inputs['ad.sites'].records.filter(({ target }) => domains.includes(target));
  const sites = forests.flatMap(({ id, target, data }) =>
    data.sites
      .filter((site) => isClientSite(site) || controllersOfSite(site).length > 0)
      .map(
        (site): JudgedObject => ({
          id: `${normalHostName(target)}/${site.name}`,
          kind: 'directory-object',
          name: site.name,
          evidenceId: id,
          locate: site.name,
          ...judgeSite(site, controllers),
        }),
      ),
  );
  const clients = judgeClients(inputs, domains.includes);
  const objects = [...sites, ...clients];
  if (sites.length === 0 || clients.length === 0)
    return unknown('not-collected', {
      summary: `No ${sites.length === 0 ? 'site with a domain controller' : 'pilot computer'} is in the evidence, so nothing can be said about cloud Kerberos trust.`,
      objects: objects.map(({ reason: _, ...object }) => object),
    });
  return judged(objects, {
    summary: summarise(sites, clients),
    observations: [
      ...lists.map(({ target, data }) => ({
        label: `Kerberos server object in ${target}`,
        observed: serverObject(data.hasCloudKerberosServer),
      })),
      {
        label: 'Sites with a suitable domain controller',
        observed: `${namesOf(sites, 'pass').length} of ${sites.length}`,
      },
      { label: 'Limits of this trust model', observed: cloudTrustLimits.join('; ') },
    ],
  });
}

const serverObject = (exists: boolean | undefined): string =>
  exists === undefined ? 'not collected' : exists ? 'there already' : 'still to be created';

function judgeSite(site: Site, controllers: readonly DomainController[]): Verdict {
  const writable = controllersOfSite(site).filter(({ directoryService }) => directoryService === 'writable');
  const verdicts = writable.map((server) => {
    const controller = controllers.find(({ dnsHostName }) => isSameHost(dnsHostName, server.dnsHostName ?? ''));
    return { name: server.name, ...judgeCloudTrustServer(controller?.build) };
  });
  const best = (['pass', 'unknown', 'fail'] as const).flatMap((outcome) =>
    verdicts.filter((verdict) => verdict.outcome === outcome),
  )[0];
  if (best === undefined) return { outcome: 'fail', note: 'Has no writable domain controller.' };
  const { name, ...verdict } = best;
  return { ...verdict, note: `${name}: ${verdict.note}` };
}

interface JudgedClient extends Verdict {
  readonly name: string;
}

/** Pilot computers by build: one object each, with the worst of its verdicts. Old clients can be updated, so they only warn. */
function judgeClients(inputs: TrustInputs, includes: (domain: string) => boolean): readonly JudgedObject[] {
  const records = inputs['ad.pilot-computers'].records.filter(({ target }) => includes(target));
  const { computers } = sumPilotComputers(records.map(({ data }) => data));
  const clients = computers.filter(({ operatingSystem }) => !isServerName(operatingSystem));
  const devices = inputs['entra.devices'].records.flatMap(({ data }) => data.devices);
  const byBuild = new Map<string, JudgedClient[]>();
  for (const { computer, device } of matchPilotDevices(clients, devices)) {
    const told = device?.operatingSystemVersion;
    const isSameBuild = computer?.build !== undefined && told?.includes(`.${computer.build}.`) === true;
    const verdict = judgeCloudTrustClient(computer?.build, isSameBuild ? revisionOf(told) : undefined);
    const id = `clients:${computer?.build ?? 'unknown'}`;
    const members = byBuild.get(id) ?? [];
    members.push({ ...verdict, name: computer?.name ?? '' });
    byBuild.set(id, members);
  }
  return [...byBuild].map(([id, members]) => clientObject(id, members));
}

function clientObject(id: string, members: readonly JudgedClient[]): JudgedObject {
  const outcome = worstOutcome(members);
  const worst = members.filter((member) => member.outcome === outcome);
  const names = worst.map(({ name }) => name);
  const [first] = worst;
  return {
    id,
    kind: 'computer',
    name: names.length === 1 ? (names[0] ?? '') : `${names.length} pilot computers`,
    outcome: outcome === 'fail' ? 'warning' : outcome,
    note: `${first?.note ?? ''} ${names.length === 1 ? '' : `For instance ${listed(names.slice(0, 3))}.`}`.trim(),
    ...(first?.reason === undefined ? {} : { reason: first.reason }),
  };
}

function summarise(sites: readonly JudgedObject[], clients: readonly JudgedObject[]): string {
  const unfit = namesOf(sites, 'fail');
  if (unfit.length > 0)
    return `Cloud Kerberos trust would not work everywhere: ${shareOf(unfit.length, sites.length, 'site', ['has', 'have'])} no suitable domain controller: ${listed(unfit)}.`;
  const [first] = [...clients, ...sites].filter(({ outcome }) => outcome === worstOutcome([...clients, ...sites]));
  const worst = first?.outcome;
  if (worst === 'warning')
    return `Cloud Kerberos trust would work after some clients are updated. ${first?.note ?? ''}`;
  if (worst === 'unknown') return `Whether cloud Kerberos trust would work is not known. ${first?.note ?? ''}`;
  return `Cloud Kerberos trust would work: ${countOf(sites.length, 'site')} and all pilot computers are fit for it. Mind its limits: ${listed([...cloudTrustLimits], 4)}.`;
}
