import { type AffectedObject, objectKinds } from '../../src-shared/model/finding';
import { outcomes } from '../../src-shared/model/outcome';
import { type EngagementFile, nextTurn, prepared, readFrom } from './access';
import { beforeAll, findingIdOf, type ObjectKey, type ObjectRow, objectColumns, toObject } from './finding-object-row';
import { wordParameters, wordsMatch, wordsOf } from './finding-object-words';
import type { ObjectQuery } from './finding-objects';
import { storeErrors } from './store-errors';

/** One portion after the other, each from behind the last key of the one before, until there is none. */
function* portions<Row extends ObjectKey>(read: (after: ObjectKey) => readonly Row[]): Generator<readonly Row[]> {
  let after: ObjectKey = beforeAll;
  for (;;) {
    const rows = read(after);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
    yield rows;
  }
}

const objectPage = 1000;
const openPage = 4000;
const identityPage = 10_000;

/** All objects of a finding in pages, the most urgent first. */
export async function* objectsOf(file: EngagementFile, findingId: number): AsyncGenerator<AffectedObject[]> {
  const pages = portions((after) =>
    readFrom(file, (database) =>
      prepared<ObjectRow & ObjectKey>(
        database,
        `SELECT urgency, ordinal, ${objectColumns} FROM finding_objects
         WHERE finding_id = ? AND (urgency, ordinal) > (?, ?) ORDER BY urgency, ordinal LIMIT ${objectPage}`,
      ).all(findingId, after.urgency, after.ordinal),
    ),
  );
  for (const rows of pages) {
    yield rows.map(({ urgency: _, ordinal: __, ...row }) => toObject(file, row));
    await nextTurn();
  }
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
  const words = wordsOf(search);
  const filter = { findingId, outcomes: JSON.stringify(outcomes), ...wordParameters(words) };
  const pages = portions(({ urgency, ordinal }) =>
    readFrom(file, (database) =>
      prepared<OpenObject & ObjectKey>(database, openMatching(words)).all({ ...filter, urgency, ordinal }),
    ),
  );
  for (const rows of pages) {
    yield rows.map(({ id, name, outcome }) => ({ id, name, outcome }));
    await nextTurn();
  }
}

const openMatching = (
  words: readonly string[],
): string => `SELECT urgency, ordinal, id, name, outcome FROM finding_objects
  WHERE finding_id = @findingId AND (urgency, ordinal) > (@urgency, @ordinal) AND outcome IN ('fail', 'warning', 'unknown')
    AND (@outcomes = '[]' OR outcome IN (SELECT value FROM json_each(@outcomes))) AND ${wordsMatch(words)}
  ORDER BY urgency, ordinal LIMIT ${openPage}`;

export type ObjectIdentity = Pick<AffectedObject, 'id' | 'kind' | 'name' | 'outcome'>;

/** Who the objects of a finding are and how they were judged, in portions: a fraction of the time of {@link objectsOf}. */
export function* objectIdentitiesOf(file: EngagementFile, findingId: number): Generator<readonly ObjectIdentity[]> {
  const pages = portions((after) =>
    readFrom(file, (database) =>
      prepared<ObjectIdentity & ObjectKey>(
        database,
        `SELECT urgency, ordinal, outcome, id, kind, name FROM finding_objects
         WHERE finding_id = ? AND (urgency, ordinal) > (?, ?) ORDER BY urgency, ordinal LIMIT ${identityPage}`,
      ).all(findingId, after.urgency, after.ordinal),
    ),
  );
  for (const rows of pages)
    yield rows.map(({ id, kind, name, outcome }) => {
      if (!isKind(kind) || !isOutcome(outcome)) throw storeErrors.damaged(file.path);
      return { id, kind, name, outcome };
    });
}

const isKind = (kind: string): boolean => objectKinds.some((known) => known === kind);
const isOutcome = (outcome: string): boolean => outcomes.some((known) => known === outcome);
