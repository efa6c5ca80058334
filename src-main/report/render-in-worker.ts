import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { RenderedReport, RenderReport } from './render-report';
import type { RenderingOrder } from './report-worker';

/** Renders in a thread of its own, so that the windows stay awake; `entry` is the built `report-worker.ts`. Rejects with what went wrong there. */
export const renderInWorker =
  (entry: string): RenderReport =>
  async (document, rendering) => {
    const worker = new Worker(entry);
    try {
      const order: RenderingOrder = { document, rendering };
      worker.postMessage(order);
      const [rendered] = await once(worker, 'message'); // rejects when the thread ends with an error
      return rendered as RenderedReport;
    } finally {
      await worker.terminate();
    }
  };
