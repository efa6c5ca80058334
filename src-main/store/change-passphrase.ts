import { timingSafeEqual } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { EngagementFile } from './access';
import { deriveKey, newFileKey } from './cipher';
import { closeKeepingLock, openEngagement } from './engagement-file';
import { backupsOf } from './files-of-engagement';
import { replaceFile } from './replace-file';
import { copyStillFile } from './still-file';
import { storeErrors, toStoreError } from './store-errors';
import type { OnProgress, WholeFileWork } from './whole-file/whole-file-work';

export interface CopyWork {
  readonly work: WholeFileWork;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

/** A copy with its new key, finished but not yet in the place of the file. */
export interface ReadyCopy {
  readonly path: string;
  /** Changes of this connection when the copy was made. */
  readonly changes: number;
}

/** Makes sure that whoever asks knows the passphrase. @throws AppError `wrong-passphrase` */
export async function assertPassphrase(file: EngagementFile, passphrase: string): Promise<void> {
  const key = await deriveKey(passphrase, file.fileKey.salt);
  const fits = timingSafeEqual(key, file.fileKey.key);
  key.fill(0);
  if (!fits) throw storeErrors.wrongPresentPassphrase();
}

/** Copies the open engagement to `path` with a passphrase of its own. Nothing is left behind when it fails or is cancelled. */
export async function copyWithPassphrase(
  file: EngagementFile,
  target: { readonly path: string; readonly passphrase: string; readonly leaveOutInputs: boolean },
  { work, signal, onProgress }: CopyWork,
): Promise<{ readonly leftOut: number; readonly changes: number }> {
  const { path, passphrase, leaveOutInputs } = target;
  const to = await newFileKey(passphrase);
  const changes = changesOf(file);
  const onCopied = (done: number, total: number): void => onProgress({ phase: 'Copying', done, total });
  await copyStillFile(file, path, { signal, onProgress: onCopied });
  try {
    const order = { path, from: file.fileKey, to, leaveOutInputs };
    return { changes, ...(await work('encrypt-anew', order, { signal, onProgress })) };
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(path + suffix, { force: true });
    throw toStoreError(error, path);
  } finally {
    to.key.fill(0);
  }
}

/** First part, while the engagement stays open: a copy with the new key beside the file. */
export async function prepareNewPassphrase(file: EngagementFile, next: string, copy: CopyWork): Promise<ReadyCopy> {
  const path = `${file.path}.new`;
  await rm(path, { force: true }); // of an attempt that was cut short
  const { changes } = await copyWithPassphrase(file, { path, passphrase: next, leaveOutInputs: false }, copy);
  return { path, changes };
}

const changesOf = ({ database }: EngagementFile): number =>
  database.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0;

/**
 * Second part: the copy takes the place of the file, in one step, and is opened; backups with the old key are deleted. `file` is closed either way; what
 * comes back is open.
 * `failure` says why the file still has the passphrase it had. @throws AppError of `openEngagement`
 */
export async function adoptNewPassphrase(
  file: EngagementFile,
  { path: copy, changes }: ReadyCopy,
  passphrases: { readonly present: string; readonly next: string },
): Promise<{ readonly file: EngagementFile; readonly removedBackups: number; readonly failure?: unknown }> {
  const { path } = file;
  const isUnchanged = changesOf(file) === changes;
  closeKeepingLock(file);
  try {
    if (!isUnchanged) throw storeErrors.changedMeanwhile(path);
    // The log is empty; SQLite would take it for that of the new file.
    for (const suffix of ['-wal', '-shm']) await rm(path + suffix, { force: true });
    await replaceFile(copy, path);
  } catch (error) {
    await rm(copy, { force: true });
    file.releaseLock();
    return {
      file: await openEngagement(path, passphrases.present),
      removedBackups: 0,
      failure: toStoreError(error, path),
    };
  }
  const backups = await backupsOf(path);
  for (const backup of backups) await rm(backup, { force: true });
  file.releaseLock();
  return { file: await openEngagement(path, passphrases.next), removedBackups: backups.length };
}
