import type { ClientsOverview } from '../../src-shared/model/clients';
import type { EvidenceDataByKind, EvidenceKind } from '../../src-shared/model/evidence';
import type { FindingRow } from '../../src-shared/model/finding';
import { shortName } from '../evidence/derived/client-machines';
import { clientId, withDistinctIds } from '../evidence/derived/clients';
import { printable } from '../evidence/printable';
import { type BesideStatus, clientFacts } from './client-facts';
import type { ClientSet, KnownClient } from './group-clients';
import { symptomChains } from './symptom-chains';

/** Kinds the overview is made of. */
type ClientKind = Extract<EvidenceKind, 'client.dsregcmd' | 'host.events' | 'host.certificates'>;

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

type BesideRecord = Exclude<ClientRecord, { readonly kind: 'client.dsregcmd' }>;
type StatusRecord = Extract<ClientRecord, { readonly kind: 'client.dsregcmd' }>;

/** What else machines told, by name. */
export function besideStatus(records: readonly BesideRecord[]): (host: string) => BesideStatus {
  const byName = new Map<
    string,
    { events: BesideStatus['events'][number][]; certificates: BesideStatus['certificates'][number][] }
  >();
  for (const record of records) {
    const name = shortName(record.data.host);
    const known = byName.get(name) ?? { events: [], certificates: [] };
    byName.set(name, known);
    if (record.kind === 'host.events') known.events.push(record.data);
    else known.certificates.push(record.data);
  }
  return (host) => byName.get(shortName(host)) ?? { events: [], certificates: [] };
}

/** A client reduced to its facts, which take a hundredth of its record. */
export type ReducedClient = KnownClient['member'] & Pick<KnownClient, 'facts'>;

export const reduceClient = (
  { data, id, collectedAt }: StatusRecord,
  beside: (host: string) => BesideStatus,
): ReducedClient => ({
  ...{ id: clientId(data), name: printable(data.deviceName, 256), evidenceId: id, collectedAt },
  facts: clientFacts(data, beside(data.deviceName)),
});

/** Clients from the newest complete record of each, as they are seen at an instant. */
export const knownClients = (clients: readonly ReducedClient[], judgedAt: Date): readonly KnownClient[] =>
  withDistinctIds(clients).map(({ facts, ...member }) => ({
    member,
    facts,
    isStale: judgedAt.getTime() - Date.parse(member.collectedAt) > freshFor,
  }));

/** Groups and chains; `findings` are those of the run the clients are shown with. */
export function clientsOverview(
  sets: readonly ClientSet[],
  findings: readonly Pick<FindingRow, 'checkId' | 'title' | 'outcome' | 'severity' | 'summary'>[],
): ClientsOverview {
  const groups = sets.map(({ group }) => group);
  const total = sets.reduce((sum, { members }) => sum + members.length, 0);
  return { total, groups, chains: [...symptomChains(groups, findings)] };
}
