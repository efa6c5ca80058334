import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleInto } from './bundle-into';

/** The thread that makes reports, as it is built: its entry, and what removes it. It needs the native addon, so it lies in the project. */
export async function builtReportThread(): Promise<{ readonly entry: string; readonly remove: () => void }> {
  mkdirSync('out', { recursive: true });
  const folder = mkdtempSync(join(resolve('out'), 'report-thread-'));
  const entry = await bundleInto(folder, 'src-main/features/report/report-worker.ts');
  return { entry, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
