import type { EngagementDraft, ImportPath } from '../../../src-shared/model/engagement';
import { type LiveSources, noLiveSources } from '../../../src-shared/model/plan';
import { isIncomplete, type Run, type RunTarget } from '../../../src-shared/model/run';
import { chosenSources, type RunChoice } from '../../../src-shared/model/run-choice';

/**
 * `new`: everything chosen, or a part of it with the rest kept; `continue`: all but what the last run finished; `failed`: only what failed in it; `import`: only the given files;
 * `judge`: nothing, judge what is there.
 */
export type RunMode = 'new' | 'continue' | 'incomplete' | 'import' | 'judge';

/** What a run collects, as it follows from the mode and the run before. */
export interface CollectionPlan {
  readonly live: LiveSources;
  readonly imports: readonly ImportPath[];
  /** Ids of targets that are not visited. */
  readonly skip: readonly string[];
  /** Rows of the run before that stay part of the picture. */
  readonly carried: readonly RunTarget[];
}

export function planCollection(
  mode: RunMode,
  draft: EngagementDraft,
  previous: Run | undefined,
  importPaths: readonly string[] = [],
  choice?: RunChoice,
): CollectionPlan {
  const before = previous?.targets ?? [];
  const chosen = { live: draft.live, imports: draft.imports };
  switch (mode) {
    case 'new':
      return choice === undefined
        ? { ...chosen, skip: [], carried: [] }
        : { ...chosenSources(draft, choice), skip: [], carried: before.map(kept) };
    case 'continue':
      return { ...chosen, ...leaveOut(before.filter((target) => target.state === 'done')) };
    case 'incomplete':
      return { ...chosen, ...leaveOut(before.filter((target) => !isIncomplete(target))) };
    case 'import':
      return {
        live: noLiveSources,
        imports: importPaths.map(
          (path) => draft.imports.find((entry) => entry.path === path) ?? { path, addedAt: new Date().toISOString() },
        ),
        skip: [],
        carried: before.map(kept),
      };
    case 'judge':
      return { live: noLiveSources, imports: [], skip: [], carried: before.map(settled) };
  }
}

const leaveOut = (targets: readonly RunTarget[]): Pick<CollectionPlan, 'skip' | 'carried'> => ({
  skip: targets.map((target) => target.id),
  carried: targets.map(settled),
});

/** A row of an earlier run that this one may not visit: it says since when what is known of it stands. A visit replaces the row. */
function kept(target: RunTarget): RunTarget {
  const row = settled(target);
  const keptFrom = row.keptFrom ?? row.endedAt;
  return (row.state === 'done' || row.state === 'partial') && keptFrom !== undefined ? { ...row, keptFrom } : row;
}

/** A row that nothing will happen to any more. */
function settled(target: RunTarget): RunTarget {
  if (target.state !== 'waiting' && target.state !== 'running') return target;
  return { ...target, state: 'cancelled', phase: 'Not collected' };
}
