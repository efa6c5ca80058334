// npm run bench [-- parts]: measures the app against its goals, beside something comparable, and writes out/bench.json. Fails when a goal is missed.
import { openDisplay } from './setup/display.mjs';
import { inProject } from './setup/paths.mjs';
import { run, toolEnvironment } from './setup/run.mjs';
import { setup } from './setup.mjs';

await setup({ for: 'test' });
const display = await openDisplay();
const runner = [
  inProject('scripts', 'bench', 'run-bench.mjs'),
  inProject('out', 'bench.json'),
  ...process.argv.slice(2),
];
process.exitCode = await run('node', runner, { env: toolEnvironment(display.env) });
display.close();
