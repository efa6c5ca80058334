import { randomUUID } from 'node:crypto';
import { aggregates, checks } from '../../src-main/engine/check-registry';
import { runEvaluate } from '../../src-main/host/evaluate-job';
import { readStoredRecords } from '../../src-main/host/stored-records';
import type { StoredRecord } from '../../src-shared/host/messages';
import type { Scope } from '../../src-shared/model/scope';
import { median, timed } from './alternate';
import type { Measured } from './measurement';

const runs = 5;

/** What the assessment host does to judge what a run stored: read the records, every implemented check, hand out the findings. */
export async function measureEvaluation(
  what: string,
  records: readonly StoredRecord[],
  scope: Scope,
): Promise<Measured> {
  const job = { type: 'evaluate', jobId: randomUUID(), scope, now: new Date().toISOString() } as const;
  const durations: number[] = [];
  for (let run = 0; run < runs; run += 1)
    durations.push(await timed(async () => runEvaluate(job, readStoredRecords(records), () => undefined)));
  const megabytes = records.reduce((sum, { dataJson }) => sum + (dataJson?.length ?? 0), 0) / 1e6;
  return {
    measurement: {
      name: `Evaluation of all implemented checks over the evidence ${what}`,
      value: Math.round(median(durations)),
      unit: 'ms',
      goal: 1000,
      better: 'lower',
    },
    details: `${checks.length + aggregates.length} checks, ${records.length} records of ${megabytes.toFixed(1)} MB; median of ${runs} runs`,
  };
}
