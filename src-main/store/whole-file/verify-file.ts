import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { EngagementFile } from '../access';
import { connect } from '../connection';
import { rawInputBytes } from '../raw-inputs';
import { damagedPages } from './damaged-pages';
import type { OnProgress, WholeFileOrders } from './whole-file-work';

/** What a check of the whole file found; nothing in the lists means that all is in order. */
export interface Verification {
  readonly pages: number;
  /** Numbers of pages whose seal does not fit: changed outside the app, or by the disk. From 1. */
  readonly damagedPages: readonly number[];
  /** What SQLite says about its own structure. */
  readonly structure: readonly string[];
  /** Rows that name something that is not there. */
  readonly looseRows: number;
  readonly inputs: number;
  /** Names of received files whose content no longer has the hash under which it was stored. */
  readonly changedInputs: readonly string[];
}

const structureProblemsNamed = 20;

/** Reads every page, every row and every received file. Changes nothing. */
export async function verifyFile(order: WholeFileOrders['verify'], onProgress: OnProgress): Promise<Verification> {
  const { path, fileKey } = order;
  const sealed = damagedPages(path, fileKey, (done, total) =>
    onProgress({ phase: 'Checking the seal of every page', done, total }),
  );
  const unread = { structure: [], looseRows: 0, inputs: 0, changedInputs: [] };
  // A page that cannot be read makes everything after it look damaged; its number says more.
  if (sealed.damaged.length > 0) return { pages: sealed.pages, damagedPages: sealed.damaged, ...unread };
  const database = connect(path, { ...fileKey, readOnly: true });
  try {
    onProgress({ phase: 'Checking tables and references', done: 0, total: 0 });
    const structure = structureProblems(database);
    const looseRows = (database.pragma('foreign_key_check') as unknown[]).length;
    const inputs = await changedInputs({ path, database, fileKey }, onProgress);
    return { pages: sealed.pages, damagedPages: [], structure, looseRows, ...inputs };
  } finally {
    database.close();
  }
}

function structureProblems(database: Database.Database): string[] {
  const rows = database
    .prepare<[], { integrity_check: string }>(`PRAGMA integrity_check(${structureProblemsNamed})`)
    .all();
  return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
}

interface InputRow {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
}

async function changedInputs(
  opened: Pick<EngagementFile, 'path' | 'database' | 'fileKey'>,
  onProgress: OnProgress,
): Promise<{ readonly inputs: number; readonly changedInputs: readonly string[] }> {
  const file = { ...opened, readOnly: true, readOnlyReason: undefined, createdAt: '', releaseLock: () => undefined };
  const rows = file.database.prepare<[], InputRow>('SELECT sha256, name, size FROM raw_inputs ORDER BY sha256').all();
  const changed: string[] = [];
  for (const [index, row] of rows.entries()) {
    onProgress({ phase: 'Checking the received files', done: index, total: rows.length });
    if (!(await isAsReceived(file, row))) changed.push(row.name);
  }
  return { inputs: rows.length, changedInputs: changed };
}

async function isAsReceived(file: EngagementFile, { sha256, size }: InputRow): Promise<boolean> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const part of rawInputBytes(file, sha256)) {
      hash.update(part);
      bytes += part.length;
      if (bytes > size) return false;
    }
  } catch {
    return false; // it does not even unpack
  }
  return bytes === size && hash.digest('hex') === sha256;
}
