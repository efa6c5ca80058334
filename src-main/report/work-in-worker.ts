import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { RenderedReport } from './render-report';
import type { ReportOrder } from './report-worker';
import type { ReportWork } from './write-report';

/** Works in a thread of its own for each order, so that the windows stay awake; `entry` is the built `report-worker.ts`. Rejects with what went wrong there. */
export const workInWorker = (entry: string): ReportWork => ({
  render: async (document, rendering) => (await carryOut(entry, { document, rendering })) as RenderedReport,
  finish: async (printed, facts) => (await carryOut(entry, { printed, facts })) as Uint8Array,
});

async function carryOut(entry: string, order: ReportOrder): Promise<unknown> {
  const worker = new Worker(entry);
  try {
    worker.postMessage(order);
    const [done] = await once(worker, 'message'); // rejects when the thread ends with an error
    return done;
  } finally {
    await worker.terminate();
  }
}
