import type { ClientsOverview } from '../../../src-shared/model/clients';
import { type ClientRecord, clientKinds, clientsOverview, knownClients } from '../../clients/clients-overview';
import type { KnownClient } from '../../clients/group-clients';
import type { EngagementFile } from '../../store/engagement-file';
import { judgeableRecords } from '../../store/evidence';
import { listFindingRows } from '../../store/findings';
import { latestJudgement } from '../../store/runs';

export interface LoadedClients {
  /** Null before the first judged run. */
  readonly judgedAt: string | null;
  readonly clients: readonly KnownClient[];
  readonly overview: ClientsOverview;
}

const loaded = new WeakMap<EngagementFile, { readonly runId: string; readonly clients: Promise<LoadedClients> }>();

/** Clients as the latest judged run sees them; read once a run. Screen, report and command line all start from it. */
export function loadClients(file: EngagementFile): Promise<LoadedClients> {
  const runId = latestJudgement(file)?.runId ?? '';
  const known = loaded.get(file);
  if (known?.runId === runId) return known.clients;
  const clients = readClients(file);
  loaded.set(file, { runId, clients });
  clients.catch(() => loaded.delete(file));
  return clients;
}

async function readClients(file: EngagementFile): Promise<LoadedClients> {
  const judgement = latestJudgement(file);
  if (judgement === undefined) return { judgedAt: null, clients: [], overview: clientsOverview([], []) };
  const records: ClientRecord[] = [];
  for await (const { header, dataJson } of judgeableRecords(file, clientKinds)) {
    const { id, kind, collectedAt, status } = header;
    if (status !== 'complete' || dataJson === null) continue;
    // This version or an older one wrote it, so kind and data belong together.
    records.push({ id, kind, collectedAt, data: JSON.parse(dataJson) } as ClientRecord);
  }
  const clients = knownClients(records, new Date(judgement.judgedAsOf));
  return {
    judgedAt: judgement.judgedAsOf,
    clients,
    overview: clientsOverview(clients, listFindingRows(file, judgement.runId)),
  };
}
