import { assertNever } from '../../src-shared/model/assert-never';
import { type DeltaDocument, isDelta } from '../../src-shared/report/delta-document';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { renderDelta } from './delta/render-delta';
import { docxOf } from './docx/write-docx';
import { renderReportHtml } from './render-report-html';
import type { ReportFormat, ReportOptions } from './report-options';
import { reportSheets } from './sheets/report-sheets';
import { csvOf } from './sheets/write-csv';
import { xlsxOf } from './sheets/write-xlsx';

/** What to make of a report document. A PDF is printed from its HTML, which only Electron can. */
export interface Rendering extends ReportOptions {
  readonly format: Exclude<ReportFormat, 'pdf'>;
  /** Of HTML: goes on the style element; the content policy of the page allows no other style. */
  readonly nonce: string;
}

/** The bytes of a file, or of several by their names (CSV). */
export type RenderedReport = string | Uint8Array | ReadonlyMap<string, string>;

/** Renders in this thread: seconds for a report with tens of thousands of objects. */
export async function renderReport(
  document: ReportDocument | DeltaDocument,
  rendering: Rendering,
): Promise<RenderedReport> {
  if (isDelta(document)) return await renderDelta(document, rendering);
  const { format, nonce, paper, profile } = rendering;
  switch (format) {
    case 'json':
      return `${JSON.stringify(document, null, 2)}\n`;
    case 'html':
      return renderReportHtml(document, { paper, profile, nonce });
    case 'docx':
      return await docxOf(document, { paper, profile });
    case 'xlsx':
      return await xlsxOf(reportSheets(document), new Date(document.createdAt));
    case 'csv':
      return new Map(reportSheets(document).map((sheet) => [`${sheet.name.toLowerCase()}.csv`, csvOf(sheet)]));
    default:
      return assertNever(format);
  }
}
