import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../src-shared/model/error';
import { toStoreError } from '../store-errors';
import { doWholeFileWork } from './whole-file-work';
import type { WorkerMessage, WorkerOrder } from './work-in-thread';

/** Entry point of the thread: does the one order it is started with and says how far it is. Cancelled by ending the thread. */
const { kind, order, path } = workerData as WorkerOrder;
const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);

doWholeFileWork(kind, order, {
  signal: new AbortController().signal,
  onProgress: (progress) => tell({ what: 'progress', progress }),
}).then(
  (result) => tell({ what: 'result', result }),
  (error: unknown) => {
    const known = toStoreError(error, path);
    if (!(known instanceof AppError)) throw error;
    tell({ what: 'failure', failure: known.toData() });
  },
);
