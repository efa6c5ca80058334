import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { electronArguments, electronExecutable } from '../../scripts/setup/runtime.mjs';

/** What the system dialogs answer; a dialog nobody expects throws, so that no test ever waits for a person. */
export interface DialogAnswers {
  readonly open?: readonly string[];
  readonly save?: string;
}

/** The built app in a window of its own. */
export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Engagements made in this window go here. */
  readonly storage: string;
  /** Errors in the console of the page, thrown or refused by the content security policy, since the start. */
  readonly complaints: string[];
  readonly isRunning: () => boolean;
  readonly log: () => string;
  readonly answerDialogs: (answers: DialogAnswers) => Promise<void>;
  /** Like the cross of the window: the app stops what goes on and ends. Resolves with its exit code. */
  readonly close: () => Promise<number | null>;
  /** Ends every process of the app at once, without a goodbye (SIGKILL). */
  readonly kill: () => Promise<void>;
}

/** A new folder for one app: settings, library, log and engagements. */
export const newUserData = (): string => mkdtempSync(join(tmpdir(), 'hello-preflight-e2e-'));

export const removeUserData = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

/** Starts the app of this checkout; `arguments_` are Chromium's and the app's. Resolves when the page shows its first screen. */
export async function startApp(userData: string, arguments_: readonly string[] = []): Promise<RunningApp> {
  const electron = await _electron.launch({
    executablePath: electronExecutable(),
    args: electronArguments(`--user-data-dir=${userData}`, ...arguments_),
    env: { ...environment(), HELLO_PREFLIGHT_QUIET: '1' },
    timeout: 30_000,
  });
  const complaints: string[] = [];
  const page = await electron.firstWindow();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.locator('main[data-ready]').waitFor();
  const child = electron.process(); // not to be had any more once it has ended
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    electron,
    page,
    userData,
    storage: join(userData, 'engagements'),
    complaints,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    log: () => readFileSync(join(userData, 'logs', 'hello-preflight.log'), 'utf8'),
    answerDialogs: (answers) => answerDialogs(electron, answers),
    close: async () => {
      await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(ignoreEnd);
      return await ended;
    },
    kill: async () => {
      killGroup(child.pid);
      await ended;
    },
  };
}

/** The app may be gone before it has answered the call that ends it. */
const ignoreEnd = (): void => undefined;

/** Playwright starts the app as the leader of a process group. */
function killGroup(pid: number | undefined): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

/** The surroundings of the test without what would change how Electron starts. */
function environment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => name !== 'NODE_OPTIONS' && !name.startsWith('ELECTRON_'));
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? '']));
}

function answerDialogs(electron: ElectronApplication, { open = [], save }: DialogAnswers): Promise<void> {
  return electron.evaluate(
    ({ dialog }, answers) => {
      const filePaths = [...answers.open];
      dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths });
      dialog.showSaveDialog = async () => ({ canceled: answers.save === '', filePath: answers.save });
    },
    { open, save: save ?? '' },
  );
}
