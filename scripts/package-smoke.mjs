// Packs the app into a folder and proves what only the packed app can: fuses, contents, and that its command line and its window work.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkContents } from './package/check-contents.mjs';
import { checkFuses } from './package/check-fuses.mjs';
import { checkRuns } from './package/check-runs.mjs';
import { checkWindow } from './package/check-window.mjs';
import { packageApp } from './package/package-app.mjs';
import { openDisplay } from './setup/display.mjs';
import { inProject } from './setup/paths.mjs';
import { setup } from './setup.mjs';

await setup({ for: 'run' });
const code = await packageApp(['--dir']);
if (code !== 0) throw new Error(`electron-builder ended with exit code ${code}.`);

const packed = packedApp();
const display = await openDisplay();
const problems = [
  ...(await checkFuses(packed)),
  ...checkContents(packed),
  ...checkRuns(packed, display.env),
  ...(await checkWindow(packed, display.env)),
];
display.close();
for (const problem of problems) process.stdout.write(`package smoke: ${problem}\n`);
process.stdout.write(`package smoke: ${problems.length === 0 ? 'ok' : `${problems.length} problems`}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** Where electron-builder put the unpacked app of this system: `{ executable, resources }`. */
function packedApp() {
  const dist = inProject('out', 'dist');
  if (process.platform === 'darwin') {
    const contents = join(
      dist,
      readdirSync(dist).find((name) => name.startsWith('mac')),
      'Hello Preflight.app',
      'Contents',
    );
    return { executable: join(contents, 'MacOS', 'Hello Preflight'), resources: join(contents, 'Resources') };
  }
  const folder = join(
    dist,
    readdirSync(dist).find((name) => name.endsWith('-unpacked')),
  );
  const executable = join(folder, process.platform === 'win32' ? 'hello-preflight.exe' : 'hello-preflight');
  return { executable, resources: join(folder, 'resources') };
}
