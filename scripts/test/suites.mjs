import { inProject } from '../setup/paths.mjs';
import { run, toolEnvironment } from '../setup/run.mjs';
import { countPlaywright, countVitest, readReport } from './count.mjs';

const vitest = (project) => ({
  command: 'vitest',
  args: (report) => [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  count: countVitest,
});

const suites = {
  unit: vitest('unit'),
  lab: vitest('lab'),
  e2e: { command: 'playwright', args: () => ['test'], count: countPlaywright },
};

/** The suites in the order in which they run: the quickest answer first. */
export const suiteNames = Object.keys(suites);

/**
 * Runs one suite and counts its tests. A suite that fails without a failed test to show (it crashed, or wrote no
 * report) counts as one failed test.
 */
export async function runSuite(name, env) {
  process.stdout.write(`\n=== ${name}\n`);
  const suite = suites[name];
  const report = inProject('out', 'test', `${name}.json`);
  const code = await run(suite.command, suite.args(report), { env: toolEnvironment(env) });
  const content = readReport(report);
  const count = content === null ? { passed: 0, failed: 0, skipped: 0 } : suite.count(content);
  if (count.failed === 0 && (code !== 0 || content === null)) {
    process.stdout.write(`The suite ${name} ended with exit code ${code} without a complete report.\n`);
    return { ...count, failed: 1 };
  }
  return count;
}
