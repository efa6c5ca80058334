import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { inProject } from './paths.mjs';
import { report } from './report.mjs';

const lockFile = inProject('out', 'setup.lock');
const unreadableLockAge = 10_000;

/** Runs `work` while no other set-up of this checkout runs. A lock left by a process that is gone is taken over. */
export async function withSetupLock(work) {
  mkdirSync(inProject('out'), { recursive: true });
  for (let waited = false; !tryLock(); waited = true) {
    if (!waited) report('another set-up of this checkout is running; waiting for it');
    await wait(500);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function tryLock() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (isStale()) rmSync(lockFile, { force: true });
  return false;
}

function isStale() {
  try {
    const owner = Number(readFileSync(lockFile, 'utf8'));
    if (owner > 0) return !isAlive(owner);
    return Date.now() - statSync(lockFile).mtimeMs > unreadableLockAge;
  } catch {
    return false; // released between our two looks
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
