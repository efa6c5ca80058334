import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newUserData, type RunningApp, removeUserData, startApp } from '../../support/electron-app';
import type { Measured } from '../measurement';
import { makeLargeFile, passphrase } from './large-file';
import { measureLists } from './list-answers';
import { measurePdf } from './pdf-export';
import { measureRedaction } from './redaction';
import { measureXlsx } from './xlsx-export';

/** The engagement of a large customer in the real app: its lists, and its report as PDF and as workbook. */
export async function measureLargeEngagement(say: (line: string) => void): Promise<readonly Measured[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'preflight-large-'));
  const userData = newUserData();
  try {
    say('Making an engagement of 400 findings, 50,000 objects and 5,000 clients');
    const file = await makeLargeFile(folder);
    const redaction = await measureRedaction(file);
    const app = await startApp(userData);
    try {
      await openInApp(app, file);
      return [
        ...(await measureLists(app.page)),
        ...(await measurePdf(app, folder)),
        ...(await measureXlsx(app, folder)),
        redaction,
      ];
    } finally {
      await app.kill();
    }
  } finally {
    removeUserData(userData);
    await rm(folder, { recursive: true });
  }
}

/** Opens a file as its owner would, by the dialog, and waits for the overview. */
async function openInApp({ page, answerDialogs }: RunningApp, file: string): Promise<void> {
  await answerDialogs({ open: [file] });
  await page.evaluate(
    async (given) => {
      await window.bridge.library.chooseFile({});
      const opened = await window.bridge.library.open(given);
      if (!opened.ok) throw new Error(opened.error.message);
    },
    { path: file, passphrase },
  );
  await page.reload();
  await page.locator('main[data-ready="overview"]').waitFor();
}
