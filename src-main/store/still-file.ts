import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EngagementFile } from './access';
import { checkpointPages } from './connection';
import { storeErrors, toStoreError } from './store-errors';

/**
 * Keeps the file itself unchanged while `work` reads it: everything so far is moved into it, what is written meanwhile stays in the log beside it.
 * One at a time a file. @throws AppError `read-only-engagement`, `file-locked`
 */
export async function withStillFile<T>(file: EngagementFile, work: () => Promise<T>): Promise<T> {
  if (file.readOnly) throw storeErrors.readOnlyEngagement(file.path, file.readOnlyReason);
  try {
    const [moved] = file.database.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
    if (moved?.busy !== 0) throw storeErrors.busy(file.path);
    file.database.pragma('wal_autocheckpoint = 0');
    return await work();
  } catch (error) {
    throw toStoreError(error, file.path);
  } finally {
    if (file.database.open) file.database.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  }
}

interface Copying {
  readonly signal: AbortSignal;
  /** Bytes. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Copies the open engagement as it is at this moment, for this user only. A copy that does not come to its end is removed. @throws AppError `file-exists` … */
export async function copyStillFile(file: EngagementFile, target: string, copying: Copying): Promise<void> {
  await withStillFile(file, () => copyPrivately(file.path, target, copying));
}

/** Copies a file that nothing writes to; `target` must not exist. @throws AppError `file-exists`, `disk-full`, `cancelled` … */
export async function copyPrivately(source: string, target: string, { signal, onProgress }: Copying): Promise<void> {
  const { size } = await stat(source);
  let done = 0;
  const counted = new Transform({
    transform: (bytes: Buffer, _encoding, next) => {
      done += bytes.length;
      onProgress(done, size);
      next(null, bytes);
    },
  });
  const into = createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true });
  let isOurs = false;
  into.once('open', () => {
    isOurs = true;
  });
  try {
    await pipeline(createReadStream(source, { highWaterMark: 1024 * 1024 }), counted, into, { signal });
  } catch (error) {
    if (isOurs) await rm(target, { force: true });
    throw toStoreError(error, target);
  }
}
