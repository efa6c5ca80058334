import Database from 'better-sqlite3';

type Row = Readonly<Record<string, unknown>>;

/** The rows of a table that is damaged in places. */
export interface ReadableRows {
  /** Each row once. */
  readonly read: () => Generator<Row>;
  /** After reading: rows that are there but were not among the `count` that were read; null when nobody can say. */
  readonly lost: (count: number) => number | null;
}

/**
 * Reads a table around its damaged pages: one with row ids by leaping over the ids on them, one without from both ends towards the damage.
 * `table` is a name of our own schema.
 */
export function readableRows(database: Database.Database, table: string): ReadableRows {
  const key = primaryKey(database, table);
  let isWhole = true;
  const noteDamage = (): void => {
    isWhole = false;
  };
  return {
    read: () =>
      key === undefined ? aroundDamage(database, table, noteDamage) : fromBothEnds(database, table, key, noteDamage),
    lost: (count) => (isWhole ? 0 : (countBeside(database, table, count) ?? null)),
  };
}

/** Columns of the key of a table without row ids. */
function primaryKey(database: Database.Database, table: string): readonly string[] | undefined {
  const isWithout = database.prepare('SELECT 1 FROM pragma_table_list WHERE name = ? AND wr = 1').get(table);
  if (isWithout === undefined) return undefined;
  return database
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .pluck()
    .all(table);
}

/** Further than any row id: no engagement has as many rows. */
const farthest = 2 ** 40;

function* aroundDamage(database: Database.Database, table: string, noteDamage: () => void): Generator<Row> {
  const following = database.prepare<[number], Row>(
    `SELECT rowid AS "row id", * FROM ${table} WHERE rowid > ? ORDER BY rowid`,
  );
  const isReadableAfter = (rowId: number): boolean => !isDamage(() => void following.get(rowId));
  let last = 0;
  for (;;) {
    try {
      for (const row of following.iterate(last)) {
        last = Number(row['row id']);
        yield row;
      }
      return;
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      noteDamage();
      const step = shortestLeap((distance) => isReadableAfter(last + distance));
      if (step === undefined) return;
      last += step;
    }
  }
}

/** The smallest distance that leads behind the damage: doubling, then halving. */
function shortestLeap(isBehind: (distance: number) => boolean): number | undefined {
  let far = 1;
  while (!isBehind(far)) {
    far *= 2;
    if (far > farthest) return undefined;
  }
  let near = Math.floor(far / 2);
  while (far - near > 1) {
    const middle = Math.floor((near + far) / 2);
    if (isBehind(middle)) far = middle;
    else near = middle;
  }
  return far;
}

function* fromBothEnds(
  database: Database.Database,
  table: string,
  key: readonly string[],
  noteDamage: () => void,
): Generator<Row> {
  for (const direction of ['ASC', 'DESC']) {
    const order = key.map((column) => `${column} ${direction}`).join(', ');
    try {
      yield* database.prepare<[], Row>(`SELECT * FROM ${table} ORDER BY ${order}`).iterate();
      return;
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      noteDamage();
    }
  }
}

/** Rows of the table by an index of it, should that be whole, less those that were read. */
function countBeside(database: Database.Database, table: string, read: number): number | undefined {
  let count: number | undefined;
  const failed = isDamage(() => {
    count = database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();
  });
  return failed || count === undefined ? undefined : Math.max(0, count - read);
}

function isDamage(read: () => void): boolean {
  try {
    read();
    return false;
  } catch (error) {
    if (isCorrupt(error)) return true;
    throw error;
  }
}

const isCorrupt = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(?:CORRUPT|NOTADB|IOERR)/u.test(error.code);
