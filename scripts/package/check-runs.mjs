import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../setup/paths.mjs';
import { sandboxArguments } from '../setup/runtime.mjs';

const results = inProject('out', 'smoke');

/** Runs the packed app's command line; gives one line per thing that does not work. */
export function checkRuns({ executable }, env) {
  const runPacked = (...args) =>
    spawnSync(executable, [...sandboxArguments(), ...args], {
      encoding: 'utf8',
      timeout: 120_000,
      env: { ...process.env, ...env, HELLO_PREFLIGHT_PASSPHRASE: 'smoke' },
    });
  return [...checkCatalogue(runPacked), ...checkAssessment(runPacked), ...checkDebuggingRefused(runPacked)];
}

function checkCatalogue(runPacked) {
  const { status, stdout, stderr } = runPacked('catalogue', '--json');
  if (status !== 0) return [`catalogue --json ended with ${status}: ${stderr.slice(-500)}`];
  try {
    return JSON.parse(stdout).length > 0 ? [] : ['catalogue --json lists no check'];
  } catch (error) {
    return [`catalogue --json is not JSON: ${error.message}`];
  }
}

/** Goes through the encrypted store and the assessment host, so the addon and the host script are the packed ones. */
function checkAssessment(runPacked) {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const plan = inProject('assets', 'demo', 'contoso', 'plan.json');
  const engagement = join(results, 'smoke.preflight');
  const reports = ['json', 'pdf', 'docx', 'xlsx'].map((format) => ({ format, file: join(results, `smoke.${format}`) }));
  const outputs = reports.flatMap(({ format, file }) => [`--${format}`, file]);
  const { status, stderr } = runPacked('assess', '--plan', plan, '--engagement', engagement, ...outputs);
  if (status !== 0) return [`assess ended with ${status}: ${stderr.slice(-500)}`];
  const missing = reports.filter(({ file }) => !existsSync(file));
  if (missing.length > 0) return missing.map(({ format }) => `assess wrote no ${format} report`);
  const isPlain = readFileSync(engagement).subarray(0, 15).toString('latin1') === 'SQLite format 3';
  return isPlain ? ['the engagement file is not encrypted'] : [];
}

function checkDebuggingRefused(runPacked) {
  const flags = ['--inspect=0', '--remote-debugging-port=0', '--js-flags=--expose-gc'];
  return flags.flatMap((flag) => {
    const { status, stdout } = runPacked(flag, 'catalogue', '--json');
    return status === 2 && stdout === '' ? [] : [`${flag} is not refused (exit code ${status})`];
  });
}
