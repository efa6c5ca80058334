import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type Database from 'better-sqlite3';
import { type BegunWrite, type EngagementFile, nextTurn, prepared, readFrom, writeTo } from './access';
import { beginBlob, readBlob, removeBlob } from './blobs';

/** What was received or read, gzip-compressed, once per SHA-256 of the uncompressed bytes. */
export interface RawInputUpload {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  /** Uncompressed bytes. */
  readonly size: number;
  readonly gzip: Uint8Array;
}

export interface RawInputInfo {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

export const hasRawInput = (database: Database.Database, sha256: string): boolean =>
  prepared(database, 'SELECT 1 FROM raw_inputs WHERE sha256 = ?').get(sha256) !== undefined;

/** Stores a raw input unless its hash is known; on the disk when the promise resolves. */
export async function storeRawInput(file: EngagementFile, raw: RawInputUpload): Promise<void> {
  writeTo(file, await beginRawInput(file, raw));
}

/** Writes all but the end of a raw input, unless its hash is known; with the rest it becomes visible. */
export async function beginRawInput(file: EngagementFile, raw: RawInputUpload): Promise<BegunWrite> {
  if (readFrom(file, (database) => hasRawInput(database, raw.sha256))) return () => undefined;
  const blob = await beginBlob(file, raw.gzip);
  return (database) => {
    if (hasRawInput(database, raw.sha256)) return;
    prepared(database, 'INSERT INTO raw_inputs (sha256, name, media_type, size, blob_id) VALUES (?, ?, ?, ?, ?)').run(
      raw.sha256,
      raw.name,
      raw.mediaType,
      raw.size,
      blob.finish(database),
    );
  };
}

export function readRawInputInfo(file: EngagementFile, sha256: string): RawInputInfo | undefined {
  return readFrom(file, (database) =>
    prepared<RawInputInfo>(database, 'SELECT name, media_type AS mediaType, size FROM raw_inputs WHERE sha256 = ?').get(
      sha256,
    ),
  );
}

/** Removes the bytes under a hash for good, unless evidence, an answer of the interview, a decision ever taken or a picture still names them. */
export async function dropUnusedRawInput(file: EngagementFile, sha256: string): Promise<void> {
  const blobId = writeTo(file, (database) => {
    const isUsed = prepared(
      database,
      `SELECT 1 FROM evidence WHERE raw_sha256 = @sha256
       UNION ALL SELECT 1 FROM interview_answers WHERE json_extract(answer, '$.attachment.sha256') = @sha256
       UNION ALL SELECT 1 FROM review_history WHERE json_extract(after, '$.attachment.sha256') = @sha256
       UNION ALL SELECT 1 FROM finding_pictures WHERE json_extract(picture, '$.sha256') = @sha256`,
    ).get({ sha256 });
    if (isUsed !== undefined) return undefined;
    const row = prepared<{ blob_id: number }>(
      database,
      'DELETE FROM raw_inputs WHERE sha256 = ? RETURNING blob_id',
    ).get(sha256);
    if (row !== undefined) prepared(database, 'UPDATE blobs SET complete = 0 WHERE id = ?').run(row.blob_id);
    return row?.blob_id;
  });
  if (blobId !== undefined) await removeBlob(file, blobId);
}

/** Uncompressed bytes handed out before the event loop gets a turn. */
const portion = 256 * 1024;

/** The uncompressed bytes as a stream; throws when nothing is kept under this hash. */
export async function* rawInputBytes(file: EngagementFile, sha256: string): AsyncGenerator<Uint8Array> {
  const row = readFrom(file, (database) =>
    prepared<{ blob_id: number }>(database, 'SELECT blob_id FROM raw_inputs WHERE sha256 = ?').get(sha256),
  );
  if (row === undefined) throw new Error(`No raw input ${sha256}`);
  let sinceTurn = 0;
  for await (const bytes of unzipped(readBlob(file, row.blob_id))) {
    yield bytes;
    sinceTurn += bytes.length;
    if (sinceTurn < portion) continue;
    sinceTurn = 0;
    await nextTurn();
  }
}

function unzipped(compressed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const source = Readable.from(compressed);
  const plain = createGunzip();
  source.on('error', (error) => plain.destroy(error));
  return source.pipe(plain);
}
