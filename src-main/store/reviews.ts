import type Database from 'better-sqlite3';
import { type Review, reviewSchema } from '../../src-shared/model/review';
import { type EngagementFile, fromJson, prepared, readFrom, writeTo } from './access';

/** A change of a decision; `before` absent = there was none, `after` absent = it was withdrawn. */
export interface ReviewChange {
  readonly at: string;
  readonly author: string;
  readonly checkId: string;
  readonly objectId?: string;
  readonly before?: Review;
  readonly after?: Review;
}

/** Which decision: of a finding, or of one of its objects. */
export interface ReviewKey {
  readonly checkId: string;
  readonly objectId?: string | undefined;
}

/** Stands for the whole finding in the table; identities of objects are never empty. */
const wholeFinding = '';

export function listReviews(file: EngagementFile): Review[] {
  return readFrom(file, (database) =>
    prepared<{ review: string }>(database, 'SELECT review FROM reviews ORDER BY check_id, object_id').all(),
  ).map((row) => fromJson(file, reviewSchema, row.review));
}

/** Decides or decides anew, all or none; each change goes into the history in the same transaction. */
export function saveReviews(file: EngagementFile, reviews: readonly Review[]): void {
  writeTo(file, (database) => {
    for (const review of reviews) change(database, review, review.author, review, review.decidedAt);
  });
}

/** Takes decisions back; those that are none are passed over. */
export function withdrawReviews(file: EngagementFile, keys: readonly ReviewKey[], author: string): void {
  const at = new Date().toISOString();
  writeTo(file, (database) => {
    for (const key of keys) change(database, key, author, undefined, at);
  });
}

function change(
  database: Database.Database,
  { checkId, objectId = wholeFinding }: ReviewKey,
  author: string,
  after: Review | undefined,
  at: string,
): void {
  const found = prepared<{ review: string }>(
    database,
    'SELECT review FROM reviews WHERE check_id = ? AND object_id = ?',
  ).get(checkId, objectId);
  if (found === undefined && after === undefined) return;
  const text = after === undefined ? null : JSON.stringify(after);
  if (text === null)
    prepared(database, 'DELETE FROM reviews WHERE check_id = ? AND object_id = ?').run(checkId, objectId);
  else
    prepared(
      database,
      `INSERT INTO reviews (check_id, object_id, review) VALUES (?, ?, ?)
       ON CONFLICT (check_id, object_id) DO UPDATE SET review = excluded.review`,
    ).run(checkId, objectId, text);
  prepared(
    database,
    'INSERT INTO review_history (at, author, check_id, object_id, before, after) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(at, author, checkId, objectId, found?.review ?? null, text);
}

interface HistoryRow {
  readonly at: string;
  readonly author: string;
  readonly check_id: string;
  readonly object_id: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Who changed what, newest first; of one check when named. */
export function reviewHistory(file: EngagementFile, checkId?: string): ReviewChange[] {
  const rows = readFrom(file, (database) =>
    prepared<HistoryRow>(
      database,
      'SELECT at, author, check_id, object_id, before, after FROM review_history WHERE @checkId IS NULL OR check_id = @checkId ORDER BY ordinal DESC',
    ).all({ checkId: checkId ?? null }),
  );
  const read = (text: string | null): Review | undefined =>
    text === null ? undefined : fromJson(file, reviewSchema, text);
  return rows.map(({ at, author, check_id, object_id, before, after }) => {
    const [was, is] = [read(before), read(after)];
    return {
      ...{ at, author, checkId: check_id },
      ...(object_id === wholeFinding ? {} : { objectId: object_id }),
      ...(was && { before: was }),
      ...(is && { after: is }),
    };
  });
}
