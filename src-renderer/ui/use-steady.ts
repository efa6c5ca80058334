import { useCallback, useRef } from 'react';

/** The same function at every render, which calls the latest one: for rows that are drawn anew only when what they are given changes. */
export function useSteady<Arguments extends readonly unknown[]>(
  latest: (...given: Arguments) => void,
): (...given: Arguments) => void {
  const current = useRef(latest);
  current.current = latest;
  return useCallback((...given: Arguments) => current.current(...given), []);
}
