import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { bundleInto } from './bundle-into';

/** Bundles a TypeScript entry for plain Node and returns the file, which is gone after the tests. */
export async function bundleForNode(entry: string): Promise<string> {
  const folder = mkdtempSync(join(resolve('out'), 'bundle-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return await bundleInto(folder, entry);
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
