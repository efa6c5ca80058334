// Measures the app against its goals, beside something comparable, and writes out/bench.json.
import { openDisplay } from './setup/display.mjs';
import { inProject } from './setup/paths.mjs';
import { run, toolEnvironment } from './setup/run.mjs';
import { setup } from './setup.mjs';

await setup({ for: 'test' });
const display = await openDisplay();
process.exitCode = await run('node', [inProject('tests', 'bench', 'run.mjs')], { env: toolEnvironment(display.env) });
display.close();
