import { randomUUID } from 'node:crypto';
import type { RunProgress } from '../../../src-shared/ipc/run';
import { instantOf } from '../../../src-shared/model/assess-instant';
import type { EngagementDraft } from '../../../src-shared/model/engagement';
import { AppError } from '../../../src-shared/model/error';
import type { Collector } from '../../../src-shared/model/evidence';
import type { Run } from '../../../src-shared/model/run';
import type { RunChoice } from '../../../src-shared/model/run-choice';
import type { HostSupervisor } from '../../host/supervisor';
import { readDraft } from '../../store/draft';
import type { EngagementFile } from '../../store/engagement-file';
import { recoverInterrupted, removeUnshownFindings } from '../../store/recovery';
import { createRun, endRun, latestRun, readRun } from '../../store/runs';
import { type CollectionEnd, collect, hasWork } from './collect';
import { judge } from './judge';
import { type CollectionPlan, planCollection, type RunMode } from './run-plan';
import { RunTracker } from './run-tracker';

export interface AssessmentRequest {
  readonly file: EngagementFile;
  readonly host: HostSupervisor;
  readonly mode: RunMode;
  /** For mode `import`: which of the draft's imports to read. */
  readonly importPaths?: readonly string[];
  /** For mode `new`: what is read anew; everything when absent. */
  readonly choice?: RunChoice | undefined;
  /** Passwords by source id; handed to the host, never stored. */
  readonly credentials: readonly { readonly source: string; readonly password: string }[];
  readonly collector: Collector;
  readonly catalogueVersion: string;
  /** Shows a sign-in page of Microsoft Entra ID in a browser of this computer; only addresses that `signInAddress` accepts are given to it. */
  readonly openAddress?: (url: string) => void;
  /** Every change as it happens; for a window the router holds it back to ten a second. */
  readonly onProgress: (progress: RunProgress) => void;
  /** Abort to stop collecting: everything collected is kept and judged, and the run ends as `cancelled`. */
  readonly signal: AbortSignal;
}

/**
 * The run of window and command line: collects into the engagement, judges what is there and stores the findings.
 *
 * Scope, sources and the instant to judge at come from the stored draft. When the assessment host stops while collecting, open targets fail with that
 * reason, the rest is judged and the run ends as `failed`; it can be continued.
 * @throws AppError of the store (`disk-full` …: the run stays as it is and can be continued), or of the host when judging itself fails
 */
export async function runAssessment(request: AssessmentRequest): Promise<Run> {
  const { file, signal } = request;
  const draft = readDraft(file);
  const run = begin(request, draft);
  const end = await collectOrInterrupt(request, run, draft);
  const state = stateAfter(end);
  try {
    await removeUnshownFindings(file); // replaced by the run before; whoever was reading them has ended since
    const judgedAsOf = await judge({
      file,
      runId: run.id,
      host: request.host,
      tracker: run.tracker,
      scope: draft.scope,
      asOf: instantOf(draft),
      collector: request.collector,
      signal: end.kind === 'cancelled' ? undefined : signal,
    });
    const replacesFindings = !hasWork(run.plan);
    endRun(file, run.id, judgedAsOf === undefined ? { state: 'cancelled' } : { state, judgedAsOf, replacesFindings });
  } catch (error) {
    endAsFailed(file, run.id);
    throw error;
  }
  run.tracker.show('done', 'Finished');
  return finished(file, run.id);
}

/** What stops the collection as a whole (full disk, closing app) leaves a run that can be continued. */
async function collectOrInterrupt(
  request: AssessmentRequest,
  run: BegunRun,
  draft: EngagementDraft,
): Promise<CollectionEnd> {
  try {
    return await collect(request, run.plan, draft.scope, run.tracker, run.id);
  } catch (error) {
    await recoverInterrupted(request.file).catch(() => undefined); // done again when the file is opened next
    throw error;
  }
}

interface BegunRun {
  readonly id: string;
  readonly plan: CollectionPlan;
  readonly tracker: RunTracker;
}

function begin(request: AssessmentRequest, draft: EngagementDraft): BegunRun {
  const { file, mode, importPaths, choice, catalogueVersion, onProgress } = request;
  const id = randomUUID();
  const plan = planCollection(mode, draft, latestRun(file), importPaths, choice);
  createRun(file, {
    id,
    startedAt: new Date().toISOString(),
    catalogueVersion,
    plan: { scope: draft.scope, live: plan.live, imports: [...plan.imports] },
    targets: plan.carried,
  });
  const tracker = new RunTracker(file, id, plan.carried, onProgress);
  tracker.start();
  return { id, plan, tracker };
}

/** On a full disk even this cannot be stored; the run is then interrupted, which the next opening finds out. */
function endAsFailed(file: EngagementFile, runId: string): void {
  try {
    endRun(file, runId, { state: 'failed' });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

function stateAfter(end: CollectionEnd): 'done' | 'cancelled' | 'failed' {
  switch (end.kind) {
    case 'complete':
      return 'done';
    case 'cancelled':
      return 'cancelled';
    case 'host-failed':
      return 'failed';
  }
}

function finished(file: EngagementFile, runId: string): Run {
  const run = readRun(file, runId);
  if (run === undefined) throw new Error(`Run ${runId} is gone`);
  return run;
}
