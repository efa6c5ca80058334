import { Worker } from 'node:worker_threads';
import { AppError, type AppErrorData } from '../../../src-shared/model/error';
import { storeErrors } from '../../store/store-errors';
import type { CompareKind, CompareOrders, CompareResults, CompareWork } from './compare-work';

export interface CompareOrder {
  readonly kind: CompareKind;
  readonly order: CompareOrders[CompareKind];
}

export type CompareAnswer =
  | { readonly what: 'result'; readonly result: CompareResults[CompareKind] }
  | { readonly what: 'failure'; readonly failure: AppErrorData };

/** Does each order in a thread of its own, so that the window stays awake; `entry` is the built `compare-worker.ts`. Cancelling ends the thread. */
export const compareInThread =
  (entry: string): CompareWork =>
  async (kind, order, signal) => {
    if (signal.aborted) throw storeErrors.cancelled();
    const workerData: CompareOrder = { kind, order };
    const worker = new Worker(entry, { workerData });
    const stop = (): void => void worker.terminate();
    signal.addEventListener('abort', stop, { once: true });
    try {
      return (await answerOf(worker, signal)) as CompareResults[typeof kind];
    } finally {
      signal.removeEventListener('abort', stop);
      await worker.terminate();
    }
  };

function answerOf(worker: Worker, signal: AbortSignal): Promise<CompareResults[CompareKind]> {
  return new Promise((resolve, reject) => {
    worker.on('message', (answer: CompareAnswer) => {
      if (answer.what === 'result') resolve(answer.result);
      else reject(new AppError(answer.failure.code, answer.failure.message, answer.failure.next));
    });
    worker.on('error', reject);
    // Settles nothing when the work had ended before.
    worker.on('exit', () =>
      reject(signal.aborted ? storeErrors.cancelled() : new Error('The thread that compares has ended')),
    );
  });
}
