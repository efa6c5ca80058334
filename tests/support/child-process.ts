import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, onTestFinished } from 'vitest';

/**
 * Bundles a TypeScript entry for plain Node, the way the app is built, and returns the file. It lies inside the project, where its native addon is found.
 */
export async function bundleForNode(entry: string): Promise<string> {
  const folder = mkdtempSync(join(resolve('out'), 'bundle-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3', 'electron'] },
    build: {
      ssr: resolve(entry),
      outDir: folder,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { format: 'es' } },
    },
  });
  return join(folder, `${basename(entry, '.ts')}.js`);
}

/** Starts a bundled entry; ended at the latest when the test is. */
export function startNode(file: string, args: readonly string[]): ChildProcess {
  const child = fork(file, args, { serialization: 'advanced', execArgv: [] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

export const nextMessage = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolveMessage, reject) => {
    child.once('message', resolveMessage);
    child.once('exit', (code) => reject(new Error(`The process ended with ${code}`)));
  });

export const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once('exit', () => done());
  });
