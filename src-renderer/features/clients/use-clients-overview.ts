import { useEffect } from 'react';
import type { ValueOf } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { askAhead, keptAnswers } from '../../api/kept-answers';
import { type Loaded, useLoad } from '../../api/use-load';
import { useRun } from '../run/run-store';

type Overview = ValueOf<typeof bridge.clients.overview>;

const kept = keptAnswers<Overview>();
const keyOf = (version: number): string => `clients:${version}`;
const ask = () => bridge.clients.overview({});

/** Groups and chains of the clients of the latest judged run. */
export function useClientsOverview(): Loaded<Overview> {
  const version = useRun((state) => state.version);
  return useLoad(keyOf(version), ask, kept);
}

/** Has the clients read while nothing else is to do: for thousands of them the main process decrypts all their records, once for each run. */
export function useClientsAhead(isShown: boolean): void {
  const version = useRun((state) => state.version);
  useEffect(() => {
    if (!isShown) return undefined;
    const idle = requestIdleCallback(() => void askAhead(kept, keyOf(version), ask));
    return () => cancelIdleCallback(idle);
  }, [isShown, version]);
}
