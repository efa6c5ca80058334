import { type AffectedObject, affectedObjectSchema } from '../../src-shared/model/finding';
import { type EngagementFile, prepared, readFrom } from './access';
import { storeErrors } from './store-errors';

/** What {@link toObject} makes an object of. */
export const objectColumns = 'outcome, id, kind, name, note, evidence_id AS evidenceId, locate';

export interface ObjectRow {
  readonly [column: string]: string | number | null;
}

/** @throws AppError `damaged` when the row is no object */
export function toObject(file: EngagementFile, row: ObjectRow): AffectedObject {
  const known = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  const parsed = affectedObjectSchema.safeParse(known);
  if (!parsed.success) throw storeErrors.damaged(file.path);
  return parsed.data;
}

/** Place of an object among those of its finding, the most urgent first. */
export interface ObjectKey {
  readonly urgency: number;
  readonly ordinal: number;
}
export const beforeAll: ObjectKey = { urgency: -1, ordinal: -1 };

export const findingIdOf = (file: EngagementFile, runId: string, checkId: string): number | undefined =>
  readFrom(file, (database) =>
    prepared<{ id: number }>(database, 'SELECT id FROM findings WHERE run_id = ? AND check_id = ?').get(runId, checkId),
  )?.id;
