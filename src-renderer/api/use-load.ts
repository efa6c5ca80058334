import { useCallback, useEffect, useRef, useState } from 'react';
import type { Envelope } from '../../src-shared/ipc/define';
import { answerOf, type Failure } from './answer';
import { type KeptAnswers, keepAnswer } from './kept-answers';

export interface Loaded<T> {
  /** Stays while a newer value is on its way, so that nothing flickers. */
  readonly value: T | undefined;
  readonly failure: Failure | undefined;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

type State<T> = Omit<Loaded<T>, 'reload'>;

/**
 * Asks the main process and keeps the answer. Asks again when `key` changes (it must name everything `load` depends on) or on `reload`.
 * An answer that arrives after a newer question is dropped. With `kept` a screen begins with the answer it had for `key` when it was left.
 */
export function useLoad<T>(key: string, load: () => Promise<Envelope<T>>, kept?: KeptAnswers<T>): Loaded<T> {
  const [state, setState] = useState<State<T>>({ value: kept?.get(key), failure: undefined, isLoading: true });
  const [attempt, setAttempt] = useState(0);
  const latestLoad = useRef(load);
  latestLoad.current = load;

  // biome-ignore lint/correctness/useExhaustiveDependencies: key and attempt are what asks anew; load is a new function at every render
  useEffect(() => {
    let isCurrent = true;
    setState((previous) => ({ ...previous, isLoading: true }));
    void answerOf(latestLoad.current()).then((answer) => {
      if (!isCurrent) return;
      const value = answer.ok && kept !== undefined ? keepAnswer(kept, key, answer.value) : undefined;
      setState((previous) =>
        answer.ok
          ? { value: value ?? answer.value, failure: undefined, isLoading: false }
          : { value: previous.value, failure: answer.error, isLoading: false },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [key, attempt, kept]);

  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  return { ...state, reload };
}
