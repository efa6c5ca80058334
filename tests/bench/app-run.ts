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
import { MemoryWatch } from './memory-watch';

const passphrase = 'correct horse battery staple';

/** What a consultant would choose for the run, and the one password it needs. */
export interface AppRun {
  readonly details: EngagementDetails;
  readonly scope: Scope;
  readonly live: LiveSources;
  /** Files and folders to import. */
  readonly imports: readonly string[];
  readonly password: { readonly source: string; readonly password: string };
}

export interface AppRunFigures {
  /** Seconds from the start to the end of the run. */
  readonly seconds: number;
  readonly targets: readonly RunTarget[];
  /** Milliseconds that the event loop of the main process was late, with the millisecond between two samples. */
  readonly delay: { readonly p99: number; readonly max: number };
  /** Of the assessment host, megabytes. */
  readonly memory: MemoryWatch['figures'];
  /** The evidence as it is in the engagement file. */
  readonly records: readonly StoredRecord[];
}

/** Runs an engagement in the real app, in a new profile, through the window's own bridge. */
export async function runInApp(run: AppRun): Promise<AppRunFigures> {
  const userData = newUserData();
  try {
    const app = await startApp(userData);
    const measured = await measure(app, run).finally(app.kill);
    return { ...measured, records: await recordsIn(app.storage) };
  } finally {
    removeUserData(userData);
  }
}

async function measure({ electron, page }: RunningApp, run: AppRun): Promise<Omit<AppRunFigures, 'records'>> {
  await watchEventLoop(electron);
  const memory = new MemoryWatch(await hostProcess(electron, page));
  try {
    const start = performance.now();
    const targets = await page.evaluate(runEngagement, { ...run, passphrase });
    const seconds = (performance.now() - start) / 1000;
    return { targets, seconds, delay: await readDelays(electron), memory: memory.figures };
  } finally {
    memory.stop();
  }
}

async function recordsIn(storage: string): Promise<readonly StoredRecord[]> {
  const [name] = (await readdir(storage)).filter((file) => file.endsWith('.preflight'));
  if (name === undefined) throw new Error('The app has left no engagement');
  const file = await openEngagement(path.join(storage, name), passphrase);
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

/** Switched on from outside: the product itself holds nothing of it. */
const watchEventLoop = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const monitor = monitorEventLoopDelay({ resolution: 1 });
    monitor.enable();
    Reflect.set(globalThis, 'eventLoopDelays', monitor);
  });

const readDelays = (electron: ElectronApplication): Promise<AppRunFigures['delay']> =>
  electron.evaluate(() => {
    const monitor = Reflect.get(globalThis, 'eventLoopDelays');
    monitor.disable();
    return { p99: monitor.percentile(99) / 1e6, max: monitor.max / 1e6 };
  });

async function runEngagement(run: AppRun & { readonly passphrase: string }): Promise<readonly RunTarget[]> {
  const { details, scope, live, imports, password } = run;
  const created = await window.bridge.library.create({ details, passphrase: run.passphrase });
  if (!created.ok) throw new Error(created.error.message);
  const paths = imports.map((path) => ({ path, addedAt: new Date().toISOString() }));
  const draft = { ...created.value.draft, scope, live, imports: paths };
  const saved = await window.bridge.library.saveDraft({ draft });
  if (!saved.ok) throw new Error(saved.error.message);
  const answer = await window.bridge.run.start({ mode: 'new', credentials: [password] }, () => undefined).result;
  if (!answer.ok) throw new Error(answer.error.message);
  const { state, targets } = answer.value;
  if (state !== 'done') throw new Error(`The run ended as ${state}`);
  return targets;
}
