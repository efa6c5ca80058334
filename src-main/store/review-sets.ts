import { z } from 'zod';
import type { AffectedObject } from '../../src-shared/model/finding';
import { outcomeSchema } from '../../src-shared/model/outcome';
import { type EngagementFile, fromJson, nextTurn, prepared, readFrom, writeTo } from './access';

/** An object with the outcome it was decided on. */
export type SetObject = Pick<AffectedObject, 'id' | 'outcome'>;

const rowSchema = z.array(z.tuple([z.string(), outcomeSchema]));
/** A row stays small enough to be read and checked between two pictures of the window, a write below 256 KiB. */
const objectsPerRow = 1000;

/** Writes the objects of a decision to come; it counts once `takeSet` was called with its number. What is left half done goes when the file is opened. */
export async function beginSet(file: EngagementFile, checkId: string, objects: readonly SetObject[]): Promise<number> {
  const number = writeTo(file, (database) =>
    Number(
      prepared(database, "INSERT INTO review_sets (check_id, state, review) VALUES (?, 'begun', '{}')").run(checkId)
        .lastInsertRowid,
    ),
  );
  for (let start = 0; start < objects.length; start += objectsPerRow) {
    const row = JSON.stringify(objects.slice(start, start + objectsPerRow).map(({ id, outcome }) => [id, outcome]));
    writeTo(file, (database) =>
      prepared(database, 'INSERT INTO review_set_objects (set_number, ordinal, objects) VALUES (?, ?, ?)').run(
        number,
        start,
        row,
      ),
    );
    await nextTurn();
  }
  return number;
}

/** The objects of a set in portions, as they were when they were decided on. */
export async function* objectsOfSet(file: EngagementFile, number: number): AsyncGenerator<readonly SetObject[]> {
  for (let after = -1; ; ) {
    const row = readFrom(file, (database) =>
      prepared<{ ordinal: number; objects: string }>(
        database,
        'SELECT ordinal, objects FROM review_set_objects WHERE set_number = ? AND ordinal > ? ORDER BY ordinal LIMIT 1',
      ).get(number, after),
    );
    if (row === undefined) return;
    after = row.ordinal;
    yield fromJson(file, rowSchema, row.objects).map(([id, outcome]) => ({ id, outcome }));
    await nextTurn();
  }
}

/** Sets that were begun and never taken. */
export const removeBegunSets = [
  "DELETE FROM review_set_objects WHERE set_number IN (SELECT number FROM review_sets WHERE state = 'begun')",
  "DELETE FROM review_sets WHERE state = 'begun'",
] as const;
