import path from 'node:path';
import { _electron, type ElectronApplication } from 'playwright';
import { electronExecutable, sandboxArguments } from '../../scripts/setup/runtime.mjs';
import { newUserData, removeUserData, startApp } from '../support/electron-app';
import { alternate } from './alternate';
import { type Measured, rounded } from './measurement';

const pairs = 5;
const bareWindow = path.join(import.meta.dirname, 'bare-window');

/** From the birth of the process to a first screen one can use, with a new profile, against a window of the same Electron with nothing in it. */
export async function measureAppStart(): Promise<readonly Measured[]> {
  const { ratio, ours, theirs } = await alternate({ ours: startOurs, theirs: startBare }, pairs);
  return [
    {
      measurement: {
        name: 'App start to interactive, app / bare window',
        value: rounded(ratio),
        unit: 'x',
        goal: 2,
        better: 'lower',
      },
      details: `app ${Math.round(ours)} ms, bare window ${Math.round(theirs)} ms, medians of ${pairs} alternating runs`,
    },
  ];
}

async function startOurs(): Promise<number> {
  const userData = newUserData();
  try {
    const app = await startApp(userData);
    const duration = await sinceBirth(app.electron);
    await app.kill();
    return duration;
  } finally {
    removeUserData(userData);
  }
}

async function startBare(): Promise<number> {
  const userData = newUserData();
  try {
    const electron = await _electron.launch({
      executablePath: electronExecutable(),
      args: [...sandboxArguments(), bareWindow, `--user-data-dir=${userData}`],
    });
    const page = await electron.firstWindow();
    await page.locator('main[data-ready]').waitFor();
    const duration = await sinceBirth(electron);
    await electron.close();
    return duration;
  } finally {
    removeUserData(userData);
  }
}

/** Milliseconds since the main process was created, which leaves out what the test driver does before. */
async function sinceBirth(electron: ElectronApplication): Promise<number> {
  const now = Date.now();
  const born = await electron.evaluate(() => process.getCreationTime());
  if (born === null) throw new Error('The birth of the process is not known');
  return now - born;
}
