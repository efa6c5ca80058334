import { BrowserWindow, type WebContents } from 'electron';
import { AppError } from '../../src-shared/model/error';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { registerPrintDocument } from '../security/print-documents';
import { lockedDown } from '../security/web-preferences';
import { pageFooter, pageHeader } from './html/page-margins';
import { pageMargins } from './page-margins';
import type { Paper } from './report-options';

interface PrintableReport {
  readonly html: string;
  /** The value of `nonce` on the document's style element. */
  readonly nonce: string;
}

interface PrintOptions {
  readonly paper: Paper;
  /** For the lines at the top and bottom of each page. */
  readonly document: Pick<ReportDocument, 'details' | 'product' | 'createdAt'>;
}

/** Milliseconds: a report of 400 pages takes about ten seconds. */
const loadLimit = 60_000;
const printLimit = 300_000;

let lastInQueue: Promise<unknown> = Promise.resolve();

/**
 * Prints a report as a tagged PDF with outline, in a window of its own without scripts and network. One report at a time: a second call waits for the first.
 * Electron must be ready and the `app://` scheme served.
 * @throws AppError `print-timeout`, `print-failed`
 */
export function printPdf(report: PrintableReport, options: PrintOptions): Promise<Uint8Array> {
  const result = lastInQueue.then(() => print(report, options));
  lastInQueue = result.catch(() => undefined); // the caller hears of it; the next one prints all the same
  return result;
}

async function print(report: PrintableReport, options: PrintOptions): Promise<Uint8Array> {
  const window = createPrintWindow();
  const { url, release } = registerPrintDocument(report);
  try {
    const crash = untilCrash(window.webContents);
    await Promise.race([withLimit(window.loadURL(url), loadLimit), crash]);
    return await Promise.race([withLimit(printWindow(window.webContents, options), printLimit), crash]);
  } catch (error) {
    throw error instanceof AppError ? error : printFailed(error);
  } finally {
    release();
    window.destroy();
  }
}

const createPrintWindow = (): BrowserWindow =>
  new BrowserWindow({
    show: false,
    webPreferences: {
      ...lockedDown,
      javascript: false,
      devTools: false,
    },
  });

const printWindow = (contents: WebContents, { paper, document }: PrintOptions): Promise<Uint8Array> =>
  contents.printToPDF({
    pageSize: paper,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    headerTemplate: pageHeader(document),
    footerTemplate: pageFooter(document),
    margins: pageMargins,
  });

const untilCrash = (contents: WebContents): Promise<never> =>
  new Promise((_resolve, reject) => {
    contents.once('render-process-gone', (_event, { reason }) => reject(printFailed(reason)));
  });

async function withLimit<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(printTimeout()), milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

const whatToDo = 'Try again. HTML and JSON hold the same report and do not need printing.';

const printTimeout = (): AppError =>
  new AppError('print-timeout', 'Printing the report took too long and was stopped. No file was written.', whatToDo);

const printFailed = (cause: unknown): AppError =>
  new AppError(
    'print-failed',
    `The report could not be printed (${cause instanceof Error ? cause.message : String(cause)}). No file was written.`,
    whatToDo,
  );
