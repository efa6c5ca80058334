import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ReportDocument } from '../../src-shared/report/report-document';
import type { RenderedReport } from './render-report';
import type { ReportOrder } from './report-worker';
import type { ReportWork } from './write-report';

/** Works in a thread of its own for each report, so that the windows stay awake; `entry` is the built `report-worker.ts`. Rejects with what went wrong there. */
export const workInWorker = (entry: string): ReportWork => ({
  render: async (document, rendering) =>
    (await carryOut(entry, [{ what: 'render', document, rendering }])) as RenderedReport,
  finish: async (printed, facts) => (await carryOut(entry, [{ what: 'finish', printed, facts }])) as Uint8Array,
  redact: async (document, key, evidence) =>
    (await carryOut(entry, redactionOrders(document, key, evidence))) as ReportDocument,
});

async function* redactionOrders(
  document: ReportDocument,
  key: string,
  evidence: Parameters<ReportWork['redact']>[2],
): AsyncGenerator<ReportOrder> {
  for await (const record of evidence) yield { what: 'evidence', record };
  yield { what: 'redact', document, key };
}

/** Only the last order is answered. */
async function carryOut(entry: string, orders: AsyncIterable<ReportOrder> | readonly ReportOrder[]): Promise<unknown> {
  const worker = new Worker(entry);
  try {
    const answered = once(worker, 'message'); // rejects when the thread ends with an error
    answered.catch(() => undefined); // told below; orders may still be on their way
    for await (const order of orders) worker.postMessage(order);
    const [done] = await answered;
    return done;
  } finally {
    await worker.terminate();
  }
}
