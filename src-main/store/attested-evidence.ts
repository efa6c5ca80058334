import type Database from 'better-sqlite3';
import type { StoredRecord } from '../../src-shared/host/messages';
import { evidenceHeaderSchema } from '../../src-shared/model/evidence';
import { type EngagementFile, fromJson, prepared, writeTo } from './access';
import { insertEvidence } from './evidence';

interface AttestedRow {
  readonly header: string;
  readonly data: string | null;
}

/**
 * Leaves exactly these records of attested answers: what was withdrawn or answered anew goes, what is the same keeps its id. Returns the hashes of the raw
 * inputs that the removed records named.
 */
export function replaceAttested(file: EngagementFile, runId: string, records: readonly StoredRecord[]): string[] {
  return writeTo(file, (database) => {
    const stored = attestedRows(file, database);
    const wanted = new Set(records.map(contentOf));
    const gone = stored.filter((record) => !wanted.has(contentOf(record)));
    const known = new Set(stored.map(contentOf));
    for (const { header } of gone) prepared(database, 'DELETE FROM evidence WHERE id = ?').run(header.id);
    for (const record of records) if (!known.has(contentOf(record))) insertEvidence(database, runId, record, undefined);
    return gone.flatMap(({ header }) => header.sha256 ?? []);
  });
}

const attestedRows = (file: EngagementFile, database: Database.Database): StoredRecord[] =>
  prepared<AttestedRow>(database, "SELECT header, data FROM evidence WHERE kind = 'interview.answer'")
    .all()
    .map(({ header, data }) => ({ header: fromJson(file, evidenceHeaderSchema, header), dataJson: data }));

/** What makes two records the same answer, whoever noted it down. */
const contentOf = ({ header: { target, source, collectedAt, sha256 }, dataJson }: StoredRecord): string =>
  JSON.stringify([target, source, collectedAt, sha256 ?? null, dataJson]);
