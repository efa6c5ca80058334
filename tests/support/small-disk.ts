import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder';

/** Mounting needs root on Linux; elsewhere the tests that need a real small or read-only disk are skipped. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0 && isMountAllowed();

function isMountAllowed(): boolean {
  // In a container without the right, mount fails at once.
  return spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
}

/** A real disk of a few MiB. */
export function smallDisk(sizeMiB: number): string {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  mount(['-t', 'tmpfs', '-o', `size=${sizeMiB}m`, 'tmpfs', folder]);
  onTestFinished(() => void spawnSync('umount', ['--lazy', folder]));
  return folder;
}

/** From now on nothing on it can be written. */
export const makeReadOnly = (disk: string): void => mount(['-o', 'remount,ro', disk]);

function mount(args: readonly string[]): void {
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mount ${args.join(' ')}: ${stderr}`);
}
