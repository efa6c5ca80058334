import { existsSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import type { EngagementDraft } from '../../src-shared/model/engagement';
import type { CopyWork } from './change-passphrase';
import { deriveKey, newFileKey } from './cipher';
import { fileKind } from './file-kind';
import { acquireLock, describeHolder } from './lock';
import { replaceFile } from './replace-file';
import { copyPrivately } from './still-file';
import { storeErrors, toStoreError } from './store-errors';
import type { Salvage } from './whole-file/save-readable';

interface Recovery {
  /** The damaged file; it is copied and not changed. */
  readonly path: string;
  readonly passphrase: string;
  /** The new engagement; must not exist. It has the same passphrase. */
  readonly target: string;
  /** What it begins with when its own customer and scope cannot be read. */
  readonly draft: EngagementDraft;
}

/**
 * Saves what can still be read of a damaged file into a new one. Nothing is left behind when that fails.
 * @throws AppError `beyond-recovery`, `open-elsewhere`, `file-missing`, `not-an-engagement`, `disk-full`, `cancelled`
 */
export async function recoverEngagement(recovery: Recovery, copy: CopyWork): Promise<Salvage> {
  const { path } = recovery;
  try {
    const kind = await fileKind(path);
    if (kind.kind === 'missing') throw storeErrors.missing(path);
    if (kind.kind === 'foreign') throw storeErrors.foreign(path, kind.what);
    const lock = acquireLock(path);
    if (lock.state === 'taken') throw storeErrors.openElsewhere(path, describeHolder(lock.holder));
    try {
      return await saveInto(recovery, kind.salt, copy);
    } finally {
      lock.release();
    }
  } catch (error) {
    throw toStoreError(error, path);
  }
}

async function saveInto(
  { path, passphrase, target, draft }: Recovery,
  salt: Uint8Array,
  copy: CopyWork,
): Promise<Salvage> {
  const [source, unfinished] = [`${path}.damaged`, `${target}.new`];
  const { signal, onProgress } = copy;
  const onCopied = (done: number, total: number): void =>
    onProgress({ phase: 'Copying the damaged file', done, total });
  const remove = async (file: string): Promise<void> => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(file + suffix, { force: true });
  };
  try {
    await remove(source);
    await copyPrivately(path, source, { signal, onProgress: onCopied });
    if (existsSync(`${path}-wal`))
      await copyPrivately(`${path}-wal`, `${source}-wal`, { signal, onProgress: onCopied });
    await (await open(unfinished, 'wx', 0o600)).close();
    const from = { salt, key: await deriveKey(passphrase, salt) };
    const order = { source, from, target: unfinished, to: await newFileKey(passphrase), draft: JSON.stringify(draft) };
    const salvage = await copy.work('save-readable', order, copy);
    await replaceFile(unfinished, target);
    return salvage;
  } finally {
    await remove(source);
    await remove(unfinished);
  }
}
