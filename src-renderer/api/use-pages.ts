import { useCallback, useEffect, useRef, useState } from 'react';
import type { Envelope } from '../../src-shared/ipc/define';
import { answerOf, type Failure } from './answer';

const pageSize = 200;

interface Pages<T> {
  readonly total: number | undefined;
  readonly pages: ReadonlyMap<number, readonly T[]>;
  readonly failure: Failure | undefined;
}

interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface PagedList<T> {
  /** Undefined until the first page is there. */
  readonly total: number | undefined;
  readonly failure: Failure | undefined;
  /** Undefined while its page is on the way. */
  readonly itemAt: (index: number) => T | undefined;
  /** Makes sure that the items from one index to another are on their way. */
  readonly need: (from: number, to: number) => void;
  readonly retry: () => void;
}

/** A long list, a page of 200 at a time, fetched as it comes into view. A new `query` (it must name everything `load` depends on) starts anew. */
export function usePages<T>(
  query: string,
  load: (range: { readonly offset: number; readonly limit: number }) => Promise<Envelope<Page<T>>>,
): PagedList<T> {
  const [state, setState] = useState<Pages<T>>({ total: undefined, pages: new Map(), failure: undefined });
  const asked = useRef({ query: '', pages: new Set<number>() });
  const latestLoad = useRef(load);
  latestLoad.current = load;

  const request = useCallback(
    async (page: number): Promise<void> => {
      if (asked.current.query !== query) asked.current = { query, pages: new Set() };
      if (asked.current.pages.has(page)) return;
      asked.current.pages.add(page);
      const answer = await answerOf(latestLoad.current({ offset: page * pageSize, limit: pageSize }));
      if (asked.current.query !== query) return;
      if (!answer.ok) asked.current.pages.delete(page);
      setState((previous) =>
        answer.ok
          ? {
              total: answer.value.total,
              pages: new Map([...(page === 0 ? [] : previous.pages), [page, answer.value.items]]),
              failure: undefined,
            }
          : { ...previous, failure: answer.error },
      );
    },
    [query],
  );

  useEffect(() => {
    void request(0);
  }, [request]);

  return {
    total: state.total,
    failure: state.failure,
    itemAt: (index) => state.pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    need: (from, to) => {
      for (let page = Math.floor(from / pageSize); page <= Math.floor(to / pageSize); page += 1) void request(page);
    },
    retry: () => void request(0),
  };
}
