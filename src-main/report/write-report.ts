import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeltaDocument } from '../../src-shared/report/delta-document';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { reservePageNumbers } from './html/page-numbers';
import { type FinishPdf, finishPdf } from './pdf/finish-pdf';
import type { PdfFacts } from './pdf/metadata';
import { type RenderedReport, type Rendering, renderReport } from './render-report';
import type { ReportFormat, ReportOptions } from './report-options';
import { reportTitle, type TitledReport } from './report-title';
import { writeAtomically } from './write-atomically';

/** Where a report goes and how it looks; `path` is absolute, `paper` and `profile` mean nothing to JSON and tables, `profile` nothing to a delta report. */
export interface ReportTarget extends ReportOptions {
  readonly format: ReportFormat;
  readonly path: string;
}

/** `remark`: what whoever hands the report over should know about the file, as sentences; null when there is nothing. */
export interface WrittenReport {
  readonly sizeBytes: number;
  readonly remark: string | null;
}

/**
 * Writes one report or delta report in this thread, which it keeps busy for seconds when the report is long; readable by this user only; CSV becomes a folder of files. PDF needs Electron, ready and with the `app://` scheme served.
 * @throws AppError for a place that cannot be written to and for a report that cannot be printed
 */
export async function writeReport(
  document: ReportDocument | DeltaDocument,
  target: ReportTarget,
): Promise<WrittenReport> {
  return await writeRendered(document, target, {
    render: (rendering) => renderReport(document, rendering),
    finish: finishPdf,
  });
}

/** What the lines at the top and bottom of a printed page and the properties of its file say. */
export type PageFacts = TitledReport & Pick<ReportDocument, 'product' | 'createdAt'>;

/** The long parts of writing a report, which a window leaves to threads of their own. */
interface RenderingWork {
  readonly render: (rendering: Rendering) => Promise<RenderedReport>;
  readonly finish: FinishPdf;
}

/**
 * The same for what is rendered and finished elsewhere.
 * @throws AppError as {@link writeReport}
 */
export async function writeRendered(
  page: PageFacts,
  target: ReportTarget,
  work: RenderingWork,
): Promise<WrittenReport> {
  const { content, remark = null } = await contentOf(page, target, work);
  if (typeof content === 'string' || content instanceof Uint8Array)
    return { sizeBytes: await writeAtomically(target.path, content), remark };
  await mkdir(target.path, { recursive: true, mode: 0o700 }).catch(() => undefined); // the first file then says what is wrong
  let sizeBytes = 0;
  for (const [name, text] of content) sizeBytes += await writeAtomically(join(target.path, name), text);
  return { sizeBytes, remark };
}

async function contentOf(
  page: PageFacts,
  { format, paper, profile }: ReportTarget,
  { render, finish }: RenderingWork,
): Promise<{ readonly content: RenderedReport; readonly remark?: string | undefined }> {
  const nonce = randomBytes(16).toString('base64');
  if (format !== 'pdf') return { content: await render({ format, paper, profile, nonce }) };
  const { printPdf } = await import('./print-pdf'); // the one part that needs Electron: everything else runs in plain Node
  const html = String(await render({ format: 'html', paper, profile, nonce }));
  const reserved = reservePageNumbers(html);
  const printed = await printPdf({ html: reserved.html, nonce }, { paper, document: page });
  const finished = await finish(printed, { facts: pdfFacts(page), places: reserved.places });
  if ('pdf' in finished) return { content: finished.pdf };
  // Figures that hold room are no page numbers, and are not handed over.
  const plain = reserved.places.length === 0 ? printed : await printPdf({ html, nonce }, { paper, document: page });
  return { content: plain, remark: keptAsPrinted(finished.problem) };
}

const keptAsPrinted = (problem: string): string =>
  `The PDF was kept as it was printed (${problem}). It is complete, but larger, its contents name no pages, and it is not checked for readers that read it aloud; HTML and Word hold the same report.`;

const pdfFacts = (page: PageFacts): PdfFacts => ({
  title: reportTitle(page),
  madeAt: new Date(page.createdAt),
  madeWith: `${page.product.name} ${page.product.version}`,
  language: 'en',
});
