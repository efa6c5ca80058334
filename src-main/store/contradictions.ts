import { type Contradiction, contradictionSchema } from '../../src-shared/model/contradiction';
import { type EngagementFile, fromJson, prepared, readFrom, writeTo } from './access';

/** Stores what a run found to contradict; shown once the run is marked as judged. */
export function storeContradictions(
  file: EngagementFile,
  runId: string,
  contradictions: readonly Contradiction[],
): void {
  writeTo(file, (database) => {
    prepared(database, 'DELETE FROM contradictions WHERE run_id = ?').run(runId);
    const insert = prepared(database, 'INSERT INTO contradictions (run_id, ordinal, contradiction) VALUES (?, ?, ?)');
    for (const [ordinal, contradiction] of contradictions.entries())
      insert.run(runId, ordinal, JSON.stringify(contradiction));
  });
}

/** In the order they were found. */
export function listContradictions(file: EngagementFile, runId: string): Contradiction[] {
  return readFrom(file, (database) =>
    prepared<{ contradiction: string }>(
      database,
      'SELECT contradiction FROM contradictions WHERE run_id = ? ORDER BY ordinal',
    ).all(runId),
  ).map((row) => fromJson(file, contradictionSchema, row.contradiction));
}
