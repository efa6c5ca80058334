import type Database from 'better-sqlite3';
import type { z } from 'zod';
import { type AffectedObject, affectedObjectSchema, objectKinds } from '../../src-shared/model/finding';
import { type Outcome, outcomeRank, outcomes } from '../../src-shared/model/outcome';
import { type EngagementFile, nextTurn, prepared, readFrom } from './access';
import { storeErrors } from './store-errors';

const readPage = 1000;

const columns = 'outcome, id, kind, name, note, evidence_id AS evidenceId, locate';

interface ObjectRow {
  readonly [column: string]: string | number | null;
}

/** Call inside a transaction; adds the objects after those the finding has. */
export function insertObjects(
  database: Database.Database,
  findingId: number,
  objects: readonly AffectedObject[],
): void {
  const insert = prepared(
    database,
    `INSERT INTO finding_objects (finding_id, urgency, ordinal, outcome, id, kind, name, note, evidence_id, locate, search_text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const count = prepared<{ n: number }>(database, 'SELECT count(*) AS n FROM finding_objects WHERE finding_id = ?');
  const offset = count.get(findingId)?.n ?? 0;
  objects.forEach((object, index) => {
    const { outcome, id, kind, name, note, evidenceId = null, locate = null } = object;
    const [urgency, ordinal, text] = [outcomeRank(outcome), offset + index, searchText(object)];
    insert.run(findingId, urgency, ordinal, outcome, id, kind, name, note, evidenceId, locate, text);
  });
}

const searchText = (object: AffectedObject): string => `${object.name}\n${object.id}\n${object.note}`.toLowerCase();

export interface ObjectQuery {
  /** Words that must all occur in name, id or note; any case; the first eight count. */
  readonly search: string;
  /** Empty = all. */
  readonly outcomes: readonly Outcome[];
  readonly offset: number;
  readonly limit: number;
}

export interface ObjectPage {
  readonly objects: AffectedObject[];
  /** How many match in all. */
  readonly total: number;
}

/** A page of a finding's objects, the most urgent first. */
export async function listFindingObjects(
  file: EngagementFile,
  runId: string,
  checkId: string,
  query: ObjectQuery,
): Promise<ObjectPage> {
  const findingId = findingIdOf(file, runId, checkId);
  if (findingId === undefined) return { objects: [], total: 0 };
  const isPlain = query.search.trim() === '' && query.outcomes.length === 0;
  return isPlain ? await pageOfAll(file, findingId, query) : await pageOfMatching(file, findingId, query);
}

const findingIdOf = (file: EngagementFile, runId: string, checkId: string): number | undefined =>
  readFrom(file, (database) =>
    prepared<{ id: number }>(database, 'SELECT id FROM findings WHERE run_id = ? AND check_id = ?').get(runId, checkId),
  )?.id;

/** Walks over all objects in portions, as a search does: counting them, or leaping to a far one, in one go would hold up the window. */
async function pageOfAll(file: EngagementFile, findingId: number, { offset, limit }: ObjectQuery): Promise<ObjectPage> {
  let passed = 0;
  let after: Key = beforeAll;
  let start = { key: beforeAll, skip: offset };
  for (;;) {
    if (passed <= offset) start = { key: after, skip: offset - passed };
    const last: Key | undefined = readFrom(file, (database) =>
      prepared<Key>(database, lastKey).get({ findingId, ...after }),
    );
    if (last === undefined) break;
    passed += searchPortion;
    after = last;
    await nextTurn();
  }
  return readFrom(file, (database) => ({
    objects: prepared<ObjectRow>(database, pageAfter)
      .all({ findingId, ...start.key, limit, skip: start.skip })
      .map((row) => toObject(file, row)),
    total: passed + (prepared<{ n: number }>(database, countAfter).get({ findingId, ...after })?.n ?? 0),
  }));
}

interface Key {
  readonly urgency: number;
  readonly ordinal: number;
}
const beforeAll: Key = { urgency: -1, ordinal: -1 };

/** Looks through all objects in portions of a few milliseconds and remembers only the keys of those that match. */
async function pageOfMatching(file: EngagementFile, findingId: number, query: ObjectQuery): Promise<ObjectPage> {
  const words = query.search.toLowerCase().split(/\s+/u).filter(Boolean);
  const filter = { findingId, outcomes: JSON.stringify(query.outcomes), ...wordParameters(words) };
  const statement = matchingKeys(words);
  const matching: Key[] = [];
  for (let after: Key | undefined = beforeAll; after !== undefined; await nextTurn()) {
    const portion: Portion = readPortion(file, statement, { ...filter, ...after });
    matching.push(...portion.keys);
    after = portion.last;
  }
  const keys = matching.slice(query.offset, query.offset + query.limit);
  return { objects: keys.flatMap((key) => readObject(file, findingId, key) ?? []), total: matching.length };
}

interface Portion {
  readonly keys: readonly Key[];
  /** Where the next portion begins; undefined at the end. */
  readonly last: Key | undefined;
}

const readPortion = (
  file: EngagementFile,
  statement: string,
  parameters: Readonly<Record<string, string | number>>,
): Portion =>
  readFrom(file, (database) => ({
    keys: prepared<Key>(database, statement).all(parameters),
    last: prepared<Key>(database, lastKey).get(parameters),
  }));

const searchPortion = 4000;
const following = 'FROM finding_objects WHERE finding_id = @findingId AND (urgency, ordinal) > (@urgency, @ordinal)';
const countAfter = `SELECT count(*) AS n ${following}`;
const pageAfter = `SELECT ${columns} ${following} ORDER BY urgency, ordinal LIMIT @limit OFFSET @skip`;
const portion = `${following} ORDER BY urgency, ordinal LIMIT`;
const lastKey = `SELECT urgency, ordinal ${portion} 1 OFFSET ${searchPortion - 1}`;
const wordNames = ['word0', 'word1', 'word2', 'word3', 'word4', 'word5', 'word6', 'word7'] as const;
/** For as many words as there are: each comparison is made for every object. */
const wordsMatch = (words: readonly string[]): string =>
  ['TRUE', ...wordNames.slice(0, words.length).map((name) => `instr(search_text, @${name}) > 0`)].join(' AND ');
const matchingKeys = (
  words: readonly string[],
): string => `SELECT urgency, ordinal FROM (SELECT urgency, ordinal, outcome, search_text ${portion} ${searchPortion})
  WHERE (@outcomes = '[]' OR outcome IN (SELECT value FROM json_each(@outcomes)))
    AND ${wordsMatch(words)}`;

const openMatching = (
  words: readonly string[],
): string => `SELECT urgency, ordinal, id, name, outcome FROM finding_objects
  WHERE finding_id = @findingId AND (urgency, ordinal) > (@urgency, @ordinal) AND outcome IN ('fail', 'warning', 'unknown')
    AND (@outcomes = '[]' OR outcome IN (SELECT value FROM json_each(@outcomes))) AND ${wordsMatch(words)}
  ORDER BY urgency, ordinal LIMIT ${searchPortion}`;

const wordParameters = (words: readonly string[]): Record<string, string> =>
  Object.fromEntries(wordNames.slice(0, words.length).map((name, index) => [name, words[index] ?? '']));

function readObject(file: EngagementFile, findingId: number, { urgency, ordinal }: Key): AffectedObject | undefined {
  const row = readFrom(file, (database) =>
    prepared<ObjectRow>(
      database,
      `SELECT ${columns} FROM finding_objects WHERE finding_id = ? AND urgency = ? AND ordinal = ?`,
    ).get(findingId, urgency, ordinal),
  );
  return row === undefined ? undefined : toObject(file, row);
}

/** All objects of a finding in pages, the most urgent first. */
export async function* objectsOf(file: EngagementFile, findingId: number): AsyncGenerator<AffectedObject[]> {
  let after: Key = beforeAll;
  for (;;) {
    const rows = readFrom(file, (database) =>
      prepared<ObjectRow & Key>(
        database,
        `SELECT urgency, ordinal, ${columns} FROM finding_objects
         WHERE finding_id = ? AND (urgency, ordinal) > (?, ?) ORDER BY urgency, ordinal LIMIT ${readPage}`,
      ).all(findingId, after.urgency, after.ordinal),
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
    yield rows.map(({ urgency: _, ordinal: __, ...row }) => toObject(file, row));
    await nextTurn();
  }
}

function toObject(file: EngagementFile, row: ObjectRow): AffectedObject {
  const known = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  const parsed = affectedObjectSchema.safeParse(known);
  if (!parsed.success) throw storeErrors.damaged(file.path);
  return parsed.data;
}

/** What a decision on an object rests on, and what to call it. */
export type OpenObject = Pick<AffectedObject, 'id' | 'name' | 'outcome'>;

/** The objects of a finding that something is open on and that match, in portions, the most urgent first. */
export async function* openObjects(
  file: EngagementFile,
  runId: string,
  checkId: string,
  { search, outcomes }: Pick<ObjectQuery, 'search' | 'outcomes'>,
): AsyncGenerator<readonly OpenObject[]> {
  const findingId = findingIdOf(file, runId, checkId);
  if (findingId === undefined) return;
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  const filter = { findingId, outcomes: JSON.stringify(outcomes), ...wordParameters(words) };
  let after = beforeAll;
  for (;;) {
    const rows = readFrom(file, (database) =>
      prepared<OpenObject & Key>(database, openMatching(words)).all({ ...filter, ...after }),
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
    yield rows.map(({ id, name, outcome }) => ({ id, name, outcome }));
    await nextTurn();
  }
}

const identitySchema = affectedObjectSchema.pick({ id: true, kind: true, name: true, outcome: true });
export type ObjectIdentity = z.infer<typeof identitySchema>;

/** Who the objects of a finding are and how they were judged, in portions: a fraction of the time of {@link objectsOf}. */
export function* objectIdentitiesOf(file: EngagementFile, findingId: number): Generator<readonly ObjectIdentity[]> {
  let after: Key = beforeAll;
  for (;;) {
    const rows = readFrom(file, (database) =>
      prepared<ObjectIdentity & Key>(
        database,
        `SELECT urgency, ordinal, outcome, id, kind, name FROM finding_objects
         WHERE finding_id = ? AND (urgency, ordinal) > (?, ?) ORDER BY urgency, ordinal LIMIT ${identityPage}`,
      ).all(findingId, after.urgency, after.ordinal),
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
    yield rows.map(({ id, kind, name, outcome }) => {
      if (!isKind(kind) || !isOutcome(outcome)) throw storeErrors.damaged(file.path);
      return { id, kind, name, outcome };
    });
  }
}

const identityPage = 10_000;
const isKind = (kind: string): boolean => objectKinds.some((known) => known === kind);
const isOutcome = (outcome: string): boolean => outcomes.some((known) => known === outcome);

/** One object of a finding by its identity; undefined when it is not listed. */
export function findObject(
  file: EngagementFile,
  runId: string,
  checkId: string,
  objectId: string,
): AffectedObject | undefined {
  const row = readFrom(file, (database) =>
    prepared<ObjectRow>(
      database,
      `SELECT ${columns} FROM finding_objects
       WHERE finding_id = (SELECT id FROM findings WHERE run_id = ? AND check_id = ?) AND id = ? LIMIT 1`,
    ).get(runId, checkId, objectId),
  );
  return row === undefined ? undefined : toObject(file, row);
}
