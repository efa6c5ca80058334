import type { FindingFilter } from '../../../src-shared/ipc/findings';
import type { ValueOf } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { keptAnswers } from '../../api/kept-answers';
import { type Loaded, useLoad } from '../../api/use-load';
import { useReviews } from '../reviews/reviews-store';
import { useRun } from '../run/run-store';
import type { Sort } from './findings-store';

type ListedFindings = ValueOf<typeof bridge.findings.list>;

const kept = keptAnswers<ListedFindings>();

/** Findings of the latest judged run that match, sorted. Overview and list ask the same of all of them, so the second shows them at once. */
export function useListedFindings(filter: FindingFilter, sort: Sort): Loaded<ListedFindings> {
  const version = useRun((state) => state.version);
  const decisions = useReviews((state) => state.version);
  const key = JSON.stringify({ filter, sort, version, decisions });
  return useLoad(key, () => bridge.findings.list({ filter, sort }), kept);
}
