// Runs the test suites (all, or those named) and ends with one line: `N passed, N failed, N skipped`.
import { mkdirSync, rmSync } from 'node:fs';
import { openDisplay } from './setup/display.mjs';
import { inProject } from './setup/paths.mjs';
import { setup } from './setup.mjs';
import { runSuite, suiteNames } from './test/suites.mjs';

const named = process.argv.slice(2);
const unknown = named.filter((name) => !suiteNames.includes(name));
if (unknown.length > 0) throw new Error(`No such suite: ${unknown.join(', ')}. There are ${suiteNames.join(', ')}.`);
const chosen = named.length > 0 ? named : suiteNames;

await setup({ for: chosen.every((name) => name === 'unit') ? 'run' : 'test' });
rmSync(inProject('out', 'test'), { recursive: true, force: true });
mkdirSync(inProject('out', 'test'), { recursive: true });

const display = await openDisplay();
const total = { passed: 0, failed: 0, skipped: 0 };
for (const name of chosen) {
  const count = await runSuite(name, display.env);
  for (const key of Object.keys(total)) total[key] += count[key];
}
display.close();

process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
