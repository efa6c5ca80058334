import { type FromHost, objectsPerMessage, type ToHost } from '../../src-shared/host/messages';
import type { EvidenceRecord } from '../../src-shared/model/evidence';
import type { Finding } from '../../src-shared/model/finding';
import { aggregates, checks } from '../engine/check-registry';
import { evaluateAggregates, evaluateChecks } from '../engine/evaluate';
import { judgeContradictions } from '../engine/judge-contradictions';

type EvaluateJob = Extract<ToHost, { type: 'evaluate' }>;

/** Judges the given records with every check of this version. */
export function runEvaluate(
  job: EvaluateJob,
  records: readonly EvidenceRecord[],
  send: (message: FromHost) => void,
): void {
  const context = { now: new Date(job.now), scope: job.scope };
  const reportError = (checkId: string, error: unknown): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send({ type: 'log', level: 'error', message: `${checkId}: ${text}`.slice(0, 4000) });
  };
  const findings = evaluateChecks(checks, records, context, reportError);
  const overall = evaluateAggregates(aggregates, findings, context, reportError);
  for (const finding of [...findings, ...overall]) sendFinding(job.jobId, finding, send);
  const contradictions = judgeContradictions(records, findings, context.now, (error) =>
    reportError('contradictions', error),
  );
  send({ type: 'contradictions', jobId: job.jobId, contradictions });
}

/** In portions, so that a finding with tens of thousands of objects does not hold up the main process. */
function sendFinding(jobId: string, finding: Finding, send: (message: FromHost) => void): void {
  const { objects, checkId } = finding;
  send({ type: 'findings', jobId, findings: [{ ...finding, objects: objects.slice(0, objectsPerMessage) }] });
  for (let start = objectsPerMessage; start < objects.length; start += objectsPerMessage) {
    send({ type: 'finding-objects', jobId, checkId, objects: objects.slice(start, start + objectsPerMessage) });
  }
}
