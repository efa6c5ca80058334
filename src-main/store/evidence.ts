import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type Database from 'better-sqlite3';
import type { StoredRecord } from '../../src-shared/host/messages';
import { type EvidenceHeader, type EvidenceKind, evidenceHeaderSchema } from '../../src-shared/model/evidence';
import { excerptKinds } from '../../src-shared/model/evidence/excerpt';
import {
  type BegunWrite,
  type EngagementFile,
  fromJson,
  nextTurn,
  prepared,
  readFrom,
  turnsBetween,
  writeTo,
} from './access';
import { type BegunBlob, beginBlob, readBlob } from './blobs';
import { hasRawInput } from './raw-inputs';
import { touchRun } from './runs';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Data longer than this (characters of JSON) is kept compressed, in chunks. */
const inlineLimit = 64 * 1024;
/** No record is larger; the limit of the host protocol. */
const dataLimit = 256 * 1024 * 1024;

interface EvidenceRow {
  readonly header: string;
  readonly data: string | null;
  readonly data_blob_id: number | null;
}

/**
 * Stores a record; on the disk when the promise resolves. The raw input it names is stored before.
 * @throws AppError `disk-full` and the other failures of the store
 */
export async function storeEvidence(file: EngagementFile, runId: string, record: StoredRecord): Promise<void> {
  storeTogether(file, runId, [await beginEvidence(file, runId, record)]);
}

/** Writes all but the end of a record; with the rest it becomes visible. */
export async function beginEvidence(file: EngagementFile, runId: string, record: StoredRecord): Promise<BegunWrite> {
  const blob = isLong(record.dataJson) ? await beginBlob(file, await compress(record.dataJson)) : undefined;
  return (database) => insertEvidence(database, runId, record, blob);
}

/** Ends writes of a run in one transaction, in their order: a commit each would take most of the time of an import of thousands of small files. */
export function storeTogether(file: EngagementFile, runId: string, writes: readonly BegunWrite[]): void {
  writeTo(file, (database) => {
    for (const write of writes) write(database);
    touchRun(database, runId);
  });
}

const isLong = (json: string | null): json is string => json !== null && json.length > inlineLimit;

/** For the repositories of evidence, inside their transaction. */
export function insertEvidence(
  database: Database.Database,
  runId: string,
  record: StoredRecord,
  blob: BegunBlob | undefined,
): void {
  const { header, dataJson } = record;
  const rawKept = header.sha256 !== undefined && hasRawInput(database, header.sha256);
  prepared(
    database,
    `INSERT INTO evidence (id, run_id, kind, target_key, status, collected_at, raw_sha256, header, data, data_blob_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    header.id,
    runId,
    header.kind,
    header.target.toLowerCase(),
    header.status,
    new Date(header.collectedAt).toISOString(),
    rawKept ? header.sha256 : null,
    JSON.stringify(header),
    blob === undefined ? dataJson : null,
    blob === undefined ? null : blob.finish(database),
  );
}

export const countEvidence = (file: EngagementFile): number =>
  readFrom(file, (database) => prepared<{ n: number }>(database, 'SELECT count(*) AS n FROM evidence').get()?.n ?? 0);

/** Headers read in one go: some milliseconds. */
export const headersPerPage = 250;

/** A page of the provenance of everything collected. */
export interface EvidencePage {
  readonly records: EvidenceHeader[];
  /** Where the next page begins; undefined at the end. */
  readonly next: number | undefined;
}

/** What follows `after` in the order of collection, oldest first; 0 is before everything. */
export function readEvidencePage(file: EngagementFile, after: number): EvidencePage {
  const rows = readFrom(file, (database) =>
    prepared<{ ordinal: number; header: string }>(
      database,
      `SELECT ordinal, header FROM evidence WHERE ordinal > ? ORDER BY ordinal LIMIT ${headersPerPage}`,
    ).all(after),
  );
  return {
    records: rows.map((row) => fromJson(file, evidenceHeaderSchema, row.header)),
    next: rows.length < headersPerPage ? undefined : rows.at(-1)?.ordinal,
  };
}

/** Provenance of everything collected, oldest first. */
export async function listEvidence(file: EngagementFile): Promise<EvidenceHeader[]> {
  const headers: EvidenceHeader[] = [];
  for (let after: number | undefined = 0; after !== undefined; await nextTurn()) {
    const page: EvidencePage = readEvidencePage(file, after);
    headers.push(...page.records);
    after = page.next;
  }
  return headers;
}

export const listEvidenceIds = (file: EngagementFile): string[] =>
  readFrom(file, (database) => prepared<{ id: string }>(database, 'SELECT id FROM evidence').all()).map(({ id }) => id);

export function readEvidenceHeader(file: EngagementFile, id: string): EvidenceHeader | undefined {
  const row = readFrom(file, (database) =>
    prepared<{ header: string }>(database, 'SELECT header FROM evidence WHERE id = ?').get(id),
  );
  return row === undefined ? undefined : fromJson(file, evidenceHeaderSchema, row.header);
}

export async function readEvidence(file: EngagementFile, id: string): Promise<StoredRecord | undefined> {
  const row = readFrom(file, (database) =>
    prepared<EvidenceRow>(database, 'SELECT header, data, data_blob_id FROM evidence WHERE id = ?').get(id),
  );
  return row === undefined ? undefined : await toRecord(file, row);
}

/**
 * What can be judged: of each kind and target the newest complete record and the newest attempt, oldest first, one at a time. Of kinds that tools keep in part, the
 * newest of each source and status: whether a record is an excerpt stands in its data, and why nothing whole is there in an older attempt.
 * Ids are read at the start; records stored meanwhile do not appear. Without `kinds` those of every kind.
 */
export async function* judgeableRecords(
  file: EngagementFile,
  kinds?: readonly EvidenceKind[],
): AsyncGenerator<StoredRecord> {
  const giveWay = turnsBetween();
  for (const ordinal of judgeableOrdinals(file, kinds)) {
    const row = readFrom(file, (database) =>
      prepared<EvidenceRow>(database, 'SELECT header, data, data_blob_id FROM evidence WHERE ordinal = ?').get(ordinal),
    );
    if (row !== undefined) yield await toRecord(file, row);
    await giveWay();
  }
}

/** The headers of what can be judged, without the evidence itself. */
export async function* judgeableHeaders(file: EngagementFile): AsyncGenerator<EvidenceHeader> {
  const giveWay = turnsBetween();
  for (const ordinal of judgeableOrdinals(file, undefined)) {
    const row = readFrom(file, (database) =>
      prepared<{ header: string }>(database, 'SELECT header FROM evidence WHERE ordinal = ?').get(ordinal),
    );
    if (row !== undefined) yield fromJson(file, evidenceHeaderSchema, row.header);
    await giveWay();
  }
}

/** Reads the index of targets, and of the kinds of excerpts the headers: the rows of the others hold much evidence. */
function judgeableOrdinals(file: EngagementFile, kinds: readonly EvidenceKind[] | undefined): number[] {
  const rows = readFrom(file, (database) =>
    prepared<{ ordinal: number }>(
      database,
      `SELECT ordinal FROM (
         SELECT ordinal, status,
           row_number() OVER (PARTITION BY kind, target_key ORDER BY collected_at DESC, ordinal DESC) AS attempt,
           row_number() OVER (PARTITION BY kind, target_key, status ORDER BY collected_at DESC, ordinal DESC) AS of_status
         FROM evidence INDEXED BY evidence_by_target
         WHERE @kinds IS NULL OR kind IN (SELECT value FROM json_each(@kinds)))
       WHERE attempt = 1 OR (status = 'complete' AND of_status = 1)
       UNION
       SELECT ordinal FROM (
         SELECT ordinal, row_number() OVER (
             PARTITION BY kind, target_key, status, json_extract(header, '$.source.by') ORDER BY collected_at DESC, ordinal DESC
           ) AS of_source
         FROM evidence INDEXED BY evidence_by_target
         WHERE kind IN (SELECT value FROM json_each(@excerpts))
           AND (@kinds IS NULL OR kind IN (SELECT value FROM json_each(@kinds))))
       WHERE of_source = 1
       ORDER BY ordinal`,
    ).all({ kinds: kinds === undefined ? null : JSON.stringify(kinds), excerpts: JSON.stringify(excerptKinds) }),
  );
  return rows.map((row) => row.ordinal);
}

async function toRecord(file: EngagementFile, row: EvidenceRow): Promise<StoredRecord> {
  const dataJson = row.data_blob_id === null ? row.data : await readLongData(file, row.data_blob_id);
  return { header: fromJson(file, evidenceHeaderSchema, row.header), dataJson };
}

async function readLongData(file: EngagementFile, blobId: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readBlob(file, blobId)) chunks.push(chunk);
  const bytes = await decompress(Buffer.concat(chunks), { maxOutputLength: dataLimit });
  return bytes.toString('utf8');
}
