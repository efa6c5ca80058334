import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readPlan } from '../../src-main/cli/read-plan';
import { attestedRecord } from '../../src-main/features/interview/record-answers';
import { runCollect } from '../../src-main/host/collect-job';
import { runEvaluate } from '../../src-main/host/evaluate-job';
import { readStoredRecords } from '../../src-main/host/stored-records';
import type { FromHost, StoredRecord } from '../../src-shared/host/messages';
import type { GivenAnswer, KeptAnswer } from '../../src-shared/interview/answer';
import type { EvidenceHeader } from '../../src-shared/model/evidence';
import type { Finding } from '../../src-shared/model/finding';
import type { Plan } from '../../src-shared/model/plan';
import type { RunTarget } from '../../src-shared/model/run';
import { refuseUndeclared } from './undeclared-outcomes';

export interface Assessment {
  readonly plan: Plan;
  readonly records: readonly StoredRecord[];
  readonly targets: readonly RunTarget[];
  readonly findings: readonly Finding[];
  readonly log: readonly string[];
}

export interface AssessOptions {
  /** By source id. */
  readonly passwords?: Readonly<Record<string, string>>;
  /** The instant to judge at; the plan's, else now, when absent. */
  readonly now?: Date;
  /** Stops collecting; what was collected is judged. */
  readonly signal?: AbortSignal;
  /** Told of every record as soon as it is there, before its target goes on. */
  readonly onRecord?: (record: EvidenceHeader) => void;
}

const collector = { user: 'test', host: 'test', version: '0.0.0' };

/** Collects and judges a plan file with the host's own jobs, in this process. */
export async function assessPlanFile(path: string, options: AssessOptions = {}): Promise<Assessment> {
  return await assessPlan(await readPlan(path), options);
}

/** An answer with the hash of the file that is attached to it, as an engagement keeps it. */
function kept({ attachment: path, ...said }: GivenAnswer): KeptAnswer {
  if (path === undefined) return said;
  const bytes = readFileSync(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ...said, attachment: { name: basename(path), sha256, size: bytes.length } };
}

/** The same for a plan in memory. Throws when a check comes to an outcome it does not declare, so that no evidence a test assesses can bring that about. */
export async function assessPlan(plan: Plan, options: AssessOptions = {}): Promise<Assessment> {
  const records: StoredRecord[] = [];
  const targets = new Map<string, RunTarget>();
  const findings = new Map<string, Finding>();
  const log: string[] = [];
  const send = (message: FromHost): void => {
    if (message.type === 'evidence') {
      records.push(message.record);
      options.onRecord?.(message.record.header);
    } else if (message.type === 'target') targets.set(message.target.id, message.target);
    else if (message.type === 'findings')
      for (const finding of message.findings) findings.set(finding.checkId, finding);
    else if (message.type === 'finding-objects') findings.get(message.checkId)?.objects.push(...message.objects);
    else if (message.type === 'log') log.push(message.message);
  };
  const { scope, live, evidence } = plan;
  const credentials = Object.entries(options.passwords ?? {}).map(([source, password]) => ({ source, password }));
  const signal = options.signal ?? new AbortController().signal;
  const lists = { imports: evidence, credentials, skip: [], readBefore: [] };
  await runCollect({ type: 'collect', jobId: randomUUID(), scope, live, collector, ...lists }, [], signal, send);
  for (const answer of plan.interview ?? []) records.push(attestedRecord(kept(answer), collector));
  const now = options.now ?? (plan.assessAt === undefined ? new Date() : new Date(plan.assessAt));
  const job = { type: 'evaluate', jobId: randomUUID(), scope, now: now.toISOString() } as const;
  runEvaluate(job, readStoredRecords(records), send);
  refuseUndeclared([...findings.values()]);
  return { plan, records, targets: [...targets.values()], findings: [...findings.values()], log };
}
