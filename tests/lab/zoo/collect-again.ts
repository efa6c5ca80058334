import { collectProbes } from '../../../src-main/engine/collect-probes';
import { RecordWriter } from '../../../src-main/engine/record-writer';
import { runEvaluate } from '../../../src-main/host/evaluate-job';
import { readStoredRecords } from '../../../src-main/host/stored-records';
import { probes } from '../../../src-main/probes';
import type { StoredRecord } from '../../../src-shared/host/messages';
import type { EvidenceDraft } from '../../../src-shared/model/evidence';
import type { Finding } from '../../../src-shared/model/finding';
import type { Assessment } from '../../support/assess-plan';
import { refuseUndeclared } from '../../support/undeclared-outcomes';
import type { Lab } from '../lab';

const collector = { user: 'test', host: 'test', version: '0.0.0' };

/** Evidence and what was logged while it was collected. */
export interface Evidence {
  readonly records: readonly StoredRecord[];
  readonly log: readonly string[];
}

/** Runs the probes of these ids once more, and keeps what all others gave. */
export async function collectAgain(
  lab: Lab,
  ids: readonly string[],
  { plan, records }: Pick<Assessment, 'plan' | 'records'>,
): Promise<Evidence> {
  const kept = records.filter(({ header }) => !ids.includes(header.source.by));
  const fresh: StoredRecord[] = [];
  const log: string[] = [];
  const sink = {
    target: () => undefined,
    raw: () => undefined,
    evidence: (record: StoredRecord) => fresh.push(record),
    log: (_: string, message: string) => log.push(message),
  };
  const job = {
    ...{ scope: plan.scope, live: plan.live, collector, skip: new Set<string>(), known: readStoredRecords(kept) },
    probes: probes.filter(({ id }) => ids.includes(id)),
    password: () => lab.users.reader.password,
    signal: new AbortController().signal,
  };
  await collectProbes(job, sink, new RecordWriter(sink));
  return { records: [...kept, ...fresh], log };
}

/** Puts what was read of the directory in the place of its records of the same kind. */
export async function withDrafts(
  records: readonly StoredRecord[],
  drafts: readonly EvidenceDraft[],
): Promise<readonly StoredRecord[]> {
  const fresh: StoredRecord[] = [];
  const ignore = () => undefined;
  const writer = new RecordWriter({
    target: ignore,
    raw: ignore,
    log: ignore,
    evidence: (record) => fresh.push(record),
  });
  for (const draft of drafts) await writer.write(draft, { collector, collectedAt: new Date().toISOString() });
  const kinds = new Set<string>(drafts.map(({ kind }) => kind));
  return [...records.filter(({ header }) => header.source.by !== 'directory' || !kinds.has(header.kind)), ...fresh];
}

/** Judges evidence at the present, with the scope of an earlier assessment. */
export function judge(before: Assessment, { records, log }: Evidence): Assessment {
  const findings: Finding[] = [];
  const problems = [...log];
  const job = { type: 'evaluate', jobId: 'zoo', scope: before.plan.scope, now: new Date().toISOString() } as const;
  runEvaluate(job, readStoredRecords(records), (message) => {
    if (message.type === 'findings') findings.push(...message.findings);
    else if (message.type === 'log') problems.push(message.message);
  });
  refuseUndeclared(findings);
  return { ...before, records, findings, log: problems };
}
