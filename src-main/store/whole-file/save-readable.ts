import Database from 'better-sqlite3';
import { connect, readPragma } from '../connection';
import { applyMigrations, migrations } from '../migrate';
import { storeErrors } from '../store-errors';
import { dropTornRows } from './drop-torn-rows';
import { readableRows } from './readable-rows';
import type { OnProgress, WholeFileOrders } from './whole-file-work';

/** Rows of one table. */
export interface SavedTable {
  readonly table: string;
  readonly saved: number;
  /** Rows that were there and are not in the new file; null: some, nobody can say how many. */
  readonly lost: number | null;
}

export interface Salvage {
  readonly tables: readonly SavedTable[];
  /** False when customer and scope could not be read and the new file begins without them. */
  readonly hasDraft: boolean;
}

/** Copies every row that can be read into a new file of the same schema. @throws AppError `beyond-recovery`, `disk-full` */
export async function saveReadable(
  { source, from, target, to, draft }: WholeFileOrders['save-readable'],
  onProgress: OnProgress,
): Promise<Salvage> {
  const damaged = openDamaged(source, from);
  const saved = connect(target, { ...to, readOnly: false });
  try {
    const version = readPragma(damaged, 'user_version');
    if (version < 1 || version > migrations.length) throw storeErrors.newer(source);
    saved.pragma('journal_mode = DELETE');
    saved.pragma('foreign_keys = OFF'); // what a row names may come later, or not at all
    applyMigrations(saved, version);
    const tables = tablesOf(saved);
    const copied = tables.map((table, index) => {
      onProgress({ phase: 'Saving what can be read', done: index, total: tables.length });
      return copyTable(damaged, saved, table);
    });
    onProgress({ phase: 'Removing what is incomplete', done: 0, total: 0 });
    const torn = dropTornRows(saved);
    return {
      tables: copied.map((each) => withTorn(each, torn.get(each.table) ?? 0)),
      hasDraft: ensureDraft(saved, draft),
    };
  } finally {
    saved.close();
    damaged.close();
  }
}

const withTorn = ({ table, saved, lost }: SavedTable, torn: number): SavedTable => ({
  table,
  saved: saved - torn,
  lost: lost === null ? null : lost + torn,
});

function openDamaged(path: string, key: WholeFileOrders['save-readable']['from']): Database.Database {
  try {
    return connect(path, { ...key, readOnly: false });
  } catch (error) {
    if (error instanceof Database.SqliteError && /^SQLITE_(?:NOTADB|CORRUPT)/u.test(error.code))
      throw storeErrors.beyondRecovery(path.replace(/\.damaged$/u, ''));
    throw error;
  }
}

const tablesOf = (database: Database.Database): string[] =>
  database
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
    )
    .pluck()
    .all();

function copyTable(damaged: Database.Database, saved: Database.Database, table: string): SavedTable {
  const columns = saved.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
  const insert = saved.prepare(
    `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const rows = readableRows(damaged, table);
  const count = saved.transaction(() => {
    let inserted = 0;
    for (const row of rows.read()) inserted += insert.run(columns.map((column) => row[column] ?? null)).changes;
    return inserted;
  })();
  return { table, saved: count, lost: rows.lost(count) };
}

/** False when the one row of customer and scope was lost and this takes its place. */
function ensureDraft(database: Database.Database, draft: string): boolean {
  const now = new Date().toISOString();
  const { changes } = database
    .prepare('INSERT OR IGNORE INTO engagement (id, created_at, draft, saved_at) VALUES (1, ?, ?, ?)')
    .run(now, draft, now);
  return changes === 0;
}
