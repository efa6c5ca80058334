import type Database from 'better-sqlite3';
import { type Review, reviewSchema } from '../../src-shared/model/review';
import { type EngagementFile, fromJson, prepared, readFrom, writeTo } from './access';

/** A change of a decision; `before` absent = there was none, `after` absent = it was withdrawn. */
export interface ReviewChange {
  readonly at: string;
  readonly author: string;
  readonly checkId: string;
  readonly objectId?: string;
  /** Number of the set it was about. */
  readonly set?: number;
  readonly before?: Review;
  readonly after?: Review;
  /** It took another change back. */
  readonly isUndo: boolean;
}

/** Which decision: of a finding, of one of its objects, or of a set of them. */
export interface ReviewKey {
  readonly checkId: string;
  readonly objectId?: string | undefined;
  /** Number of a set. */
  readonly set?: number | undefined;
}

const keyOf = ({ checkId, objectId, set }: Review): ReviewKey => ({ checkId, objectId, set: set?.number });

/** Stands for the whole finding in the table; identities of objects are never empty. */
const wholeFinding = '';

/** Those on findings and single objects first, then those on sets in the order they were taken. */
export function listReviews(file: EngagementFile): Review[] {
  return readFrom(file, (database) => [
    ...prepared<{ review: string }>(database, 'SELECT review FROM reviews ORDER BY check_id, object_id').all(),
    ...prepared<{ review: string }>(
      database,
      "SELECT review FROM review_sets WHERE state = 'taken' ORDER BY number",
    ).all(),
  ]).map((row) => fromJson(file, reviewSchema, row.review));
}

/** Decides or decides anew, all or none; each change goes into the history in the same transaction. */
export function saveReviews(file: EngagementFile, reviews: readonly Review[]): void {
  writeTo(file, (database) =>
    asOneChange(database, undefined, () => {
      for (const review of reviews) change(database, keyOf(review), review.author, review, review.decidedAt);
    }),
  );
}

/** Decides on the objects of a set that was begun; decisions that some of them had of their own are withdrawn with the same change. */
export function takeSet(file: EngagementFile, review: Review, replaced: readonly ReviewKey[]): void {
  const { author, decidedAt: at } = review;
  writeTo(file, (database) =>
    asOneChange(database, undefined, () => {
      for (const key of replaced) change(database, key, author, undefined, at);
      change(database, keyOf(review), author, review, at);
    }),
  );
}

/** Rises with every change of a decision. */
export const reviewsVersion = (file: EngagementFile): number => readFrom(file, latestOrdinal);

/** Takes decisions back; those that are none are passed over. */
export function withdrawReviews(file: EngagementFile, keys: readonly ReviewKey[], author: string): void {
  const at = new Date().toISOString();
  writeTo(file, (database) =>
    asOneChange(database, undefined, () => {
      for (const key of keys) change(database, key, author, undefined, at);
    }),
  );
}

interface Stretch {
  readonly number: number;
  readonly first: number;
  readonly last: number;
}

/** The change that an undo would take back. */
const latestStretch = (database: Database.Database): Stretch | undefined =>
  prepared<Stretch>(
    database,
    `SELECT number, first_ordinal AS first, last_ordinal AS last FROM review_changes AS made
     WHERE undoes IS NULL AND NOT EXISTS (SELECT 1 FROM review_changes WHERE undoes = made.number)
     ORDER BY number DESC LIMIT 1`,
  ).get();

const latestOrdinal = (database: Database.Database): number =>
  prepared<{ last: number | null }>(database, 'SELECT max(ordinal) AS last FROM review_history').get()?.last ?? 0;

/** Notes what `work` adds to the history as one change; nothing when it adds nothing. */
function asOneChange(database: Database.Database, undoes: number | undefined, work: () => void): void {
  const before = latestOrdinal(database);
  work();
  const last = latestOrdinal(database);
  if (last === before) return;
  prepared(database, 'INSERT INTO review_changes (first_ordinal, last_ordinal, undoes) VALUES (?, ?, ?)').run(
    before + 1,
    last,
    undoes ?? null,
  );
}

/** What the change made last, and not undone yet, was about; undefined when there is none. */
export function lastReviewChange(file: EngagementFile): readonly ReviewChange[] | undefined {
  const stretch = readFrom(file, latestStretch);
  return stretch === undefined ? undefined : historyRows(file, { ...stretch, checkId: null });
}

/** Takes the change made last, and not undone yet, back, as a change of its own; false when there is none. */
export function undoReviewChange(file: EngagementFile, author: string): boolean {
  const at = new Date().toISOString();
  const stretch = readFrom(file, latestStretch);
  if (stretch === undefined) return false;
  const changes = historyRows(file, { ...stretch, checkId: null }); // newest first
  writeTo(file, (database) =>
    asOneChange(database, stretch.number, () => {
      for (const { before, ...key } of changes) change(database, key, author, before, at);
    }),
  );
  return true;
}

function change(
  database: Database.Database,
  key: ReviewKey,
  author: string,
  after: Review | undefined,
  at: string,
): void {
  const { checkId, objectId = wholeFinding, set = null } = key;
  const text = after === undefined ? null : JSON.stringify(after);
  const before = set === null ? replaceReview(database, checkId, objectId, text) : replaceSet(database, set, text);
  if (before === null && text === null) return;
  prepared(
    database,
    'INSERT INTO review_history (at, author, check_id, object_id, set_number, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(at, author, checkId, objectId, set, before, text);
}

/** @returns what was there before */
function replaceReview(
  database: Database.Database,
  checkId: string,
  objectId: string,
  text: string | null,
): string | null {
  const found = prepared<{ review: string }>(
    database,
    'SELECT review FROM reviews WHERE check_id = ? AND object_id = ?',
  ).get(checkId, objectId);
  if (text === null)
    prepared(database, 'DELETE FROM reviews WHERE check_id = ? AND object_id = ?').run(checkId, objectId);
  else
    prepared(
      database,
      `INSERT INTO reviews (check_id, object_id, review) VALUES (?, ?, ?)
       ON CONFLICT (check_id, object_id) DO UPDATE SET review = excluded.review`,
    ).run(checkId, objectId, text);
  return found?.review ?? null;
}

/** The objects stay with a withdrawn set, so that an undo needs to write none of them. @returns what was there before */
function replaceSet(database: Database.Database, number: number, text: string | null): string | null {
  const found = prepared<{ review: string }>(
    database,
    "SELECT review FROM review_sets WHERE number = ? AND state = 'taken'",
  ).get(number);
  if (text === null) prepared(database, "UPDATE review_sets SET state = 'withdrawn' WHERE number = ?").run(number);
  else prepared(database, "UPDATE review_sets SET state = 'taken', review = ? WHERE number = ?").run(text, number);
  return found?.review ?? null;
}

interface HistoryRow {
  readonly at: string;
  readonly author: string;
  readonly check_id: string;
  readonly object_id: string;
  readonly set_number: number | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly is_undo: 0 | 1;
}

interface HistoryQuery {
  readonly checkId: string | null;
  readonly first: number;
  readonly last: number;
}

/** Who changed what, newest first; of one check when named. */
export const reviewHistory = (file: EngagementFile, checkId?: string): ReviewChange[] =>
  historyRows(file, { checkId: checkId ?? null, first: 0, last: Number.MAX_SAFE_INTEGER });

function historyRows(file: EngagementFile, { checkId, first, last }: HistoryQuery): ReviewChange[] {
  const rows = readFrom(file, (database) =>
    prepared<HistoryRow>(
      database,
      `SELECT at, author, check_id, object_id, set_number, before, after, EXISTS (
         SELECT 1 FROM review_changes WHERE undoes IS NOT NULL AND ordinal BETWEEN first_ordinal AND last_ordinal
       ) AS is_undo
       FROM review_history WHERE (@checkId IS NULL OR check_id = @checkId) AND ordinal BETWEEN @first AND @last
       ORDER BY ordinal DESC`,
    ).all({ checkId, first, last }),
  );
  const read = (text: string | null): Review | undefined =>
    text === null ? undefined : fromJson(file, reviewSchema, text);
  return rows.map(({ at, author, check_id, object_id, set_number, before, after, is_undo }) => {
    const [was, is] = [read(before), read(after)];
    return {
      ...{ at, author, checkId: check_id, isUndo: is_undo === 1 },
      ...(object_id === wholeFinding ? {} : { objectId: object_id }),
      ...(set_number === null ? {} : { set: set_number }),
      ...(was && { before: was }),
      ...(is && { after: is }),
    };
  });
}
