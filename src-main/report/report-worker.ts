import { parentPort } from 'node:worker_threads';
import type { DeltaDocument } from '../../src-shared/report/delta-document';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { finishPdf } from './pdf/finish-pdf';
import type { PdfFacts } from './pdf/metadata';
import { type RenderedReport, type Rendering, renderReport } from './render-report';

/** What the thread is for: to render a report, or to finish one that was printed. */
export type ReportOrder =
  | { readonly document: ReportDocument | DeltaDocument; readonly rendering: Rendering }
  | { readonly printed: Uint8Array; readonly facts: PdfFacts };

/** Entry point of the worker thread: carries out the one order it is sent. */
parentPort?.once('message', async (order: ReportOrder) => {
  parentPort?.postMessage(await carriedOut(order));
});

async function carriedOut(order: ReportOrder): Promise<RenderedReport> {
  if ('printed' in order) return finishPdf(order.printed, order.facts);
  return await renderReport(order.document, order.rendering);
}
