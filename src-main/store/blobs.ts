import type Database from 'better-sqlite3';
import { type EngagementFile, nextTurn, prepared, readFrom, writeTo } from './access';

/** One write of this size takes about 2 ms encrypted. */
const chunkSize = 256 * 1024;

/** A blob whose last chunk is still to be written, together with the row that refers to it. */
export interface BegunBlob {
  /** Call inside a transaction; gives the id of the now complete blob. */
  readonly finish: (database: Database.Database) => number;
}

/**
 * Writes all but the last chunk, giving the event loop a turn after each. What is never finished is removed when the file is opened next.
 */
export async function beginBlob(file: EngagementFile, bytes: Uint8Array): Promise<BegunBlob> {
  const last = Math.max(0, Math.ceil(bytes.length / chunkSize) - 1);
  const chunk = (ordinal: number): Uint8Array => bytes.subarray(ordinal * chunkSize, (ordinal + 1) * chunkSize);
  if (last === 0) return { finish: (database) => complete(database, insertBlob(database, bytes.length), 0, chunk(0)) };
  const id = writeTo(file, (database) => insertBlob(database, bytes.length));
  for (let ordinal = 0; ordinal < last; ordinal += 1) {
    writeTo(file, (database) => insertChunk(database, id, ordinal, chunk(ordinal)));
    await nextTurn();
  }
  return { finish: (database) => complete(database, id, last, chunk(last)) };
}

/** The bytes as they were stored, chunk by chunk. */
export async function* readBlob(file: EngagementFile, id: number): AsyncGenerator<Uint8Array> {
  for (let ordinal = 0; ; ordinal += 1) {
    const row = readFrom(file, (database) =>
      prepared<{ bytes: Buffer }>(database, 'SELECT bytes FROM blob_chunks WHERE blob_id = ? AND ordinal = ?').get(
        id,
        ordinal,
      ),
    );
    if (row === undefined) return;
    yield row.bytes;
    await nextTurn();
  }
}

/** Removes a blob that nothing refers to any more, chunk by chunk; a crash in between leaves the rest to the next opening. */
export async function removeBlob(file: EngagementFile, id: number): Promise<void> {
  const removeChunk = `DELETE FROM blob_chunks WHERE rowid IN (SELECT rowid FROM blob_chunks WHERE blob_id = ? LIMIT 1)`;
  while (writeTo(file, (database) => prepared(database, removeChunk).run(id)).changes > 0) await nextTurn();
  writeTo(file, (database) => prepared(database, 'DELETE FROM blobs WHERE id = ?').run(id));
}

const insertBlob = (database: Database.Database, size: number): number =>
  Number(prepared(database, 'INSERT INTO blobs (stored_size, complete) VALUES (?, 0)').run(size).lastInsertRowid);

const insertChunk = (database: Database.Database, id: number, ordinal: number, bytes: Uint8Array): void => {
  prepared(database, 'INSERT INTO blob_chunks (blob_id, ordinal, bytes) VALUES (?, ?, ?)').run(id, ordinal, bytes);
};

function complete(database: Database.Database, id: number, ordinal: number, bytes: Uint8Array): number {
  insertChunk(database, id, ordinal, bytes);
  prepared(database, 'UPDATE blobs SET complete = 1 WHERE id = ?').run(id);
  return id;
}
