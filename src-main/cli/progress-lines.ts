import type { RunProgress } from '../../src-shared/ipc/run';
import type { RunTarget } from '../../src-shared/model/run';
import type { ConsoleIo } from './console-io';

/** Probes whose targets wait for a person: what they show while they run has to be printed, too. */
const askingProbes: ReadonlySet<string> = new Set(['entra']);

/**
 * Prints one line for each change of a target's state, each phase of the run, and what a sign-in asks a person to do. Targets carried over from an earlier run
 * are part of the picture but no news.
 */
export function progressLines(io: ConsoleIo): (progress: RunProgress) => void {
  const shown = new Map<string, string>();
  const startedAt = new Date().toISOString();
  let phase = '';
  return (progress) => {
    for (const target of progress.targets) {
      if (target.endedAt !== undefined && target.endedAt < startedAt) continue;
      const asks = target.state === 'running' && askingProbes.has(target.by);
      const news = asks ? target.phase : target.state;
      if (shown.get(target.id) === news || target.state === 'waiting') continue;
      shown.set(target.id, news);
      io.err(lineOf(target));
      if (target.endedAt !== undefined) for (const note of target.notes) io.err(`          ${note}`);
    }
    if (progress.phase !== phase && progress.phase !== 'collecting') io.err(progress.message);
    phase = progress.phase;
  };
}

function lineOf(target: RunTarget): string {
  const line = `${target.state.padEnd(9)} ${target.title}`;
  if (target.state === 'done') return `${line} (${target.facts} facts)`;
  if (target.state === 'running' && askingProbes.has(target.by)) return `${line}: ${target.phase}`;
  const read = target.state === 'partial' ? ` (${target.facts} facts)` : '';
  return target.failure === undefined ? line : `${line}${read}: ${target.failure.message} ${target.failure.next}`;
}
