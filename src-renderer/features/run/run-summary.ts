import type { Run, RunTarget } from '../../../src-shared/model/run';
import { partOf, quantity } from '../../text/quantity';
import { timeOfDay } from '../../text/time';

interface TargetCounts {
  readonly done: number;
  /** Read, and not all of it. */
  readonly partial: number;
  readonly failed: number;
  readonly total: number;
}

const countTargets = (targets: readonly RunTarget[]): TargetCounts => ({
  done: targets.filter((target) => target.state === 'done').length,
  partial: targets.filter((target) => target.state === 'partial').length,
  failed: targets.filter((target) => target.state === 'failed').length,
  total: targets.length,
});

/** When a run without an end was last seen at work: the newest time of its targets. */
function lastSign(run: Run): string {
  const times = run.targets
    .flatMap((target) => [target.endedAt, target.startedAt])
    .filter((time) => time !== undefined);
  return [run.endedAt ?? run.startedAt, ...times].sort().at(-1) ?? run.startedAt;
}

/** How a run ended, in a sentence with its numbers. */
export function runSentence(run: Run): string {
  const { done, partial, failed, total } = countTargets(run.targets);
  const facts = run.targets.reduce((sum, target) => sum + target.facts, 0);
  const kept = `${quantity(facts, 'fact')} stored, in ${quantity(run.evidenceCount, 'record')} of evidence.`;
  switch (run.state) {
    case 'collecting':
    case 'judging':
    case 'interrupted':
      return `${partOf(done, total)} targets were collected before the app stopped at ${timeOfDay(lastSign(run))}. ${kept}`;
    case 'cancelled':
      return `Cancelled after ${partOf(done, total)} targets. Nothing is lost: ${kept}`;
    case 'failed':
      return `The run failed after ${partOf(done, total)} targets. ${kept}`;
    case 'done':
      if (total === 0) return `What was there was judged; nothing was read. ${kept}`;
      if (failed === 0 && partial === 0) return `All ${total} targets were read and judged. ${kept}`;
      return `${[
        `${partOf(done, total)} targets were read and judged`,
        ...(partial === 0 ? [] : [`${partial} in part`]),
        ...(failed === 0 ? [] : [`${failed} could not be read`]),
      ].join('; ')}. ${kept}`;
  }
}

/** A run that the app did not finish: it can go on where it stopped. `collecting` in a stored run means the same as `interrupted`. */
export const isCutShort = (run: Run): boolean =>
  run.state === 'interrupted' || run.state === 'collecting' || run.state === 'judging';
