import { isServerName } from '../../evidence/derived/client-support';
import { domainsInScope } from '../../evidence/derived/forest-scope';
import { matchPilotDevices, sumPilotComputers } from '../../evidence/derived/pilot-devices';
import type { PilotView } from '../../evidence/derived/pilot-traits';
import { syncAccounts } from '../../evidence/derived/sync-accounts';
import { type ScopeVerdict, synchronisationScope } from '../../evidence/derived/synchronisation-scope';
import { firstNameOf, normalDn, parentDn } from '../../evidence/distinguished-name';
import { type CheckContext, type CheckResult, defineCheck, type Inputs } from '../define-check';
import { judgePilot } from '../pilot-users';
import { type JudgedObject, judged, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';
import { matchPilot } from './matched-pilot';

const needs = [
  'ad.pilot-users',
  'ad.pilot-computers',
  'entra.users',
  'entra.devices',
  'ad.partitions?',
  'ad.service-accounts?',
  'connect.connectors?',
] as const;
type FilterInputs = Inputs<(typeof needs)[number]>;

/** Pilot accounts of one container and how many of them the cloud knows as synchronised. */
interface Container {
  readonly dn: string;
  readonly what: 'user' | 'computer';
  total: number;
  synchronised: number;
  /** What the filters of Entra Connect say, where a server was read. */
  readonly filter: ScopeVerdict;
}

export default defineCheck({
  id: 'DIR-021',
  revision: 2,
  why: 'A filter of synchronisation leaves out units, groups or object types without an error; computers are forgotten more often than users.',
  sources: ['https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-sync-configure-filtering'],
  outcomes: ['pass', 'warning', 'fail'],
  needs,
  evaluate: (inputs, context) => judgePilot(inputs, context.scope, (pilot) => judgeContainers(pilot, inputs, context)),
  remediation: {
    task: 'Bring the units of the pilot into the scope of synchronisation.',
    steps: [
      'Start the wizard of Entra Connect, “Customize synchronization options”, and put the units of the pilot users and computers into scope.',
      'Look for group filtering, and for own synchronisation rules that set cloudFiltered.',
      'Run a full import and synchronisation, then read the pilot again.',
    ],
    command: [
      '(Get-ADSyncConnector | Where-Object Type -eq AD).Partitions.ConnectorPartitionScope | Select-Object ContainerInclusionList, ContainerExclusionList, ObjectClasses',
      'Get-ADSyncRule | Where-Object { -not $_.IsStandardRule } | Select-Object Name, Direction, SourceObjectType, Disabled',
      'Start-ADSyncSyncCycle -PolicyType Initial',
    ].join('\n'),
    verify: 'Every pilot user and computer is found in Entra ID with onPremisesSyncEnabled True.',
    revert: 'Take the units out of scope again in the same wizard; objects in the cloud are then deleted.',
    right: 'Administrator of the Connect server; Hybrid Identity Administrator in Entra ID',
    risk: 'Taking a unit out of scope deletes its objects in the cloud.',
  },
});

function judgeContainers(pilot: PilotView, inputs: FilterInputs, { scope }: CheckContext): CheckResult {
  const { matches, isComplete, unseen } = matchPilot(pilot, inputs['entra.users']);
  const devices = inputs['entra.devices'].records;
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  const records = inputs['ad.pilot-computers'].records.filter(({ target }) => domains.includes(target));
  const { computers } = sumPilotComputers(records.map(({ data }) => data));
  const clients = computers.filter(({ operatingSystem }) => !isServerName(operatingSystem));
  if (!isComplete || !devices.every(({ data }) => data.complete))
    return unknown('not-collected', {
      summary: 'The lists of users and devices in Entra ID were cut off, so an object that is not in them may exist.',
    });
  const users = inputs['entra.users'].records.flatMap(({ data }) => data.users);
  if (users.every(({ onPremisesSyncEnabled }) => onPremisesSyncEnabled === undefined))
    return unknown('not-collected', { summary: 'The list of users in Entra ID does not tell which are synchronised.' });
  const containers = containersOf(
    [
      ...matches.map(({ identity, user, by }) => ({
        dn: identity.distinguishedName,
        what: 'user' as const,
        isSynchronised: by !== 'name' && user?.onPremisesSyncEnabled === true,
      })),
      ...matchPilotDevices(
        clients,
        devices.flatMap(({ data }) => data.devices),
      ).map(({ computer, device }) => ({
        dn: computer?.distinguishedName ?? '',
        what: 'computer' as const,
        isSynchronised: device !== undefined,
      })),
    ],
    (dn, what) =>
      synchronisationScope(
        dn,
        what,
        inputs['connect.connectors'].records.map(({ data }) => data),
      ),
  );
  const objects = [...containers.map(judgeContainer), ...unseen];
  if (!containers.some(({ what }) => what === 'computer'))
    return unknown('not-collected', {
      summary: 'There is no pilot computer in the evidence, so filters of computers cannot be told.',
    });
  return judged(objects, {
    summary: summarise(objects, containers),
    observations: [...containers.map(observe), ...serversOf(inputs, scope)],
  });
}

interface Placed {
  readonly dn: string;
  readonly what: Container['what'];
  readonly isSynchronised: boolean;
}

function containersOf(
  accounts: readonly Placed[],
  filterOf: (dn: string, what: Container['what']) => ScopeVerdict,
): readonly Container[] {
  const containers = new Map<string, Container>();
  for (const { dn, what, isSynchronised } of accounts) {
    const key = `${what} ${normalDn(parentDn(dn))}`;
    const container = containers.get(key) ?? {
      ...{ dn: parentDn(dn), what, total: 0, synchronised: 0 },
      filter: filterOf(parentDn(dn), what),
    };
    container.total += 1;
    if (isSynchronised) container.synchronised += 1;
    containers.set(key, container);
  }
  return [...containers.values()].sort((a, b) => b.total - a.total || a.dn.localeCompare(b.dn, 'en'));
}

/**
 * Where the filters of the Connect server were read, they decide. Elsewhere that they let an object through is seen by its arrival, that they hold it back is
 * only suspected.
 */
function judgeContainer({ dn, what, total, synchronised, filter }: Container): JudgedObject {
  const object = {
    id: `${what}:${normalDn(dn)}`,
    kind: 'directory-object',
    name: `${firstNameOf(dn)} (${what}s)`,
  } as const;
  if (filter.kind === 'left-out')
    return { ...object, outcome: 'fail', note: `Entra Connect leaves the container out: ${filter.why}.` };
  const lets = filter.kind === 'included' ? 'Entra Connect reads the container; ' : '';
  if (synchronised === total)
    return { ...object, outcome: 'pass', note: `${lets}all ${countOf(total, what)} arrived in Entra ID.` };
  if (filter.kind === 'included')
    return {
      ...object,
      outcome: 'warning',
      note: `${lets}${synchronised} of ${countOf(total, what)} arrived in Entra ID. A filter by group or a rule of one’s own may hold the others back.`,
    };
  if (synchronised === 0)
    return {
      ...object,
      outcome: 'warning',
      note: `None of ${countOf(total, what)} arrived in Entra ID, as behind a filter (inferred).`,
    };
  return {
    ...object,
    outcome: 'unknown',
    reason: 'not-collected',
    note: `${synchronised} of ${countOf(total, what)} arrived in Entra ID; whether a filter holds the others back is kept on the Connect server.`,
  };
}

const observe = ({ dn, what, total, synchronised }: Container) => ({
  label: `${what === 'user' ? 'Users' : 'Computers'} of ${dn}`,
  observed: `${synchronised} of ${total} in Entra ID`,
  expected: 'all',
  matches: synchronised === total,
});

/** What the descriptions of connector accounts say: where to look at the filter. */
const serversOf = (inputs: FilterInputs, scope: CheckContext['scope']) =>
  syncAccounts(inputs['ad.service-accounts'].records, inputs['ad.partitions'].records, scope)
    .filter(({ role, account }) => role === 'connector' && account.description !== undefined)
    .map(({ account }) => ({
      label: `Connector account ${account.samAccountName}`,
      observed: account.description ?? '',
    }));

function summarise(objects: readonly JudgedObject[], containers: readonly Container[]): string {
  const out = namesOf(objects, 'fail');
  const isRead = containers.every(({ filter }) => filter.kind !== 'untold');
  if (out.length > 0)
    return `Entra Connect leaves out ${out.length} of ${countOf(containers.length, 'container')} of pilot accounts: ${listed(out)}.`;
  const held = namesOf(objects, 'warning');
  const open = namesOf(objects, 'unknown');
  if (held.length > 0)
    return `Of ${countOf(containers.length, 'container')} of pilot accounts, ${held.length} ${held.length === 1 ? 'has' : 'have'} nobody in Entra ID, as behind a filter: ${listed(held)}. ${isRead ? 'The filter of containers lets them through; one by group or a rule may not.' : 'Inferred; the filter itself was not read.'}`;
  if (open.length > 0)
    return `Not all pilot accounts of ${listed(open)} arrived in Entra ID; whether a filter holds them back is kept on the Connect server.`;
  if (isRead)
    return `Entra Connect reads ${countOf(containers.length, 'container')} of pilot users and computers, and all of them arrived in Entra ID.`;
  return `Inferred: all pilot users and computers of ${countOf(containers.length, 'container')} arrived in Entra ID, so no filter holds them back.`;
}
