import { parentPort } from 'node:worker_threads';
import { assertNever } from '../../src-shared/model/assert-never';
import type { DeltaDocument } from '../../src-shared/report/delta-document';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { finishPdf } from './pdf/finish-pdf';
import type { PdfFacts } from './pdf/metadata';
import { redactDocument } from './redaction/redact-document';
import { type EvidenceText, NamesOfEvidence } from './redaction/redact-report';
import { type Rendering, renderReport } from './render-report';

const names = new NamesOfEvidence();

/** Entry point of the worker thread: renders, finishes or redacts the one report it is sent. */
parentPort?.on('message', async (order: ReportOrder) => {
  switch (order.what) {
    case 'render':
      return parentPort?.postMessage(await renderReport(order.document, order.rendering));
    case 'finish':
      return parentPort?.postMessage(finishPdf(order.printed, order.facts));
    case 'evidence':
      return names.add(order.record);
    case 'redact':
      return parentPort?.postMessage(redactDocument(order.document, { key: order.key, names: names.all() }));
    default:
      return assertNever(order);
  }
});

/** What the thread is told; records of evidence come before the report that they name things of. */
export type ReportOrder =
  | { readonly what: 'render'; readonly document: ReportDocument | DeltaDocument; readonly rendering: Rendering }
  | { readonly what: 'finish'; readonly printed: Uint8Array; readonly facts: PdfFacts }
  | { readonly what: 'evidence'; readonly record: EvidenceText }
  | { readonly what: 'redact'; readonly document: ReportDocument; readonly key: string };
