// Development: opens the app and follows the sources. A change of the page reloads it, with the engagement still open; any other change starts the app anew.
// There is no dev server: the page comes from app:// under the same content policy as in the shipped app.
import { watch } from 'node:fs';
import { buildApp } from './setup/app-build.mjs';
import { openDisplay } from './setup/display.mjs';
import { inProject } from './setup/paths.mjs';
import { report } from './setup/report.mjs';
import { toolEnvironment } from './setup/run.mjs';
import { electronArguments, electronExecutable } from './setup/runtime.mjs';
import { setup } from './setup.mjs';

const quiet = 300; // milliseconds without a change before building: editors write in bursts

await setup({ for: 'run' });
const { _electron } = await import('playwright');
const display = await openDisplay();
let app = await open();
let changed = new Set();
let timer;

async function open() {
  const env = toolEnvironment(display.env);
  const started = await _electron.launch({ executablePath: electronExecutable(), args: electronArguments(), env });
  started.process().stderr?.pipe(process.stderr);
  started.on('close', () => {
    if (app !== started) return;
    display.close();
    process.exit(0);
  });
  return started;
}

async function update(folders) {
  try {
    buildApp();
  } catch (error) {
    report(`the app was not updated: ${error.message}`);
    return;
  }
  if ([...folders].every((folder) => folder === 'src-renderer')) {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
    report('reloaded the page');
    return;
  }
  const old = app;
  app = undefined;
  await old.close();
  app = await open();
  report('started the app anew');
}

for (const folder of ['src-shared', 'src-main', 'src-renderer']) {
  watch(inProject(folder), { recursive: true }, () => {
    changed.add(folder);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const folders = changed;
      changed = new Set();
      void update(folders);
    }, quiet);
  });
}
report('following src-shared, src-main and src-renderer; close the window to end');
