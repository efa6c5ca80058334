// Runs the benchmarks of tests/bench on the built app and the lab; the figures go to out/bench.json.
import { openDisplay } from './setup/display.mjs';
import { inProject } from './setup/paths.mjs';
import { run, toolEnvironment } from './setup/run.mjs';
import { setup } from './setup.mjs';

await setup({ for: 'test' });
const display = await openDisplay();
const args = [inProject('scripts', 'bench', 'run-bench.mjs'), inProject('out', 'bench.json')];
process.exitCode = await run('node', args, { env: toolEnvironment(display.env) });
display.close();
