import { spawn, spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { inProject, projectRoot } from './paths.mjs';

/** PATH with `node_modules/.bin` first, so that the pinned Node 24 runs the tools whatever Node the machine has. */
export function toolPath() {
  return [inProject('node_modules', '.bin'), process.env.PATH].join(delimiter);
}

/** The environment for tools started by our scripts. */
export function toolEnvironment(extra = {}) {
  return { ...process.env, PATH: toolPath(), ...extra };
}

const isWindows = process.platform === 'win32';

/** Runs a command with its output passed through; resolves with its exit code (a signal counts as 1). */
export function run(command, args, { env = toolEnvironment(), cwd = projectRoot, stdio = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio, shell: isWindows && !command.endsWith('.exe') });
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      resolve(code ?? 1);
    });
  });
}

/** Runs a set-up command quietly; throws an Error with the end of its output when it fails. */
export function runQuietly(command, args, { env = toolEnvironment(), cwd = projectRoot, timeout } = {}) {
  const result = spawnSync(command, args, {
    cwd,
    env,
    timeout,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    shell: isWindows && !command.endsWith('.exe'),
  });
  if (result.status === 0) return result.stdout;
  const reason = result.error?.message ?? `exit code ${result.status ?? result.signal}`;
  const output = `${result.stdout ?? ''}\n${result.stderr ?? ''}`.trim().split('\n').slice(-15).join('\n');
  throw new Error(`${command} ${args.join(' ')} failed: ${reason}\n${output}`);
}
