import type Database from 'better-sqlite3';
import { type AffectedObject, type Finding, type FindingRow, findingSchema } from '../../src-shared/model/finding';
import type { Outcome } from '../../src-shared/model/outcome';
import { type EngagementFile, fromJson, nextTurn, prepared, readFrom, writeTo } from './access';
import { type ObjectIdentity, objectIdentitiesOf, objectsOf } from './every-finding-object';
import { insertObjects } from './finding-objects';
import { type ChosenObjects, chosenObjects, type ObjectChoice } from './some-finding-objects';

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
    await nextTurn(); // also a finding without objects may name thousands of records
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

/** Rows read in one go: some milliseconds, also where each names thousands of records. */
const rowsPerPage = 20;

interface RowColumns {
  readonly id: number;
  readonly finding: string;
  readonly object_count: number;
  readonly affected_count: number;
}

/** All findings of a run, one row a check, in the order they were judged. */
export async function listFindingRows(file: EngagementFile, runId: string): Promise<FindingRow[]> {
  const rows: FindingRow[] = [];
  for (let after: number | undefined = 0; after !== undefined; await nextTurn()) {
    const page: readonly RowColumns[] = readRows(file, runId, after);
    rows.push(...page.map((columns) => toRow(file, columns)));
    after = page.length < rowsPerPage ? undefined : page.at(-1)?.id;
  }
  return rows;
}

/** Without what a list does not show: the ids of thousands of records would take most of the time. */
const readRows = (file: EngagementFile, runId: string, after: number): readonly RowColumns[] =>
  readFrom(file, (database) =>
    prepared<RowColumns>(
      database,
      `SELECT id, json_remove(finding, '$.evidenceIds', '$.observations') AS finding, object_count, affected_count
       FROM findings WHERE run_id = ? AND id > ? ORDER BY id LIMIT ${rowsPerPage}`,
    ).all(runId, after),
  );

const rowHeadSchema = findingHeadSchema.omit({ evidenceIds: true, observations: true });

function toRow(file: EngagementFile, columns: RowColumns): FindingRow {
  const head = fromJson(file, rowHeadSchema, columns.finding);
  const { checkId, area, step, title, outcome, severity, unknownReason, summary, attested } = head;
  return {
    ...{ checkId, area, step, title, outcome, severity, summary },
    ...{ objectCount: columns.object_count, affectedCount: columns.affected_count },
    ...(unknownReason === undefined ? {} : { unknownReason }),
    ...(attested === undefined ? {} : { attested }),
  };
}

export function readFinding(file: EngagementFile, runId: string, checkId: string): FindingHead | undefined {
  const row = findFinding(file, runId, checkId);
  return row === undefined ? undefined : fromJson(file, findingHeadSchema, row.finding);
}

/** In the order they were judged. */
const checkIdsOf = (file: EngagementFile, runId: string): readonly string[] =>
  readFrom(file, (database) =>
    prepared<{ check_id: string }>(database, 'SELECT check_id FROM findings WHERE run_id = ? ORDER BY id').all(runId),
  ).map(({ check_id }) => check_id);

/** Findings one after the other, for the report; objects in order of urgency, all of them unless `choose` says which. */
export async function* loadFindings(
  file: EngagementFile,
  runId: string,
  choose?: (finding: FindingHead) => ObjectChoice,
): AsyncGenerator<Finding & Partial<ChosenObjects>> {
  for (const checkId of checkIdsOf(file, runId)) {
    const row = findFinding(file, runId, checkId);
    if (row === undefined) continue;
    const head = fromJson(file, findingHeadSchema, row.finding);
    if (choose !== undefined) {
      yield { ...head, ...chosenObjects(file, row.id, choose(head)) };
      continue;
    }
    const objects: Finding['objects'] = [];
    for await (const page of objectsOf(file, row.id)) objects.push(...page);
    yield { ...head, objects };
  }
}

/** A finding with who its objects are and how they were judged. */
export interface ComparableFinding extends FindingHead {
  readonly objects: readonly ObjectIdentity[];
}

/** What a comparison needs of the findings of a run. Keeps its thread busy: for one of its own. */
export async function* comparableFindings(file: EngagementFile, runId: string): AsyncGenerator<ComparableFinding> {
  for (const checkId of checkIdsOf(file, runId)) {
    const row = findFinding(file, runId, checkId);
    if (row === undefined) continue;
    const objects: ObjectIdentity[] = [];
    for (const page of objectIdentitiesOf(file, row.id)) objects.push(...page);
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
