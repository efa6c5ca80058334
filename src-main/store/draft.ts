import type Database from 'better-sqlite3';
import { type EngagementDraft, engagementDraftSchema } from '../../src-shared/model/engagement';
import { type EngagementFile, fromJson, prepared, readFrom, writeTo } from './access';
import { storeErrors } from './store-errors';

/** The one row of a new file. */
export function insertDraft(database: Database.Database, draft: EngagementDraft): void {
  const now = new Date().toISOString();
  prepared(database, 'INSERT INTO engagement (id, created_at, draft, saved_at) VALUES (1, ?, ?, ?)').run(
    now,
    JSON.stringify(draft),
    now,
  );
}

export function readDraft(file: EngagementFile): EngagementDraft {
  const row = readFrom(file, (database) =>
    prepared<{ draft: string }>(database, 'SELECT draft FROM engagement WHERE id = 1').get(),
  );
  if (row === undefined) throw storeErrors.damaged(file.path);
  return fromJson(file, engagementDraftSchema, row.draft);
}

/** What the wizard edits; on the disk when this returns. */
export function saveDraft(file: EngagementFile, draft: EngagementDraft): void {
  writeTo(file, (database) =>
    prepared(database, 'UPDATE engagement SET draft = ?, saved_at = ? WHERE id = 1').run(
      JSON.stringify(draft),
      new Date().toISOString(),
    ),
  );
}

/** ISO 8601, UTC; empty when the row is missing, which `readDraft` reports. */
export function readCreatedAt(database: Database.Database): string {
  return (
    prepared<{ created_at: string }>(database, 'SELECT created_at FROM engagement WHERE id = 1').get()?.created_at ?? ''
  );
}
