import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../src-shared/model/error';
import type { CompareAnswer, CompareOrder } from './compare-in-thread';
import { doCompareWork } from './compare-work';

/** Entry point of the thread: does the one order it is started with. Cancelled by ending the thread. */
const { kind, order } = workerData as CompareOrder;
const tell = (answer: CompareAnswer): void => parentPort?.postMessage(answer);

doCompareWork(kind, order, new AbortController().signal).then(
  (result) => tell({ what: 'result', result }),
  (error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    tell({ what: 'failure', failure: error.toData() });
  },
);
