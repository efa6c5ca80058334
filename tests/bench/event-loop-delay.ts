import type { ElectronApplication, Page } from 'playwright';
import type { LiveSources } from '../../src-shared/model/plan';
import { exportDirectory } from '../lab/export-directory';
import type { Lab } from '../lab/lab';
import { labPlan } from '../lab/live-plan';
import { newUserData, removeUserData, startApp } from '../support/electron-app';
import { type Measured, rounded } from './measurement';

/** How late the main process of the app comes to its turn while it collects the lab with 20,000 more users, live and from an export, and judges it. */
export async function measureEventLoopDelay(lab: Lab): Promise<Measured> {
  const userData = newUserData();
  try {
    const exported = `${userData}/export`;
    await exportDirectory(lab, exported);
    const { electron, page, kill } = await startApp(userData);
    await watchEventLoop(electron);
    const start = performance.now();
    const run = await assess(page, lab, exported);
    const seconds = (performance.now() - start) / 1000;
    const { p99, max } = await readDelays(electron);
    await kill();
    return {
      measurement: {
        name: 'Main process event-loop delay during a run, p99',
        value: rounded(p99),
        unit: 'ms',
        goal: 50,
        better: 'lower',
      },
      details: `longest ${rounded(max)} ms in a run of ${seconds.toFixed(1)} s with ${run.evidence} records of evidence from ${run.targets} targets`,
    };
  } finally {
    removeUserData(userData);
  }
}

/** Switched on from outside: the product itself holds nothing of it. */
const watchEventLoop = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const monitor = monitorEventLoopDelay({ resolution: 1 });
    monitor.enable();
    Reflect.set(globalThis, 'eventLoopDelays', monitor);
  });

/** Milliseconds; they include the millisecond between two samples. */
const readDelays = (electron: ElectronApplication): Promise<{ readonly p99: number; readonly max: number }> =>
  electron.evaluate(() => {
    const monitor = Reflect.get(globalThis, 'eventLoopDelays');
    monitor.disable();
    return { p99: monitor.percentile(99) / 1e6, max: monitor.max / 1e6 };
  });

interface EndedRun {
  readonly evidence: number;
  readonly targets: number;
}

/** A new engagement with the lab's live sources and the export, run to its end through the window's own bridge. */
function assess(page: Page, lab: Lab, exported: string): Promise<EndedRun> {
  const { details, scope, live } = labPlan(lab);
  const everybody = { ...scope, pilotUsers: { kind: 'all' as const }, pilotComputers: { kind: 'all' as const } };
  return page.evaluate(runEngagement, {
    details,
    scope: everybody,
    live,
    exported,
    password: lab.users.reader.password,
  });
}

interface Wanted {
  readonly details: ReturnType<typeof labPlan>['details'];
  readonly scope: ReturnType<typeof labPlan>['scope'];
  readonly live: LiveSources;
  readonly exported: string;
  readonly password: string;
}

async function runEngagement({ details, scope, live, exported, password }: Wanted): Promise<EndedRun> {
  const created = await window.bridge.library.create({ details, passphrase: 'correct horse battery staple' });
  if (!created.ok) throw new Error(created.error.message);
  const imports = [{ path: exported, addedAt: new Date().toISOString() }];
  const saved = await window.bridge.library.saveDraft({ draft: { ...created.value.draft, scope, live, imports } });
  if (!saved.ok) throw new Error(saved.error.message);
  const credentials = [{ source: 'lab', password }];
  const answer = await window.bridge.run.start({ mode: 'new', credentials }, () => undefined).result;
  if (!answer.ok) throw new Error(answer.error.message);
  const open = answer.value.targets.filter(({ state }) => state !== 'done');
  if (answer.value.state !== 'done' || open.length > 0)
    throw new Error(`The run ended as ${answer.value.state}: ${JSON.stringify(open)}`);
  return { evidence: answer.value.evidenceCount, targets: answer.value.targets.length };
}
