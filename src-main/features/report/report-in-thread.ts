import { Worker } from 'node:worker_threads';
import { AppError, type AppErrorData } from '../../../src-shared/model/error';
import { storeErrors } from '../../store/store-errors';
import type { ReportKind, ReportOrders, ReportResults, ReportWork } from './report-work';

export interface ThreadOrder {
  readonly kind: ReportKind;
  readonly order: ReportOrders[ReportKind];
}

export type ThreadAnswer =
  | { readonly what: 'result'; readonly result: ReportResults[ReportKind] }
  | { readonly what: 'failure'; readonly failure: AppErrorData };

/** Does each order in a thread of its own, so that the window stays awake; `entry` is the built `report-worker.ts`. Cancelling ends the thread. */
export const reportInThread =
  (entry: string): ReportWork =>
  async (kind, order, signal) => {
    if (signal?.aborted === true) throw storeErrors.cancelled();
    const workerData: ThreadOrder = { kind, order };
    const worker = new Worker(entry, { workerData });
    const stop = (): void => void worker.terminate();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return (await answerOf(worker, signal)) as ReportResults[typeof kind];
    } finally {
      signal?.removeEventListener('abort', stop);
      await worker.terminate();
    }
  };

function answerOf(worker: Worker, signal: AbortSignal | undefined): Promise<ReportResults[ReportKind]> {
  return new Promise((resolve, reject) => {
    worker.on('message', (answer: ThreadAnswer) => {
      if (answer.what === 'result') resolve(answer.result);
      else reject(new AppError(answer.failure.code, answer.failure.message, answer.failure.next));
    });
    worker.on('error', reject);
    // Settles nothing when the work had ended before.
    worker.on('exit', () =>
      reject(signal?.aborted === true ? storeErrors.cancelled() : new Error('The thread that makes reports has ended')),
    );
  });
}
