import { create } from 'zustand';
import type { RunProgress } from '../../../src-shared/ipc/run';
import type { Run, RunTarget } from '../../../src-shared/model/run';
import type { RunChoice } from '../../../src-shared/model/run-choice';
import { answerOf, type Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { announce } from '../../shell/announcer';
import { useEngagement } from '../../shell/engagement-store';
import { progressAnnouncement } from './progress-announcement';

export type RunMode = 'new' | 'continue' | 'incomplete' | 'judge';
export interface Credential {
  readonly source: string;
  readonly password: string;
}

interface ActiveRun {
  readonly phase: RunProgress['phase'];
  readonly message: string;
  readonly done: number;
  readonly total: number;
  readonly isCancelling: boolean;
}

interface RunState {
  /** The run that goes on now. */
  readonly active: ActiveRun | null;
  /** Rows of the run that goes on, else of the latest one, by target id in order of appearance. */
  readonly targets: ReadonlyMap<string, RunTarget>;
  /** The latest run that ended; `undefined` until it was asked for. */
  readonly latest: Run | null | undefined;
  readonly failure: Failure | undefined;
  /** Rises whenever findings may have changed; screens reload on it. */
  readonly version: number;
  readonly loadLatest: () => Promise<void>;
  readonly start: (mode: RunMode, credentials: readonly Credential[], choice?: RunChoice) => Promise<void>;
  readonly importPaths: (paths: readonly string[]) => Promise<void>;
  /** Text of `dsregcmd /status` under the name of its client. */
  readonly paste: (name: string, text: string) => Promise<void>;
  readonly cancel: () => void;
  /** Another engagement was opened. */
  readonly clear: () => void;
}

type Job = ReturnType<typeof bridge.run.start>;
let cancelJob: (() => void) | undefined;

const byId = (targets: readonly RunTarget[]): ReadonlyMap<string, RunTarget> =>
  new Map(targets.map((target) => [target.id, target]));

/** Outlives the run screen, so that a run goes on while other screens are looked at. */
export const useRun = create<RunState>()((set, get) => {
  const take = (progress: RunProgress): void => {
    const before = get().active;
    if (before === null) return;
    const spoken = progressAnnouncement(before, progress);
    if (spoken !== undefined) announce(spoken);
    const { phase, message, done, total } = progress;
    set({
      active: { ...before, phase, message, done, total },
      targets: progress.targets.length === 0 ? get().targets : new Map([...get().targets, ...byId(progress.targets)]),
    });
  };

  const follow = async (begin: (onProgress: (progress: RunProgress) => void) => Job, words: string): Promise<void> => {
    if (get().active !== null) return;
    const active = { phase: 'collecting', message: words, done: 0, total: 0, isCancelling: false } as const;
    set({ active, targets: new Map(), failure: undefined });
    announce(words);
    const job = begin(take);
    cancelJob = job.cancel;
    const answer = await answerOf(job.result);
    cancelJob = undefined;
    if (answer.ok)
      set({ active: null, latest: answer.value, targets: byId(answer.value.targets), version: get().version + 1 });
    else set({ active: null, failure: answer.error, version: get().version + 1 });
    announce(
      answer.ok
        ? 'The run has ended. What was collected is stored and judged.'
        : `The run stopped. ${answer.error.message}`,
    );
    if (!answer.ok) await get().loadLatest();
    await useEngagement.getState().refresh();
  };

  return {
    active: null,
    targets: new Map(),
    latest: undefined,
    failure: undefined,
    version: 0,
    loadLatest: async () => {
      const answer = await answerOf(bridge.run.latest({}));
      if (get().active !== null) return;
      if (answer.ok) set({ latest: answer.value.run, targets: byId(answer.value.run?.targets ?? []) });
      else set({ latest: null, failure: answer.error });
    },
    start: (mode, credentials, choice) =>
      follow(
        (onProgress) => bridge.run.start({ mode, credentials: [...credentials], choice }, onProgress),
        mode === 'judge' ? 'Judging what was collected' : 'The run has started',
      ),
    importPaths: (paths) =>
      follow(
        (onProgress) => bridge.run.import({ paths: [...paths] }, onProgress),
        `Reading ${paths.length} dropped items`,
      ),
    paste: (name, text) =>
      follow((onProgress) => bridge.clients.paste({ name, text }, onProgress), `Reading what ${name} printed`),
    cancel: () => {
      const { active } = get();
      if (active === null) return;
      set({ active: { ...active, isCancelling: true } });
      cancelJob?.();
    },
    clear: () =>
      set({ active: null, targets: new Map(), latest: undefined, failure: undefined, version: get().version + 1 }),
  };
});
