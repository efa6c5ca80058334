import { randomBytes } from 'node:crypto';
import { assertNever } from '../../src-shared/model/assert-never';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { renderReportHtml } from './render-report-html';
import type { ReportOptions } from './report-options';
import { writeAtomically } from './write-atomically';

/** Where a report goes and how it looks; `path` is absolute, `paper` and `profile` mean nothing to JSON. */
export interface ReportTarget extends ReportOptions {
  readonly format: 'pdf' | 'html' | 'json';
  readonly path: string;
}

/**
 * Writes one report file, readable by this user only. PDF needs Electron, ready and with the `app://` scheme served.
 * @throws AppError for a place that cannot be written to and for a report that cannot be printed
 */
export async function writeReport(
  document: ReportDocument,
  target: ReportTarget,
): Promise<{ readonly sizeBytes: number }> {
  return { sizeBytes: await writeAtomically(target.path, await contentOf(document, target)) };
}

async function contentOf(
  document: ReportDocument,
  { format, paper, profile }: ReportTarget,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(document, null, 2)}\n`;
    case 'html':
      return renderReportHtml(document, { paper, profile, nonce: newNonce() });
    case 'pdf': {
      const { printPdf } = await import('./print-pdf'); // the one part that needs Electron: everything else runs in plain Node
      const nonce = newNonce();
      return await printPdf(
        { html: renderReportHtml(document, { paper, profile, nonce }), nonce },
        { paper, document },
      );
    }
    default:
      return assertNever(format);
  }
}

const newNonce = (): string => randomBytes(16).toString('base64');
