import type Database from 'better-sqlite3';
import { type AffectedObject, type Finding, type FindingRow, findingSchema } from '../../src-shared/model/finding';
import type { Outcome } from '../../src-shared/model/outcome';
import { type EngagementFile, fromJson, nextTurn, prepared, readFrom, writeTo } from './access';
import { insertObjects, objectsOf } from './finding-objects';

/** Objects written in one transaction: about 10 ms. */
const objectsPerWrite = 500;

const findingHeadSchema = findingSchema.omit({ objects: true });
/** A finding without its objects. */
export type FindingHead = Omit<Finding, 'objects'>;

/** Outcomes that ask for something to be done or found out. */
const affectedOutcomes: readonly Outcome[] = ['fail', 'warning', 'unknown'];

/** Stores the findings of a run. They are shown once `endRun` marks the run as judged, so a crash in between shows the older ones. */
export async function storeFindings(file: EngagementFile, runId: string, findings: readonly Finding[]): Promise<void> {
  for (const finding of findings) {
    const id = writeTo(file, (database) => insertFinding(database, runId, finding));
    await storeObjects(file, id, finding.objects);
  }
}

/** Adds objects to a finding just stored. */
export async function appendObjects(
  file: EngagementFile,
  runId: string,
  checkId: string,
  objects: readonly AffectedObject[],
): Promise<void> {
  const finding = findFinding(file, runId, checkId);
  if (finding === undefined) throw new Error(`Objects of ${checkId} came before their finding`);
  await storeObjects(file, finding.id, objects);
}

async function storeObjects(
  file: EngagementFile,
  findingId: number,
  objects: readonly AffectedObject[],
): Promise<void> {
  for (let start = 0; start < objects.length; start += objectsPerWrite) {
    writeTo(file, (database) => insertObjects(database, findingId, objects.slice(start, start + objectsPerWrite)));
    await nextTurn();
  }
}

function insertFinding(database: Database.Database, runId: string, finding: Finding): number {
  const { objects: _, ...head } = finding;
  const affected = affectedOutcomes.reduce((sum, outcome) => sum + (finding.counts[outcome] ?? 0), 0);
  const all = Object.values(finding.counts).reduce((sum, count) => sum + count, 0);
  const result = prepared(
    database,
    'INSERT INTO findings (run_id, check_id, object_count, affected_count, finding) VALUES (?, ?, ?, ?, ?)',
  ).run(runId, finding.checkId, all, affected, JSON.stringify(head));
  return Number(result.lastInsertRowid);
}

/** All findings of a run, one row a check, in the order of urgency then id. */
export function listFindingRows(file: EngagementFile, runId: string): FindingRow[] {
  const rows = readFrom(file, (database) =>
    prepared<{ finding: string; object_count: number; affected_count: number }>(
      database,
      'SELECT finding, object_count, affected_count FROM findings WHERE run_id = ? ORDER BY id',
    ).all(runId),
  );
  return rows.map((row) => {
    const { checkId, area, step, title, outcome, severity, unknownReason, summary, attested } = fromJson(
      file,
      findingHeadSchema,
      row.finding,
    );
    return {
      ...{
        checkId,
        area,
        step,
        title,
        outcome,
        severity,
        summary,
        objectCount: row.object_count,
        affectedCount: row.affected_count,
      },
      ...(unknownReason === undefined ? {} : { unknownReason }),
      ...(attested === undefined ? {} : { attested }),
    };
  });
}

export function readFinding(file: EngagementFile, runId: string, checkId: string): FindingHead | undefined {
  const row = findFinding(file, runId, checkId);
  return row === undefined ? undefined : fromJson(file, findingHeadSchema, row.finding);
}

/** Whole findings one after the other, for the report; objects in order of urgency. */
export async function* loadFindings(file: EngagementFile, runId: string): AsyncGenerator<Finding> {
  for (const { checkId } of listFindingRows(file, runId)) {
    const row = findFinding(file, runId, checkId);
    if (row === undefined) continue;
    const objects: Finding['objects'] = [];
    for await (const page of objectsOf(file, row.id)) objects.push(...page);
    yield { ...fromJson(file, findingHeadSchema, row.finding), objects };
  }
}

export const findFinding = (
  file: EngagementFile,
  runId: string,
  checkId: string,
): { readonly id: number; readonly finding: string } | undefined =>
  readFrom(file, (database) =>
    prepared<{ id: number; finding: string }>(
      database,
      'SELECT id, finding FROM findings WHERE run_id = ? AND check_id = ?',
    ).get(runId, checkId),
  );
