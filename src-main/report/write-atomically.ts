import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../src-shared/model/error';

/**
 * Writes a file that only this user can read. A reader sees the old file or the whole new one, never a part.
 * @returns its size in bytes
 * @throws AppError `folder-missing`, `not-writable`, `file-in-use`, `disk-full`, `path-is-folder`, `write-failed`; an older file is then untouched
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<number> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    return bytes.byteLength;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined); // the first failure is the one to report
    throw toWriteError(error, path);
  }
}

function toWriteError(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined) return error;
  const folder = dirname(path);
  const nothingWritten = 'No file was written; an older one of this name is untouched.';
  switch (code) {
    case 'ENOENT':
      return new AppError(
        'folder-missing',
        `There is no folder ${folder}. ${nothingWritten}`,
        'Choose another folder.',
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError(
        'disk-full',
        `The disk that holds ${folder} is full. ${nothingWritten}`,
        'Free some space or choose another disk, then export again.',
      );
    case 'EBUSY':
      return new AppError(
        'file-in-use',
        `Another program has ${basename(path)} open. ${nothingWritten}`,
        'Close it there, then export again.',
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError(
        'not-writable',
        `${path} cannot be written to. ${nothingWritten}`,
        'Close the file if a program has it open, or choose a folder of your own.',
      );
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
    case 'ENOTDIR':
      return new AppError(
        'path-is-folder',
        `${path} is not a file that can be written. ${nothingWritten}`,
        'Choose another name.',
      );
    default:
      return new AppError(
        'write-failed',
        `${path} could not be written (${code}). ${nothingWritten}`,
        'Check that the disk or network drive is connected, or choose another folder.',
      );
  }
}
