import type { ClientsOverview } from '../../src-shared/model/clients';
import type { EvidenceDataByKind, EvidenceKind } from '../../src-shared/model/evidence';
import type { FindingRow } from '../../src-shared/model/finding';
import { shortName } from '../evidence/derived/client-machines';
import { clientId, withDistinctIds } from '../evidence/derived/clients';
import { printable } from '../evidence/printable';
import { type BesideStatus, clientFacts } from './client-facts';
import { groupClients, groupIdOf, type KnownClient } from './group-clients';
import { symptomChains } from './symptom-chains';

/** Kinds the overview is made of. */
export const clientKinds = [
  'client.dsregcmd',
  'host.events',
  'host.certificates',
] as const satisfies readonly EvidenceKind[];
type ClientKind = (typeof clientKinds)[number];

/** A complete record of one of the kinds. */
export type ClientRecord = {
  readonly [K in ClientKind]: {
    readonly id: string;
    readonly kind: K;
    readonly collectedAt: string;
    readonly data: EvidenceDataByKind[K];
  };
}[ClientKind];

/** The state of a client is a day old at most (catalogue 0.1). */
const freshFor = 24 * 3_600_000;

/** Reduces the newest complete record of each client, and what else its machine told, to its facts. Sorted by name. */
export function knownClients(records: readonly ClientRecord[], judgedAt: Date): readonly KnownClient[] {
  const beside = new Map<
    string,
    { events: BesideStatus['events'][number][]; certificates: BesideStatus['certificates'][number][] }
  >();
  const of = (host: string) => {
    const known = beside.get(shortName(host)) ?? { events: [], certificates: [] };
    beside.set(shortName(host), known);
    return known;
  };
  for (const record of records) {
    if (record.kind === 'host.events') of(record.data.host).events.push(record.data);
    else if (record.kind === 'host.certificates') of(record.data.host).certificates.push(record.data);
  }
  const clients = records.flatMap((record) => {
    if (record.kind !== 'client.dsregcmd') return [];
    const { data, id, collectedAt } = record;
    const facts = clientFacts(data, beside.get(shortName(data.deviceName)) ?? { events: [], certificates: [] });
    return [{ id: clientId(data), name: printable(data.deviceName, 256), evidenceId: id, collectedAt, facts }];
  });
  return withDistinctIds(clients).map(({ facts, ...member }) => ({
    member,
    facts,
    isStale: judgedAt.getTime() - Date.parse(member.collectedAt) > freshFor,
  }));
}

/** Groups and chains; `findings` are those of the run the clients are shown with. */
export function clientsOverview(
  clients: readonly KnownClient[],
  findings: readonly Pick<FindingRow, 'checkId' | 'title' | 'outcome' | 'severity' | 'summary'>[],
): ClientsOverview {
  const groups = groupClients(clients);
  return { total: clients.length, groups: [...groups], chains: [...symptomChains(groups, findings)] };
}

export const membersOf = (clients: readonly KnownClient[], groupId: string): readonly KnownClient['member'][] =>
  clients.filter(({ facts }) => groupIdOf(facts) === groupId).map(({ member }) => member);
