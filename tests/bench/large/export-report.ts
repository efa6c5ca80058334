import { rm } from 'node:fs/promises';
import type { ReportFormat } from '../../../src-main/report/report-options';
import type { RunningApp } from '../../support/electron-app';

/** Has the app write its technical report to `path`, through the window's own bridge; gives the milliseconds from the call to the written file. */
export async function exportReport({ page, answerDialogs }: RunningApp, format: ReportFormat, path: string) {
  await rm(path, { force: true });
  await answerDialogs({ save: path });
  return await page.evaluate(async (wanted) => {
    const start = performance.now();
    const options = { paper: 'A4', profile: 'technical', redact: false } as const;
    const answer = await window.bridge.report.export({ format: wanted, options }, () => undefined).result;
    if (!answer.ok) throw new Error(answer.error.message);
    return performance.now() - start;
  }, format);
}
