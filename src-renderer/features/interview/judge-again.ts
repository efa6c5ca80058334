import { useEngagement } from '../../shell/engagement-store';
import { useRun } from '../run/run-store';

let isWaiting = false;

/** Lets the findings follow the answers: at once, or when the run that goes on has ended. Before the first run there is nothing to follow. */
export async function judgeAgain(): Promise<void> {
  const path = openPath();
  const { active } = useRun.getState();
  if (active !== null) return waitFor(path);
  if (useEngagement.getState().engagement?.lastRun === undefined) return;
  if (await useEngagement.getState().flush()) await useRun.getState().start('judge', []);
}

const openPath = (): string | undefined => useEngagement.getState().engagement?.path;

/** However many answers are given meanwhile, one judging follows. */
function waitFor(path: string | undefined): void {
  if (isWaiting) return;
  isWaiting = true;
  const stop = useRun.subscribe(({ active }) => {
    if (active !== null) return;
    stop();
    isWaiting = false;
    if (openPath() === path) void judgeAgain();
  });
}
