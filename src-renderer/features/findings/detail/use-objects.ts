import type { ListedObject } from '../../../../src-shared/ipc/findings';
import type { Outcome } from '../../../../src-shared/model/outcome';
import { answerOf } from '../../../api/answer';
import { bridge } from '../../../api/bridge';
import { type PagedList, usePages } from '../../../api/use-pages';
import { useReviews } from '../../reviews/reviews-store';

/** Objects of a finding as they come into view, with what was decided on them. */
export function useObjects(
  checkId: string,
  search: string,
  outcomes: readonly Outcome[],
  version: number,
): PagedList<ListedObject> {
  const decisions = useReviews((state) => state.version);
  return usePages(JSON.stringify({ checkId, search, outcomes, version, decisions }), async (range) => {
    const answer = await answerOf(bridge.findings.objects({ checkId, search, outcomes: [...outcomes], ...range }));
    return answer.ok ? { ok: true, value: { items: answer.value.objects, total: answer.value.total } } : answer;
  });
}
