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

/** Milliseconds that a thread waits for another order: an export often follows a preview, and need not load the code again. */
const patience = 20_000;

/**
 * Does each order in a thread, one at a time in each, so that the window stays awake; `entry` is the built `report-worker.ts`. Cancelling ends the thread, as a
 * failure does; after a success it waits a while for another order.
 */
export function reportInThread(entry: string): ReportWork {
  const waiting = new WaitingThread();
  return async (kind, order, signal) => {
    if (signal?.aborted === true) throw storeErrors.cancelled();
    const worker = waiting.take() ?? new Worker(entry);
    const stop = (): void => void worker.terminate();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      const result = await answerOf(worker, { kind, order }, signal);
      waiting.put(worker);
      return result as ReportResults[typeof kind];
    } catch (error) {
      await worker.terminate();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  };
}

/** At most one thread that has nothing to do. It does not keep the app from ending. */
class WaitingThread {
  #worker: Worker | undefined;
  #end: NodeJS.Timeout | undefined;

  take(): Worker | undefined {
    const worker = this.#worker;
    clearTimeout(this.#end);
    this.#worker = undefined;
    if (worker !== undefined) unheard(worker).ref();
    return worker;
  }

  put(worker: Worker): void {
    void this.take()?.terminate();
    const forget = (): void => void this.take();
    worker.once('exit', forget).once('error', forget).unref();
    this.#worker = worker;
    this.#end = setTimeout(() => void this.take()?.terminate(), patience).unref();
  }
}

function answerOf(
  worker: Worker,
  order: ThreadOrder,
  signal: AbortSignal | undefined,
): Promise<ReportResults[ReportKind]> {
  return new Promise<ReportResults[ReportKind]>((resolve, reject) => {
    worker.on('message', (answer: ThreadAnswer) => {
      if (answer.what === 'result') resolve(answer.result);
      else reject(new AppError(answer.failure.code, answer.failure.message, answer.failure.next));
    });
    worker.on('error', reject);
    // Settles nothing when the work had ended before.
    worker.on('exit', () =>
      reject(signal?.aborted === true ? storeErrors.cancelled() : new Error('The thread that makes reports has ended')),
    );
    worker.postMessage(order);
  }).finally(() => unheard(worker));
}

/** Without listeners of ours: those that Node has on its own worker must stay, or no message comes any more. */
const unheard = (worker: Worker): Worker =>
  worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit');
