import type { RunProgress } from '../../../src-shared/ipc/run';

/** Two progress values of a run as one: the later state, and every target that changed in either. */
export function mergeRunProgress(earlier: RunProgress, later: RunProgress): RunProgress {
  if (earlier.runId !== later.runId) return later;
  const targets = new Map([...earlier.targets, ...later.targets].map((target) => [target.id, target]));
  return { ...later, targets: [...targets.values()] };
}
