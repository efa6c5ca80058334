import { parentPort } from 'node:worker_threads';
import { AppError } from '../../../src-shared/model/error';
import type { ThreadAnswer, ThreadOrder } from './report-in-thread';
import { doReportWork } from './report-work';

/** Entry point of the thread: does the orders it is sent, one after the other. Cancelled by ending the thread. */
const tell = (answer: ThreadAnswer): void => parentPort?.postMessage(answer);

parentPort?.on('message', ({ kind, order }: ThreadOrder) => {
  doReportWork(kind, order).then(
    (result) => tell({ what: 'result', result }),
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      tell({ what: 'failure', failure: error.toData() });
    },
  );
});
