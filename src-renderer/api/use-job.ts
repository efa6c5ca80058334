import { useCallback, useEffect, useRef, useState } from 'react';
import type { Envelope } from '../../src-shared/ipc/define';
import { answerOf } from './answer';

/** What the bridge gives for a job that was begun. */
export interface RunningJob<T> {
  readonly result: Promise<Envelope<T>>;
  readonly cancel: () => void;
}

interface JobState<P, T> {
  readonly isRunning: boolean;
  readonly progress: P | undefined;
  readonly answer: Envelope<T> | undefined;
}

export interface JobControl<P, T> extends JobState<P, T> {
  readonly start: (begin: (onProgress: (progress: P) => void) => RunningJob<T>) => Promise<Envelope<T>>;
  readonly cancel: () => void;
  /** Forgets the last answer. */
  readonly reset: () => void;
}

const idle = { isRunning: false, progress: undefined, answer: undefined } as const;

/** A job that belongs to one component: cancelled when the component goes away. */
export function useJob<P, T>(): JobControl<P, T> {
  const [state, setState] = useState<JobState<P, T>>(idle);
  const running = useRef<RunningJob<T>>(undefined);
  const start = useCallback(
    async (begin: (onProgress: (progress: P) => void) => RunningJob<T>): Promise<Envelope<T>> => {
      running.current?.cancel();
      setState({ ...idle, isRunning: true });
      const job = begin((progress) => setState((previous) => ({ ...previous, progress })));
      running.current = job;
      const answer = await answerOf(job.result);
      if (running.current === job) {
        running.current = undefined;
        setState({ isRunning: false, progress: undefined, answer });
      }
      return answer;
    },
    [],
  );
  const cancel = useCallback(() => running.current?.cancel(), []);
  const reset = useCallback(() => setState(idle), []);
  useEffect(
    () => () => {
      running.current?.cancel();
      running.current = undefined;
    },
    [],
  );
  return { ...state, start, cancel, reset };
}
