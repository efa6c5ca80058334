import type { FromHost, ToHost } from '../../src-shared/host/messages';
import type { EvidenceRecord } from '../../src-shared/model/evidence';
import { collectImports } from '../engine/collect-imports';
import { collectProbes } from '../engine/collect-probes';
import { type CollectSink, RecordWriter } from '../engine/record-writer';
import { importers } from '../importers';
import { probes } from '../probes';

type CollectJob = Extract<ToHost, { type: 'collect' }>;

/** Files and live systems side by side; ends when all are done or the job is cancelled. Further targets may follow from what is `known`. */
export async function runCollect(
  job: CollectJob,
  known: readonly EvidenceRecord[],
  signal: AbortSignal,
  send: (message: FromHost) => void,
): Promise<void> {
  const { jobId, scope, collector } = job;
  const sink: CollectSink = {
    target: (target) => send({ type: 'target', jobId, target }),
    raw: (raw) => send({ type: 'raw', jobId, ...raw }),
    evidence: (record) => send({ type: 'evidence', jobId, record }),
    log: (level, message) => send({ type: 'log', level, message: message.slice(0, 4000) }),
  };
  const writer = new RecordWriter(sink);
  const openAddress = (url: string): void => send({ type: 'open-address', jobId, url });
  const passwords = new Map(job.credentials.map(({ source, password }) => [source, password]));
  const skip = new Set(job.skip);
  await Promise.all([
    collectImports(
      { paths: job.imports, importers, scope, collector, skip, signal, readBefore: job.readBefore },
      sink,
      writer,
    ),
    collectProbes(
      {
        probes,
        scope,
        live: job.live,
        password: (id) => passwords.get(id),
        collector,
        skip,
        known,
        signal,
        openAddress,
      },
      sink,
      writer,
    ),
  ]);
}
