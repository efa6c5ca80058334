import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../src-shared/model/error';
import type { ThreadAnswer, ThreadOrder } from './report-in-thread';
import { doReportWork } from './report-work';

/** Entry point of the thread: does the one order it is started with. Cancelled by ending the thread. */
const { kind, order } = workerData as ThreadOrder;
const tell = (answer: ThreadAnswer): void => parentPort?.postMessage(answer);

doReportWork(kind, order).then(
  (result) => tell({ what: 'result', result }),
  (error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    tell({ what: 'failure', failure: error.toData() });
  },
);
