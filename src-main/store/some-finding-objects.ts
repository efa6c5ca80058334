import type { AffectedObject } from '../../src-shared/model/finding';
import { type EngagementFile, prepared, readFrom } from './access';
import { type ObjectRow, objectColumns, toObject } from './finding-object-row';

/** Which objects of a finding are wanted, of those that are neither passed nor not applicable. */
export interface ObjectChoice {
  /** So many of those that come first, beside the named ones. */
  readonly first: number;
  /** All that are called so. */
  readonly named: readonly string[];
}

/** Objects of a finding, and how many more of those that are neither passed nor not applicable were not chosen. */
export interface ChosenObjects {
  readonly objects: AffectedObject[];
  readonly objectsLeftOut: number;
}

/** The chosen objects of a finding, the most urgent first. The rest is counted, and searched only where objects are chosen by name. */
export function chosenObjects(file: EngagementFile, findingId: number, { first, named }: ObjectChoice): ChosenObjects {
  const byName = named.length === 0 ? [] : rowsOf(file, ofNames, { findingId, names: JSON.stringify(named) });
  const rows = new Map(
    [...byName, ...rowsOf(file, theFirst, { findingId, count: first + byName.length })].map((row) => [
      row.ordinal,
      row,
    ]),
  );
  const all = readFrom(file, (database) => prepared<{ n: number }>(database, countOf).get({ findingId }))?.n ?? 0;
  const objects = [...rows.values()]
    .sort((a, b) => a.urgency - b.urgency || a.ordinal - b.ordinal)
    .map(({ urgency: _, ordinal: __, ...row }) => toObject(file, row));
  return { objects, objectsLeftOut: all - objects.length };
}

type PlacedRow = ObjectRow & { readonly urgency: number; readonly ordinal: number };

const rowsOf = (file: EngagementFile, statement: string, parameters: object): readonly PlacedRow[] =>
  readFrom(file, (database) => prepared<PlacedRow>(database, statement).all(parameters));

const ofFinding = `FROM finding_objects WHERE finding_id = @findingId AND outcome NOT IN ('pass', 'not-applicable')`;
const countOf = `SELECT count(*) AS n ${ofFinding}`;
const remarkable = `SELECT urgency, ordinal, ${objectColumns} ${ofFinding}`;
const theFirst = `${remarkable} ORDER BY urgency, ordinal LIMIT @count`;
const ofNames = `${remarkable} AND name IN (SELECT value FROM json_each(@names))`;
