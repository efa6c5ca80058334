import { constants } from 'node:fs';
import { chmod, copyFile } from 'node:fs/promises';
import type Database from 'better-sqlite3';
import { applicationId, readPragma } from './connection';
import type { Migration } from './migration';
import { storeErrors } from './store-errors';

const modules = import.meta.glob<Migration>('./migrations/*.ts', { eager: true, import: 'migration' });

/** All steps in order; a file in `migrations/` is all it takes to be here. */
export const migrations: readonly Migration[] = inOrder(Object.values(modules));

function inOrder(steps: readonly Migration[]): readonly Migration[] {
  const sorted = [...steps].sort((a, b) => a.version - b.version);
  if (sorted.some((step, index) => step.version !== index + 1))
    throw new Error('Migrations must be numbered 1, 2, 3 …');
  return sorted;
}

/**
 * Brings the schema up to date, each step in a transaction. An existing file is first copied to `<file>.v<version>.backup`.
 * @throws AppError `newer-version`; `file-locked` when an old file can only be read
 */
export async function migrate(
  database: Database.Database,
  file: { readonly path: string; readonly readOnly: boolean },
  steps: readonly Migration[] = migrations,
): Promise<void> {
  const current = readPragma(database, 'user_version');
  if (current > steps.length) throw storeErrors.newer(file.path);
  const pending = steps.slice(current);
  if (pending.length === 0) return;
  if (file.readOnly) throw storeErrors.busy(file.path);
  if (current > 0) await backUp(database, file.path, current);
  for (const step of pending) apply(database, step);
}

/** Makes the schema of an earlier version in an empty file. */
export function applyMigrations(database: Database.Database, version: number): void {
  for (const step of migrations.slice(0, version)) apply(database, step);
}

function apply(database: Database.Database, step: Migration): void {
  database.transaction(() => {
    database.exec(step.sql);
    database.pragma(`application_id = ${applicationId}`);
    database.pragma(`user_version = ${step.version}`);
  })();
}

/** The copy is as encrypted as the file. An earlier backup of the same version is the better one and stays. */
async function backUp(database: Database.Database, path: string, version: number): Promise<void> {
  database.pragma('wal_checkpoint(TRUNCATE)');
  const backup = backupPath(path, version);
  try {
    await copyFile(path, backup, constants.COPYFILE_EXCL);
    await chmod(backup, 0o600);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

export const backupPath = (path: string, version: number): string => `${path}.v${version}.backup`;
