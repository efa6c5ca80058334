import { useCallback, useEffect, useRef, useState } from 'react';
import type { AffectedObject } from '../../../../src-shared/model/finding';
import type { Outcome } from '../../../../src-shared/model/outcome';
import { answerOf, type Failure } from '../../../api/answer';
import { bridge } from '../../../api/bridge';

const pageSize = 200;

interface Pages {
  readonly total: number | undefined;
  readonly pages: ReadonlyMap<number, readonly AffectedObject[]>;
  readonly failure: Failure | undefined;
}

const nothing: Pages = { total: undefined, pages: new Map(), failure: undefined };

/** Objects of a finding, a page of 200 at a time, fetched as they come into view. A new search or filter starts anew. */
export function useObjects(checkId: string, search: string, outcomes: readonly Outcome[], version: number) {
  const query = JSON.stringify({ checkId, search, outcomes, version });
  const [state, setState] = useState(nothing);
  const asked = useRef({ query: '', pages: new Set<number>() });

  // biome-ignore lint/correctness/useExhaustiveDependencies: query holds the others
  const request = useCallback(
    async (page: number): Promise<void> => {
      if (asked.current.query !== query) asked.current = { query, pages: new Set() };
      if (asked.current.pages.has(page)) return;
      asked.current.pages.add(page);
      const answer = await answerOf(
        bridge.findings.objects({ checkId, search, outcomes: [...outcomes], offset: page * pageSize, limit: pageSize }),
      );
      if (asked.current.query !== query) return;
      if (!answer.ok) asked.current.pages.delete(page);
      setState((previous) =>
        answer.ok
          ? {
              total: answer.value.total,
              pages: new Map([...(page === 0 ? [] : previous.pages), [page, answer.value.objects]]),
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

  const objectAt = (index: number): AffectedObject | undefined =>
    state.pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  /** Makes sure that the objects from one index to another are on their way. */
  const need = (from: number, to: number): void => {
    for (let page = Math.floor(from / pageSize); page <= Math.floor(to / pageSize); page += 1) void request(page);
  };
  return { total: state.total, failure: state.failure, objectAt, need, retry: () => void request(0) };
}
