import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import Database from 'better-sqlite3';

/** Who has the engagement open, for the sentence that says so. */
export interface LockHolder {
  readonly user: string;
  readonly host: string;
  readonly processId: number;
  readonly since: string;
}

export type Lock =
  | { readonly state: 'held'; readonly release: () => void }
  | { readonly state: 'taken'; readonly holder: LockHolder | undefined };

/**
 * Advisory lock beside the file (`<file>.lock`): a tiny database whose write lock is held as long as the engagement is open. The operating system drops
 * it when the process ends, however it ends, so a lock can never be left behind by a dead process, and process ids need not be trusted.
 * Throws file system and SQLite errors (read-only folder, full disk).
 */
export function acquireLock(path: string): Lock {
  const lockPath = `${path}.lock`;
  for (;;) {
    closeSync(openSync(lockPath, 'a', 0o600));
    const lock = tryLock(lockPath);
    // The previous holder may have removed the file between our opening and our locking it.
    if (lock.state === 'taken' || existsSync(lockPath)) return lock;
    lock.release();
  }
}

function tryLock(lockPath: string): Lock {
  const database = new Database(lockPath, { timeout: 0 });
  try {
    database.pragma('journal_mode = MEMORY');
    database.exec('BEGIN IMMEDIATE');
    signIn(database);
    database.exec('BEGIN IMMEDIATE');
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      const holder = readHolder(database);
      database.close();
      return { state: 'taken', holder };
    }
    database.close();
    throw error;
  }
  return {
    state: 'held',
    release: () => {
      database.close();
      rmSync(lockPath, { force: true, maxRetries: 3 });
    },
  };
}

/** Commits, so that others can read the name while the lock is held by the next transaction. */
function signIn(database: Database.Database): void {
  database.exec('CREATE TABLE IF NOT EXISTS holder (user TEXT, host TEXT, process_id INTEGER, since TEXT) STRICT');
  database.exec('DELETE FROM holder');
  database
    .prepare('INSERT INTO holder (user, host, process_id, since) VALUES (?, ?, ?, ?)')
    .run(userInfo().username, hostname(), process.pid, new Date().toISOString());
  database.exec('COMMIT');
}

function readHolder(database: Database.Database): LockHolder | undefined {
  try {
    return database.prepare<[], LockHolder>('SELECT user, host, process_id AS processId, since FROM holder').get();
  } catch (error) {
    if (error instanceof Database.SqliteError) return undefined; // locked this very moment, or not signed yet
    throw error;
  }
}

/** `anna on LAPTOP-7 has had it open since 14:02 (process 4312).` */
export function describeHolder(holder: LockHolder | undefined): string {
  if (holder === undefined) return 'Another process has it open.';
  const since = new Date(holder.since).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return `${holder.user} on ${holder.host} has had it open since ${since} (process ${holder.processId}).`;
}
