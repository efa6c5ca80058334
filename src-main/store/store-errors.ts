import { statfsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../src-shared/model/error';

/** Every way an engagement file can refuse, each with its own next step. */
export const storeErrors = {
  missing: (path: string) =>
    new AppError(
      'file-missing',
      `There is no file ${path}.`,
      'Look for it in the folder where it was kept, or take the entry off the list.',
    ),
  exists: (path: string) =>
    new AppError(
      'file-exists',
      `There is already a file ${path}. It was not touched.`,
      'Choose another name, or open the existing engagement.',
    ),
  foreign: (path: string, what: string) =>
    new AppError(
      'not-an-engagement',
      `${basename(path)} is not an engagement: it is ${what}.`,
      'Choose a file that ends in .preflight and was made by Hello Preflight.',
    ),
  wrongPassphrase: (path: string) =>
    new AppError(
      'wrong-passphrase',
      `${basename(path)} could not be unlocked: the passphrase is wrong, or the file is damaged at its start. The file was not changed.`,
      'Type the passphrase again (mind capitals and the keyboard layout). If it is certainly right, use a backup of the file.',
    ),
  newer: (path: string) =>
    new AppError(
      'newer-version',
      `${basename(path)} was last used with a newer version of Hello Preflight. It was not changed.`,
      'Open it with that version or a later one.',
    ),
  damaged: (path: string) =>
    new AppError(
      'damaged',
      `${basename(path)} is damaged: a part of it cannot be read. Nothing more was written to it.`,
      'Copy the file to a safe place, check the disk, and use a backup. What the app can still read can be exported first.',
    ),
  fileReadOnly: (path: string) =>
    new AppError(
      'file-read-only',
      `${basename(path)} is read-only or its folder cannot be written to, so nothing could be stored.`,
      'Copy the file to a folder of your own, or remove the write protection, then open it again.',
    ),
  folderReadOnly: (path: string) =>
    new AppError(
      'folder-read-only',
      `The folder ${dirname(path)} cannot be written to.`,
      'Choose a folder of your own, or copy the engagement there and open it.',
    ),
  folderMissing: (path: string) =>
    new AppError('folder-missing', `There is no folder ${dirname(path)}.`, 'Create it, or choose another folder.'),
  diskFull: (path: string) =>
    new AppError(
      'disk-full',
      `The disk that holds ${dirname(path)} is full. What was stored before is kept.`,
      'Free some space, then continue: finished targets are not read again.',
    ),
  busy: (path: string) =>
    new AppError(
      'file-locked',
      `Another program is using ${basename(path)}.`,
      'Close it there (also back-up and synchronisation programs), then try again.',
    ),
  openElsewhere: (path: string, holder: string) =>
    new AppError(
      'open-elsewhere',
      `${basename(path)} is in use, so it was left as it is. ${holder}`,
      'Close it there, then try again.',
    ),
  changedMeanwhile: (path: string) =>
    new AppError(
      'changed-meanwhile',
      `Something in ${basename(path)} was changed while it was encrypted anew, so the file stays as it was, with the passphrase it had.`,
      'Try again.',
    ),
  wrongPresentPassphrase: () =>
    new AppError(
      'wrong-passphrase',
      'This is not the passphrase that the engagement has now. Nothing was changed.',
      'Type the present passphrase again (mind capitals and the keyboard layout).',
    ),
  beyondRecovery: (path: string) =>
    new AppError(
      'beyond-recovery',
      `Nothing could be saved from ${basename(path)}: the part that says where everything is cannot be read, or the passphrase is wrong. The file was not changed.`,
      'Type the passphrase again. If it is certainly right, only a backup can help.',
    ),
  cancelled: () =>
    new AppError('cancelled', 'It was cancelled. The engagement is as it was.', 'Start it again when you like.'),
  readOnlyEngagement: (path: string, reason: string | undefined) =>
    new AppError(
      'read-only-engagement',
      `${basename(path)} is open for reading only. ${reason ?? ''}`.trim(),
      'Close it there, then open it here again.',
    ),
  unreadable: (path: string, code: string) =>
    new AppError(
      'disk-error',
      `${path} could not be read or written (${code}). What was stored before is kept.`,
      'Check that the disk or network drive is connected and you may use the folder, then open the engagement again.',
    ),
} as const;

/**
 * Turns a failure of SQLite or the file system into an {@link AppError}. Anything else is a bug and comes back as it is.
 */
export function toStoreError(error: unknown, path: string): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  if (error.name === 'AbortError') return storeErrors.cancelled();
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return error instanceof Database.SqliteError ? fromSqlite(code, error, path) : fromFileSystem(code, error, path);
}

function fromSqlite(code: string, error: Error, path: string): Error {
  if (code === 'SQLITE_NOTADB') return storeErrors.wrongPassphrase(path);
  if (code === 'SQLITE_FULL') return storeErrors.diskFull(path);
  if (code.startsWith('SQLITE_CORRUPT')) return storeErrors.damaged(path);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return storeErrors.busy(path);
  if (code.startsWith('SQLITE_READONLY')) return storeErrors.fileReadOnly(path);
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) {
    return isDiskFull(path) ? storeErrors.diskFull(path) : storeErrors.unreadable(path, code);
  }
  return error;
}

function fromFileSystem(code: string, error: Error, path: string): Error {
  switch (code) {
    case 'ENOENT':
      return storeErrors.folderMissing(path);
    case 'EEXIST':
      return storeErrors.exists(path);
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return storeErrors.folderReadOnly(path);
    case 'ENOSPC':
    case 'EDQUOT':
      return storeErrors.diskFull(path);
    case 'EBUSY':
      return storeErrors.busy(path);
    case 'EISDIR':
      return storeErrors.foreign(path, 'a folder');
    case 'EIO':
      return storeErrors.unreadable(path, code);
    default:
      return error;
  }
}

function isDiskFull(path: string): boolean {
  try {
    return statfsSync(dirname(path)).bavail === 0;
  } catch {
    return false; // the folder is gone, which is another error
  }
}
