import type { FromHost, ToHost } from '../../src-shared/host/messages';
import { toHostSchema } from '../../src-shared/host/messages';
import { AppError } from '../../src-shared/model/error';
import type { EvidenceRecord } from '../../src-shared/model/evidence';
import { runCollect } from './collect-job';
import { runDiscover, runTestAdfs, runTestDirectory, tellKerberos } from './connection-jobs';
import { runEvaluate } from './evaluate-job';
import { hostPort } from './host-port';
import { releaseMemory } from './release-memory';
import { readStoredRecords } from './stored-records';

/** Entry point of the assessment host: probes, importers and checks, away from the database and the windows. */
const port = hostPort();
const running = new Map<string, AbortController>();
/** Read as they come, so that the text of a record is gone before the next one is there. */
const received = new Map<string, EvidenceRecord[]>();

type Job = Exclude<ToHost, { type: 'cancel' | 'records' }>;

async function run(job: Job, signal: AbortSignal, send: (message: FromHost) => void): Promise<void> {
  switch (job.type) {
    case 'collect':
      return runCollect(job, takeRecords(job.jobId), signal, send);
    case 'evaluate':
      releaseMemory(); // checks need what the text of the records took
      return runEvaluate(job, takeRecords(job.jobId), send);
    case 'discover':
      return runDiscover(job, signal, send);
    case 'test-directory':
      return runTestDirectory(job, signal, send);
    case 'test-adfs':
      return runTestAdfs(job, signal, send);
    case 'kerberos':
      return tellKerberos(job, send);
  }
}

function keepRecords({ jobId, records }: Extract<ToHost, { type: 'records' }>): void {
  const known = received.get(jobId) ?? [];
  received.set(jobId, known);
  for (const record of readStoredRecords(records)) known.push(record);
}

function takeRecords(jobId: string): readonly EvidenceRecord[] {
  const records = received.get(jobId) ?? [];
  received.delete(jobId);
  return records;
}

async function handle(job: Job): Promise<void> {
  const controller = new AbortController();
  running.set(job.jobId, controller);
  const send = (message: FromHost): void => port.post(message);
  try {
    await run(job, controller.signal, send);
    send({ type: 'done', jobId: job.jobId, cancelled: controller.signal.aborted });
  } catch (error) {
    if (controller.signal.aborted) send({ type: 'done', jobId: job.jobId, cancelled: true });
    else send({ type: 'failed', jobId: job.jobId, error: describe(error, send) });
  } finally {
    running.delete(job.jobId);
    releaseMemory();
  }
}

function describe(error: unknown, send: (message: FromHost) => void): ReturnType<AppError['toData']> {
  if (error instanceof AppError) return error.toData();
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  send({ type: 'log', level: 'error', message: text.slice(0, 4000) });
  return {
    code: 'internal',
    message: 'The assessment stopped because of an error in the product.',
    next: 'What was collected is kept. The log has the details; try again.',
  };
}

port.onMessage((message) => {
  const parsed = toHostSchema.safeParse(message);
  if (!parsed.success)
    port.post({ type: 'log', level: 'error', message: `Refused message: ${parsed.error.message}`.slice(0, 4000) });
  else if (parsed.data.type === 'records') keepRecords(parsed.data);
  else if (parsed.data.type === 'cancel') {
    received.delete(parsed.data.jobId);
    running.get(parsed.data.jobId)?.abort();
  } else void handle(parsed.data);
});
port.post({ type: 'ready' });
