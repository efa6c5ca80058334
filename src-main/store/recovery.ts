import type { Run, RunTarget } from '../../src-shared/model/run';
import { type EngagementFile, nextTurn, prepared, readFrom, writeTo } from './access';
import { removeBegunSets } from './review-sets';
import { readRun, saveTargets } from './runs';

/**
 * After a crash: runs that were going on become `interrupted`, ended when the last thing was stored; findings and inputs stored by halves are removed.
 * In small steps, so that it neither holds up the window nor needs much room on a nearly full disk.
 */
export async function recoverInterrupted(file: EngagementFile): Promise<void> {
  for (const { id, changed_at } of openRuns(file)) {
    const run = readRun(file, id);
    if (run !== undefined) saveTargets(file, id, stoppedTargets(run));
    writeTo(file, (database) =>
      prepared(database, "UPDATE runs SET state = 'interrupted', changed_at = ?, ended_at = ? WHERE id = ?").run(
        changed_at,
        changed_at,
        id,
      ),
    );
  }
  await removeUnshownFindings(file);
  await removeStepwise(file, removeChunk);
  writeTo(file, (database) => {
    prepared(database, 'DELETE FROM blobs WHERE complete = 0').run();
    for (const statement of removeBegunSets) prepared(database, statement).run();
  });
}

/** Removes the findings of runs that are not judged, or whose findings were replaced: nothing shows them. Not while a run is judging. */
export async function removeUnshownFindings(file: EngagementFile): Promise<void> {
  await removeStepwise(file, removeObjects);
  await removeStepwise(file, removeFinding);
  writeTo(file, (database) =>
    prepared(
      database,
      'DELETE FROM contradictions WHERE run_id IN (SELECT id FROM runs WHERE judged_at IS NULL)',
    ).run(),
  );
}

const openRuns = (file: EngagementFile) =>
  readFrom(file, (database) =>
    prepared<{ id: string; changed_at: string }>(
      database,
      "SELECT id, changed_at FROM runs WHERE state IN ('collecting', 'judging')",
    ).all(),
  );

const stoppedTargets = (run: Run): RunTarget[] =>
  run.targets
    .filter((target) => target.state === 'running')
    .map((target) => ({ ...target, state: 'cancelled', phase: 'The app stopped while this was being read.' }));

const unjudged = 'SELECT findings.id FROM findings JOIN runs ON runs.id = run_id WHERE judged_at IS NULL';

const removeObjects = `DELETE FROM finding_objects WHERE (finding_id, urgency, ordinal) IN
  (SELECT finding_id, urgency, ordinal FROM finding_objects WHERE finding_id IN (${unjudged}) LIMIT 500)`;

const removeFinding = `DELETE FROM findings WHERE id IN (${unjudged} LIMIT 20)`;

const removeChunk = `DELETE FROM blob_chunks WHERE rowid IN
  (SELECT blob_chunks.rowid FROM blob_chunks JOIN blobs ON blobs.id = blob_id WHERE complete = 0 LIMIT 1)`;

async function removeStepwise(file: EngagementFile, statement: string): Promise<void> {
  while (writeTo(file, (database) => prepared(database, statement).run()).changes > 0) await nextTurn();
}
