import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { closeEngagement, openEngagement } from '../../src-main/store/engagement-file';
import { judgeableRecords } from '../../src-main/store/evidence';
import type { StoredRecord } from '../../src-shared/host/messages';
import type { EngagementDetails, LiveSources } from '../../src-shared/model/plan';
import type { RunTarget } from '../../src-shared/model/run';
import type { Scope } from '../../src-shared/model/scope';
import { newUserData, type RunningApp, removeUserData, startApp } from '../support/electron-app';
import { readTurns, type TurnFigures, watchTurns } from './main-turns';
import { MemoryWatch } from './memory-watch';

export const passphrase = 'correct horse battery staple';

/** What a consultant would choose for the run, and the password it needs. */
export interface AppRun {
  readonly details: EngagementDetails;
  readonly scope: Scope;
  readonly live: LiveSources;
  /** Files and folders to import. */
  readonly imports: readonly string[];
  readonly password?: { readonly source: string; readonly password: string };
}

export interface AppRunFigures {
  /** Seconds from the start to the end of the run. */
  readonly seconds: number;
  readonly targets: readonly RunTarget[];
  readonly turns: TurnFigures;
  /** Of the assessment host, megabytes. */
  readonly memory: MemoryWatch['figures'];
  /** The evidence as it is in the engagement file. */
  readonly records: readonly StoredRecord[];
}

/** Runs an engagement in the real app, in a new profile, through the window's own bridge. */
export async function runInApp(run: AppRun): Promise<AppRunFigures> {
  return await runInAppThen(run, () => Promise.resolve());
}

/** The same; `then` may go on with the profile, whose engagement has the passphrase {@link passphrase}. */
export async function runInAppThen(
  run: AppRun,
  then: (userData: string, engagement: string) => Promise<void>,
): Promise<AppRunFigures> {
  const userData = newUserData();
  try {
    const app = await startApp(userData);
    const measured = await measure(app, run).finally(app.kill);
    const engagement = await engagementIn(app.storage);
    const records = await recordsIn(engagement);
    await then(userData, engagement);
    return { ...measured, records };
  } finally {
    removeUserData(userData);
  }
}

async function measure({ electron, page }: RunningApp, run: AppRun): Promise<Omit<AppRunFigures, 'records'>> {
  await watchTurns(electron);
  const memory = new MemoryWatch(await hostProcess(electron, page));
  try {
    const start = performance.now();
    const targets = await page.evaluate(runEngagement, { ...run, passphrase });
    const seconds = (performance.now() - start) / 1000;
    return { targets, seconds, turns: await readTurns(electron), memory: memory.figures };
  } finally {
    memory.stop();
  }
}

async function engagementIn(storage: string): Promise<string> {
  const [name] = (await readdir(storage)).filter((file) => file.endsWith('.preflight'));
  if (name === undefined) throw new Error('The app has left no engagement');
  return path.join(storage, name);
}

async function recordsIn(engagement: string): Promise<readonly StoredRecord[]> {
  const file = await openEngagement(engagement, passphrase);
  try {
    const records: StoredRecord[] = [];
    for await (const record of judgeableRecords(file)) records.push(record);
    return records;
  } finally {
    closeEngagement(file);
  }
}

/** Has the host started by a question that it answers, and gives its process id. */
async function hostProcess(electron: ElectronApplication, page: Page): Promise<number> {
  await page.evaluate(() => window.bridge.sources.kerberos({}));
  const found = await electron.evaluate(({ app }) =>
    app.getAppMetrics().find(({ serviceName, name }) => `${serviceName} ${name}`.includes('assessment host')),
  );
  if (found === undefined) throw new Error('There is no assessment host');
  return found.pid;
}

async function runEngagement(run: AppRun & { readonly passphrase: string }): Promise<readonly RunTarget[]> {
  const { details, scope, live, imports, password } = run;
  const credentials = password === undefined ? [] : [password];
  const created = await window.bridge.library.create({ details, passphrase: run.passphrase });
  if (!created.ok) throw new Error(created.error.message);
  const paths = imports.map((path) => ({ path, addedAt: new Date().toISOString() }));
  const draft = { ...created.value.draft, scope, live, imports: paths };
  const saved = await window.bridge.library.saveDraft({ draft });
  if (!saved.ok) throw new Error(saved.error.message);
  const answer = await window.bridge.run.start({ mode: 'new', credentials }, () => undefined).result;
  if (!answer.ok) throw new Error(answer.error.message);
  const { state, targets } = answer.value;
  if (state !== 'done') throw new Error(`The run ended as ${state}`);
  return targets;
}
