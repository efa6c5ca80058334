import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, rm } from 'node:fs/promises';
import Database from 'better-sqlite3';
import type { EngagementDraft } from '../../src-shared/model/engagement';
import { AppError } from '../../src-shared/model/error';
import type { EngagementFile } from './access';
import { deriveKey, saltLength } from './cipher';
import { applicationId, connect, readPragma } from './connection';
import { insertDraft, readCreatedAt } from './draft';
import { fileKind } from './file-kind';
import { acquireLock, describeHolder, type Lock } from './lock';
import { migrate } from './migrate';
import { recoverInterrupted } from './recovery';
import { storeErrors, toStoreError } from './store-errors';

export type { EngagementFile } from './access';

/** Files up to this size are checked page by page when they are opened; larger ones are verified as they are read. */
const wholeCheckLimit = 2 * 1024 * 1024;

/**
 * Makes a new encrypted file, readable by its user only, and opens it. Nothing is left behind when it fails.
 * @throws AppError `file-exists`, `folder-missing`, `folder-read-only`, `disk-full`
 */
export async function createEngagement(
  path: string,
  passphrase: string,
  draft: EngagementDraft,
): Promise<EngagementFile> {
  await claimPath(path);
  try {
    const salt = randomBytes(saltLength);
    return await openWith({ path, passphrase, salt }, (database) => insertDraft(database, draft));
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm', '.lock']) await rm(path + suffix, { force: true });
    throw toStoreError(error, path);
  }
}

/**
 * Opens an engagement. When another process has it open, it opens for reading only and `readOnlyReason` says who.
 * @throws AppError `file-missing`, `not-an-engagement`, `wrong-passphrase`, `newer-version`, `damaged`, `file-read-only`, `folder-read-only`,
 * `disk-full`, `file-locked`
 */
export async function openEngagement(path: string, passphrase: string): Promise<EngagementFile> {
  try {
    const kind = await fileKind(path);
    if (kind.kind === 'missing') throw storeErrors.missing(path);
    if (kind.kind === 'foreign') throw storeErrors.foreign(path, kind.what);
    await assertWritable(path);
    return await openWith({ path, passphrase, salt: kind.salt }, checkWhole);
  } catch (error) {
    throw toStoreError(error, path);
  }
}

/**
 * Moves the log into the file and gives the lock back; the file can then be copied as it is. On a full disk the log stays beside it, and the next opening
 * reads both.
 */
export function closeEngagement(file: EngagementFile): void {
  try {
    closeKeepingLock(file);
  } finally {
    file.releaseLock();
  }
}

/** Closes the file while nobody else may open it for writing; the caller gives the lock back with `releaseLock`. */
export function closeKeepingLock(file: EngagementFile): void {
  try {
    if (!file.readOnly) file.database.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  } finally {
    file.database.close();
    file.fileKey.key.fill(0);
  }
}

interface Credentials {
  readonly path: string;
  readonly passphrase: string;
  readonly salt: Uint8Array;
}

/** `prepare` runs once the schema is there and before anything else is read. */
async function openWith(
  credentials: Credentials,
  prepare: (database: Database.Database, path: string) => void,
): Promise<EngagementFile> {
  const { path, passphrase, salt } = credentials;
  const key = await deriveKey(passphrase, salt);
  const lock = acquireLock(path);
  const readOnly = lock.state === 'taken';
  let database: Database.Database | undefined;
  try {
    database = connect(path, { key, salt, readOnly });
    assertOurs(database, path);
    await migrate(database, { path, readOnly });
    prepare(database, path);
    const createdAt = readCreatedAt(database);
    const file = {
      path,
      readOnly,
      readOnlyReason: reasonOf(lock),
      createdAt,
      database,
      fileKey: { key, salt },
      releaseLock: () => release(lock),
    };
    return readOnly ? file : await recovered(file);
  } catch (error) {
    database?.close();
    key.fill(0);
    release(lock);
    throw error;
  }
}

/** Where recovery finds no room, everything can still be read and exported. */
async function recovered(file: EngagementFile): Promise<EngagementFile> {
  try {
    await recoverInterrupted(file);
    return file;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'disk-full') throw error;
    return { ...file, readOnly: true, readOnlyReason: `${error.message} Free some space, then open it again.` };
  }
}

const release = (lock: Lock): void => {
  if (lock.state === 'held') lock.release();
};

const reasonOf = (lock: Lock): string | undefined => (lock.state === 'taken' ? describeHolder(lock.holder) : undefined);

/** The passphrase fits, but is it an engagement? A file just claimed has no pages and no id yet. */
function assertOurs(database: Database.Database, path: string): void {
  const id = readPragma(database, 'application_id');
  const isNew =
    id === 0 &&
    readPragma(database, 'user_version') === 0 &&
    database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
  if (id !== applicationId && !isNew) throw storeErrors.foreign(path, 'another encrypted database');
}

function checkWhole(database: Database.Database, path: string): void {
  const size =
    Number(database.pragma('page_count', { simple: true })) * Number(database.pragma('page_size', { simple: true }));
  if (size > wholeCheckLimit) return;
  if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw storeErrors.damaged(path);
}

async function claimPath(path: string): Promise<void> {
  try {
    await (await open(path, 'wx', 0o600)).close();
  } catch (error) {
    throw toStoreError(error, path);
  }
}

async function assertWritable(path: string): Promise<void> {
  try {
    await access(path, constants.W_OK);
  } catch {
    throw storeErrors.fileReadOnly(path);
  }
}
