import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import type { RunningApp } from '../../support/electron-app';
import { alternate } from '../alternate';
import { type Measured, rounded } from '../measurement';
import { exportReport } from './export-report';

const pairs = 3;

/**
 * The report of 400 findings as PDF, from the call to the file, against loading its HTML in a window of the same app and a bare `printToPDF` of it with tags and
 * outline, which is all that Chromium does for such a file.
 */
export async function measurePdf(app: RunningApp, folder: string): Promise<readonly Measured[]> {
  const pdf = path.join(folder, 'report.pdf');
  const url = await previewOf(app.page);
  const { ratio, ours, theirs } = await alternate(
    { ours: () => exportReport(app, 'pdf', pdf), theirs: () => printBare(app.electron, url) },
    pairs,
  );
  const size = (await stat(pdf)).size / 1e6;
  return [
    {
      measurement: {
        name: 'PDF export of 400 findings / bare printToPDF of the same HTML',
        value: rounded(ratio),
        unit: 'x',
        goal: 2,
        better: 'lower',
      },
      details: `app ${Math.round(ours)} ms with reading the engagement, bare ${Math.round(theirs)} ms, medians of ${pairs} alternating runs; ${size.toFixed(1)} MB`,
    },
  ];
}

/** The address of the report's HTML, which the app serves to itself until another preview is asked for. */
const previewOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const preview = await window.bridge.report.preview({
      options: { paper: 'A4', profile: 'technical', redact: false },
    });
    if (!preview.ok) throw new Error(preview.error.message);
    return preview.value.url;
  });

const printBare = (electron: ElectronApplication, url: string): Promise<number> =>
  electron.evaluate(async ({ BrowserWindow }, address) => {
    const start = performance.now();
    const window = new BrowserWindow({ show: false, webPreferences: { javascript: false, sandbox: true } });
    await window.loadURL(address);
    await window.webContents.printToPDF({
      ...{ pageSize: 'A4', printBackground: true },
      ...{ generateTaggedPDF: true, generateDocumentOutline: true },
    });
    window.destroy();
    return performance.now() - start;
  }, url);
