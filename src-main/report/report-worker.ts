import { parentPort } from 'node:worker_threads';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { type Rendering, renderReport } from './render-report';

/** Entry point of the worker thread: renders the one report it is sent. */
parentPort?.once('message', async ({ document, rendering }: RenderingOrder) => {
  parentPort?.postMessage(await renderReport(document, rendering));
});

export interface RenderingOrder {
  readonly document: ReportDocument;
  readonly rendering: Rendering;
}
