import { randomUUID } from 'node:crypto';
import type { FromHost, StoredRecord, ToHost } from '../../src-shared/host/messages';
import { AppError } from '../../src-shared/model/error';
import { hostErrors } from './host-errors';
import { type HostLink, openHostLink } from './host-link';
import type { SpawnHost } from './host-process';
import { sendRecords } from './send-records';

type WithoutJob<T> = T extends { readonly jobId: string } ? Omit<T, 'jobId'> : never;
/** Work for the host; the supervisor gives it an id. */
export type HostRequest = WithoutJob<Exclude<ToHost, { type: 'cancel' | 'records' }>>;
/** What a job reports before it ends. */
export type JobMessage = Exclude<FromHost, { type: 'ready' | 'log' | 'done' | 'failed' }>;

export interface HostJob {
  /** Ends after the last message; rejects with what reading the records threw, or with AppError: the host's own, or `host-stopped`, `host-bad-message`, `host-not-started`, `host-closed`. */
  readonly promise: Promise<{ readonly cancelled: boolean }>;
  /** Asks the host to stop; the promise then resolves with `cancelled`. A host that does not answer in time is ended. */
  readonly cancel: () => void;
}

export interface HostSupervisor {
  /** Starts a job, and the host when none is running; it gets the records before. Messages come in the order they were sent. */
  readonly start: (
    request: HostRequest,
    onMessage: (message: JobMessage) => void,
    records?: AsyncIterable<StoredRecord>,
  ) => HostJob;
  /** Ends the host; running jobs reject with `host-closed`. */
  readonly close: () => void;
}

export interface SupervisorOptions {
  readonly spawn: SpawnHost;
  readonly log: (level: 'debug' | 'info' | 'warn' | 'error', message: string) => void;
  /** Milliseconds a cancelled job may take to stop. */
  readonly cancelLimit?: number;
}

interface RunningJob {
  readonly onMessage: (message: JobMessage) => void;
  readonly resolve: (end: { readonly cancelled: boolean }) => void;
  readonly reject: (error: unknown) => void;
}

/** Keeps one assessment host for all jobs; when it ends, running jobs fail with the reason and the next job starts a new one. */
export function createHostSupervisor({ spawn, log, cancelLimit = 15_000 }: SupervisorOptions): HostSupervisor {
  const jobs = new Map<string, RunningJob>();
  let current: HostLink | undefined;

  const open = (): HostLink => {
    const link = openHostLink(spawn(), {
      log,
      onMessage: (message) => deliver(jobs, message, log),
      onEnd: (error) => {
        if (current === link) current = undefined;
        for (const job of jobs.values()) job.reject(error);
        jobs.clear();
      },
    });
    return link;
  };

  const start: HostSupervisor['start'] = (request, onMessage, records) => {
    const jobId = randomUUID();
    let isCancelled = false;
    current ??= open();
    const link = current;
    const promise = new Promise<{ readonly cancelled: boolean }>((resolve, reject) =>
      jobs.set(jobId, { onMessage, resolve, reject }),
    );
    const isWanted = (): boolean => jobs.has(jobId) && !isCancelled;
    const sent = link.ready.then(async () => {
      if (records !== undefined)
        await sendRecords(records, (portion) => link.post({ type: 'records', jobId, records: portion }), isWanted);
      if (isCancelled) settle(jobs, jobId)?.resolve({ cancelled: true });
      else if (isWanted()) link.post({ ...request, jobId });
    });
    sent.catch((error: unknown) => settle(jobs, jobId)?.reject(error)); // when the host did not start, onEnd was faster
    const cancel = (): void => {
      if (!jobs.has(jobId)) return;
      isCancelled = true;
      void link.ready.then(
        () => link.post({ type: 'cancel', jobId }),
        () => undefined,
      );
      setTimeout(() => jobs.has(jobId) && link.end(hostErrors.stopped()), cancelLimit).unref();
    };
    return { promise, cancel };
  };

  return { start, close: () => current?.end(hostErrors.closed()) };
}

/** A job that ends: it hears of nothing any more. */
function settle(jobs: Map<string, RunningJob>, jobId: string): RunningJob | undefined {
  const job = jobs.get(jobId);
  jobs.delete(jobId);
  return job;
}

function deliver(jobs: Map<string, RunningJob>, message: FromHost, log: SupervisorOptions['log']): void {
  if (message.type === 'ready' || message.type === 'log') return;
  const job = jobs.get(message.jobId);
  if (job === undefined) log('warn', `The assessment host sent ${message.type} for a job that is over.`);
  else if (message.type === 'done') {
    jobs.delete(message.jobId);
    job.resolve({ cancelled: message.cancelled });
  } else if (message.type === 'failed') {
    jobs.delete(message.jobId);
    const { code, message: text, next } = message.error;
    job.reject(new AppError(code, text, next));
  } else job.onMessage(message);
}
