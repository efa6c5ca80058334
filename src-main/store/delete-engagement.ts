import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { filesOfEngagement } from './files-of-engagement';
import { acquireLock, describeHolder } from './lock';
import { storeErrors, toStoreError } from './store-errors';

/** Holds the salt, without which a passphrase gives no key. */
const firstPage = 4096;

/**
 * Deletes an engagement with its log and its backups, after overwriting the start of each: even where the disk keeps the rest, no passphrase opens it any
 * more – unless the disk kept the old start as well, as solid-state disks, snapshots and synchronised folders may. Must be closed in this process.
 * @returns number of files deleted
 * @throws AppError `open-elsewhere`, `folder-read-only` …
 */
export async function deleteEngagement(path: string): Promise<number> {
  try {
    const lock = acquireLock(path);
    if (lock.state === 'taken') throw storeErrors.openElsewhere(path, describeHolder(lock.holder));
    try {
      const files = await filesOfEngagement(path);
      for (const file of files) await overwriteStart(file);
      for (const file of files) await rm(file, { force: true, maxRetries: 3 });
      return files.length;
    } finally {
      lock.release();
    }
  } catch (error) {
    throw toStoreError(error, path);
  }
}

async function overwriteStart(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    await file.write(randomBytes(Math.min(size, firstPage)), 0, undefined, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}
