import { Worker } from 'node:worker_threads';
import { AppError, type AppErrorData } from '../../../src-shared/model/error';
import { storeErrors } from '../store-errors';
import type { WholeFileKind, WholeFileOrders, WholeFileResults, WholeFileWork, WorkProgress } from './whole-file-work';

export interface WorkerOrder {
  readonly kind: WholeFileKind;
  readonly order: WholeFileOrders[WholeFileKind];
  /** For sentences about what went wrong. */
  readonly path: string;
}

export type WorkerMessage =
  | { readonly what: 'progress'; readonly progress: WorkProgress }
  | { readonly what: 'result'; readonly result: WholeFileResults[WholeFileKind] }
  | { readonly what: 'failure'; readonly failure: AppErrorData };

/** Does each order in a thread of its own, so that the window stays awake; `entry` is the built `whole-file-worker.ts`. Cancelling ends the thread. */
export const workInThread =
  (entry: string): WholeFileWork =>
  async (kind, order, { signal, onProgress }) => {
    if (signal.aborted) throw storeErrors.cancelled();
    const workerData: WorkerOrder = { kind, order, path: 'path' in order ? order.path : order.source };
    const worker = new Worker(entry, { workerData });
    const stop = (): void => void worker.terminate();
    signal.addEventListener('abort', stop, { once: true });
    try {
      return (await outcomeOf(worker, onProgress)) as WholeFileResults[typeof kind];
    } finally {
      signal.removeEventListener('abort', stop);
      await worker.terminate();
    }
  };

function outcomeOf(worker: Worker, onProgress: (progress: WorkProgress) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.what === 'progress') onProgress(message.progress);
      else if (message.what === 'result') resolve(message.result);
      else reject(new AppError(message.failure.code, message.failure.message, message.failure.next));
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(storeErrors.cancelled())); // settles nothing when the work had ended before
  });
}
