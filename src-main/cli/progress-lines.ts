import type { RunProgress } from '../../src-shared/ipc/run';
import type { RunTarget } from '../../src-shared/model/run';
import type { ConsoleIo } from './console-io';

/** Prints one line for each change of a target's state and each phase of the run. */
export function progressLines(io: ConsoleIo): (progress: RunProgress) => void {
  const states = new Map<string, RunTarget['state']>();
  let phase = '';
  return (progress) => {
    for (const target of progress.targets) {
      if (states.get(target.id) === target.state || target.state === 'waiting') continue;
      states.set(target.id, target.state);
      io.err(lineOf(target));
    }
    if (progress.phase !== phase && progress.phase !== 'collecting') io.err(progress.message);
    phase = progress.phase;
  };
}

function lineOf(target: RunTarget): string {
  const line = `${target.state.padEnd(9)} ${target.title}`;
  if (target.state === 'done') return `${line} (${target.facts} facts)`;
  return target.failure === undefined ? line : `${line}: ${target.failure.message} ${target.failure.next}`;
}
