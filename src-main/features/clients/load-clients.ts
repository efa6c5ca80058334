import type { ClientsOverview } from '../../../src-shared/model/clients';
import {
  besideStatus,
  type ClientRecord,
  clientsOverview,
  knownClients,
  type ReducedClient,
  reduceClient,
} from '../../clients/clients-overview';
import { type ClientSet, groupClients } from '../../clients/group-clients';
import type { EngagementFile } from '../../store/engagement-file';
import { judgeableRecords } from '../../store/evidence';
import { latestJudgement, latestRunId } from '../../store/runs';
import { judgedRows } from '../findings/listed-findings';
import { rememberRead } from '../remember-read';

export interface LoadedClients {
  /** Null before the first judged run. */
  readonly judgedAt: string | null;
  readonly sets: readonly ClientSet[];
  readonly overview: ClientsOverview;
}

/** Clients as the latest judged run sees them; read once a run. Screen, report and command line all start from it. */
export const loadClients: (file: EngagementFile) => Promise<LoadedClients> = rememberRead(
  (file) => latestRunId(file) ?? '',
  readClients,
);

async function readClients(file: EngagementFile): Promise<LoadedClients> {
  const judgement = latestJudgement(file);
  if (judgement === undefined) return { judgedAt: null, sets: [], overview: clientsOverview([], []) };
  const beside = besideStatus(await besideRecords(file));
  const reduced: ReducedClient[] = [];
  for await (const record of completeRecords(file, ['client.dsregcmd']))
    if (record.kind === 'client.dsregcmd') reduced.push(reduceClient(record, beside));
  const sets = groupClients(knownClients(reduced, new Date(judgement.judgedAsOf)));
  return { judgedAt: judgement.judgedAsOf, sets, overview: clientsOverview(sets, await judgedRows(file)) };
}

async function besideRecords(file: EngagementFile) {
  const records: Parameters<typeof besideStatus>[0][number][] = [];
  for await (const record of completeRecords(file, ['host.events', 'host.certificates']))
    if (record.kind !== 'client.dsregcmd') records.push(record);
  return records;
}

async function* completeRecords(
  file: EngagementFile,
  kinds: readonly ClientRecord['kind'][],
): AsyncGenerator<ClientRecord> {
  for await (const { header, dataJson } of judgeableRecords(file, kinds)) {
    const { id, kind, collectedAt, status } = header;
    if (status !== 'complete' || dataJson === null) continue;
    // This version or an older one wrote it, so kind and data belong together.
    yield { id, kind, collectedAt, data: JSON.parse(dataJson) } as ClientRecord;
  }
}
