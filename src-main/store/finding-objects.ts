import type Database from 'better-sqlite3';
import type { AffectedObject } from '../../src-shared/model/finding';
import { type Outcome, outcomeRank } from '../../src-shared/model/outcome';
import { type EngagementFile, prepared, readFrom, turnsBetween } from './access';
import { beforeAll, findingIdOf, type ObjectKey, type ObjectRow, objectColumns, toObject } from './finding-object-row';
import { searchText, wordParameters, wordsMatch, wordsOf } from './finding-object-words';

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

/** Walks over all objects in portions, as a search does: counting them, or leaping to a far one, in one go would hold up the window. */
async function pageOfAll(file: EngagementFile, findingId: number, { offset, limit }: ObjectQuery): Promise<ObjectPage> {
  const giveWay = turnsBetween();
  let passed = 0;
  let after: ObjectKey = beforeAll;
  let start = { key: beforeAll, skip: offset };
  for (;;) {
    if (passed <= offset) start = { key: after, skip: offset - passed };
    const last: ObjectKey | undefined = readFrom(file, (database) =>
      prepared<ObjectKey>(database, lastKey).get({ findingId, ...after }),
    );
    if (last === undefined) break;
    passed += searchPortion;
    after = last;
    await giveWay();
  }
  return readFrom(file, (database) => ({
    objects: prepared<ObjectRow>(database, pageAfter)
      .all({ findingId, ...start.key, limit, skip: start.skip })
      .map((row) => toObject(file, row)),
    total: passed + (prepared<{ n: number }>(database, countAfter).get({ findingId, ...after })?.n ?? 0),
  }));
}

/** Looks through all objects in portions, and gives way between them. Those that match are counted where they lie; only the wanted ones leave the store. */
async function pageOfMatching(file: EngagementFile, findingId: number, query: ObjectQuery): Promise<ObjectPage> {
  const words = wordsOf(query.search);
  const filter = { findingId, outcomes: JSON.stringify(query.outcomes), ...wordParameters(words) };
  const end = query.offset + query.limit;
  const keys: ObjectKey[] = [];
  let total = 0;
  const giveWay = turnsBetween();
  for (let after: ObjectKey | undefined = beforeAll; after !== undefined; await giveWay()) {
    const parameters = { ...filter, ...after };
    const portion: Portion = readPortion(file, countMatching(words), parameters);
    if (total < end && total + portion.matching > query.offset) {
      const skip = Math.max(query.offset - total, 0);
      keys.push(...readKeys(file, matchingKeys(words), { ...parameters, skip, limit: end - total - skip }));
    }
    total += portion.matching;
    after = portion.last;
  }
  return { objects: keys.flatMap((key) => readObject(file, findingId, key) ?? []), total };
}

type Parameters = Readonly<Record<string, string | number>>;

interface Portion {
  readonly matching: number;
  /** Where the next portion begins; undefined at the end. */
  readonly last: ObjectKey | undefined;
}

const readPortion = (file: EngagementFile, statement: string, parameters: Parameters): Portion =>
  readFrom(file, (database) => ({
    matching: prepared<{ n: number }>(database, statement).get(parameters)?.n ?? 0,
    last: prepared<ObjectKey>(database, lastKey).get(parameters),
  }));

const readKeys = (file: EngagementFile, statement: string, parameters: Parameters): readonly ObjectKey[] =>
  readFrom(file, (database) => prepared<ObjectKey>(database, statement).all(parameters));

/** Some milliseconds, also where its pages are yet to be decrypted. */
const searchPortion = 4000;
const following = 'FROM finding_objects WHERE finding_id = @findingId AND (urgency, ordinal) > (@urgency, @ordinal)';
const countAfter = `SELECT count(*) AS n ${following}`;
const pageAfter = `SELECT ${objectColumns} ${following} ORDER BY urgency, ordinal LIMIT @limit OFFSET @skip`;
const portion = `${following} ORDER BY urgency, ordinal LIMIT`;
const lastKey = `SELECT urgency, ordinal ${portion} 1 OFFSET ${searchPortion - 1}`;
const matchingIn = (
  words: readonly string[],
): string => `FROM (SELECT urgency, ordinal, outcome, search_text ${portion} ${searchPortion})
  WHERE (@outcomes = '[]' OR outcome IN (SELECT value FROM json_each(@outcomes)))
    AND ${wordsMatch(words)}`;
const countMatching = (words: readonly string[]): string => `SELECT count(*) AS n ${matchingIn(words)}`;
const matchingKeys = (words: readonly string[]): string =>
  `SELECT urgency, ordinal ${matchingIn(words)} ORDER BY urgency, ordinal LIMIT @limit OFFSET @skip`;

function readObject(
  file: EngagementFile,
  findingId: number,
  { urgency, ordinal }: ObjectKey,
): AffectedObject | undefined {
  const row = readFrom(file, (database) =>
    prepared<ObjectRow>(
      database,
      `SELECT ${objectColumns} FROM finding_objects WHERE finding_id = ? AND urgency = ? AND ordinal = ?`,
    ).get(findingId, urgency, ordinal),
  );
  return row === undefined ? undefined : toObject(file, row);
}

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
      `SELECT ${objectColumns} FROM finding_objects
       WHERE finding_id = (SELECT id FROM findings WHERE run_id = ? AND check_id = ?) AND id = ? LIMIT 1`,
    ).get(runId, checkId, objectId),
  );
  return row === undefined ? undefined : toObject(file, row);
}
