import type Database from 'better-sqlite3';
import { z } from 'zod';
import { importPathSchema } from '../../src-shared/model/engagement';
import { liveSourcesSchema } from '../../src-shared/model/plan';
import { type Run, type RunTarget, runStates, runTargetSchema } from '../../src-shared/model/run';
import { scopeSchema } from '../../src-shared/model/scope';
import { type EngagementFile, fromJson, prepared, readFrom, writeTo } from './access';

/** What was agreed to when a run was started: its scope, the systems contacted and the files read. */
export const runPlanSchema = z.strictObject({
  scope: scopeSchema,
  live: liveSourcesSchema,
  imports: z.array(importPathSchema),
});
export type RunPlan = z.infer<typeof runPlanSchema>;

/** A run whose findings are complete. */
export interface Judgement {
  readonly runId: string;
  /** The instant the evidence was judged at. */
  readonly judgedAsOf: string;
  readonly catalogueVersion: string;
  readonly plan: RunPlan;
}

interface RunRow {
  readonly id: string;
  readonly state: string;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly catalogue_version: string;
  readonly evidence_count: number;
}

const stateSchema = z.enum(runStates);
const now = (): string => new Date().toISOString();

const runColumns = `SELECT id, state, started_at, ended_at, catalogue_version,
  (SELECT count(*) FROM evidence WHERE evidence.run_id = runs.id) AS evidence_count FROM runs`;

export interface NewRun {
  readonly id: string;
  readonly startedAt: string;
  readonly catalogueVersion: string;
  readonly plan: RunPlan;
  /** Carried over from the run before, when this one continues it. */
  readonly targets: readonly RunTarget[];
}

export function createRun(file: EngagementFile, run: NewRun): void {
  writeTo(file, (database) => {
    prepared(
      database,
      "INSERT INTO runs (id, state, started_at, changed_at, catalogue_version, plan) VALUES (?, 'collecting', ?, ?, ?, ?)",
    ).run(run.id, run.startedAt, run.startedAt, run.catalogueVersion, JSON.stringify(run.plan));
    for (const target of run.targets) putTarget(database, run.id, target);
  });
}

/** Stores the state of targets, new or known by id. */
export function saveTargets(file: EngagementFile, runId: string, targets: readonly RunTarget[]): void {
  if (targets.length === 0) return;
  writeTo(file, (database) => {
    for (const target of targets) putTarget(database, runId, target);
    touchRun(database, runId);
  });
}

function putTarget(database: Database.Database, runId: string, target: RunTarget): void {
  prepared(
    database,
    `INSERT INTO run_targets (run_id, target_id, ordinal, state, target)
     VALUES (@runId, @id, (SELECT count(*) FROM run_targets WHERE run_id = @runId), @state, @target)
     ON CONFLICT (run_id, target_id) DO UPDATE SET state = excluded.state, target = excluded.target`,
  ).run({ runId, id: target.id, state: target.state, target: JSON.stringify(target) });
}

/** Notes that something of the run was stored just now: where it stopped, should it be interrupted. */
export function touchRun(database: Database.Database, runId: string): void {
  prepared(database, 'UPDATE runs SET changed_at = ? WHERE id = ?').run(now(), runId);
}

export function startJudging(file: EngagementFile, runId: string): void {
  writeTo(file, (database) =>
    prepared(database, "UPDATE runs SET state = 'judging', changed_at = ? WHERE id = ?").run(now(), runId),
  );
}

export interface RunEnd {
  readonly state: 'done' | 'cancelled' | 'failed';
  /** The instant it was judged at; with it the findings become the ones shown. */
  readonly judgedAsOf?: string;
  /** Of a run that collected nothing: its findings take the place of those of a run before that collected nothing either, with the same scope and catalogue. */
  readonly replacesFindings?: boolean;
}

/** Ends a run. What is replaced stays in the history as a run whose findings are not kept; `removeUnshownFindings` removes them before the next judging. */
export function endRun(file: EngagementFile, runId: string, end: RunEnd): void {
  const at = now();
  const judged = end.judgedAsOf === undefined ? [null, null] : [end.judgedAsOf, at];
  writeTo(file, (database) => {
    if (end.judgedAsOf !== undefined && end.replacesFindings === true)
      prepared(database, replaceFindings).run({ runId });
    prepared(
      database,
      'UPDATE runs SET state = ?, changed_at = ?, ended_at = ?, judged_as_of = ?, judged_at = ? WHERE id = ?',
    ).run(end.state, at, at, ...judged, runId);
  });
}

const replaceFindings = `UPDATE runs SET judged_at = NULL
  WHERE id = (SELECT id FROM runs WHERE judged_at IS NOT NULL AND id <> @runId ORDER BY ordinal DESC LIMIT 1)
    AND (plan, catalogue_version) = (SELECT plan, catalogue_version FROM runs WHERE id = @runId)`;

export function latestRun(file: EngagementFile): Run | undefined {
  const row = readFrom(file, (database) =>
    prepared<RunRow>(database, `${runColumns} ORDER BY ordinal DESC LIMIT 1`).get(),
  );
  return row === undefined ? undefined : toRun(file, row);
}

export function readRun(file: EngagementFile, runId: string): Run | undefined {
  const row = readFrom(file, (database) => prepared<RunRow>(database, `${runColumns} WHERE id = ?`).get(runId));
  return row === undefined ? undefined : toRun(file, row);
}

/** Of {@link latestJudgement} the id alone, for what is asked at every key. */
export const latestRunId = (file: EngagementFile): string | undefined =>
  readFrom(file, (database) =>
    prepared<{ id: string }>(
      database,
      'SELECT id FROM runs WHERE judged_at IS NOT NULL ORDER BY ordinal DESC LIMIT 1',
    ).get(),
  )?.id;

/** The run whose findings are shown: the latest that was judged to the end. */
export function latestJudgement(file: EngagementFile): Judgement | undefined {
  const row = readFrom(file, (database) =>
    prepared<{ id: string; judged_as_of: string; catalogue_version: string; plan: string }>(
      database,
      'SELECT id, judged_as_of, catalogue_version, plan FROM runs WHERE judged_at IS NOT NULL ORDER BY ordinal DESC LIMIT 1',
    ).get(),
  );
  if (row === undefined) return undefined;
  return {
    runId: row.id,
    judgedAsOf: row.judged_as_of,
    catalogueVersion: row.catalogue_version,
    plan: fromJson(file, runPlanSchema, row.plan),
  };
}

/** Absolute paths of the files and folders that were imported in any run. */
export function importedPaths(file: EngagementFile): readonly string[] {
  const rows = readFrom(file, (database) =>
    prepared<{ plan: string }>(database, 'SELECT DISTINCT plan FROM runs').all(),
  );
  const paths = rows.flatMap(({ plan }) => fromJson(file, runPlanSchema, plan).imports.map(({ path }) => path));
  return [...new Set(paths)];
}

function toRun(file: EngagementFile, row: RunRow): Run {
  return {
    id: row.id,
    startedAt: row.started_at,
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
    state: fromJson(file, stateSchema, JSON.stringify(row.state)),
    targets: readTargets(file, row.id),
    evidenceCount: row.evidence_count,
    catalogueVersion: row.catalogue_version,
  };
}

function readTargets(file: EngagementFile, runId: string): RunTarget[] {
  return readFrom(file, (database) =>
    prepared<{ target: string }>(database, 'SELECT target FROM run_targets WHERE run_id = ? ORDER BY ordinal').all(
      runId,
    ),
  ).map((row) => fromJson(file, runTargetSchema, row.target));
}
