import { useEffect } from 'react';
import type { KeptAnswer } from '../../../src-shared/interview/answer';
import { useInterview } from './interview-store';

/** The answers given so far, by question; asked for the first time they are needed. */
export function useAnswers(): ReadonlyMap<string, KeptAnswer> | undefined {
  const answers = useInterview((state) => state.answers);
  const failure = useInterview((state) => state.failure);
  const load = useInterview((state) => state.load);
  const isUnknown = answers === undefined && failure === undefined;
  useEffect(() => {
    if (isUnknown) void load();
  }, [isUnknown, load]);
  return answers;
}
