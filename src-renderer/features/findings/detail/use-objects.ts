import type { AffectedObject } from '../../../../src-shared/model/finding';
import type { Outcome } from '../../../../src-shared/model/outcome';
import { answerOf } from '../../../api/answer';
import { bridge } from '../../../api/bridge';
import { type PagedList, usePages } from '../../../api/use-pages';

/** Objects of a finding as they come into view. */
export const useObjects = (
  checkId: string,
  search: string,
  outcomes: readonly Outcome[],
  version: number,
): PagedList<AffectedObject> =>
  usePages(JSON.stringify({ checkId, search, outcomes, version }), async (range) => {
    const answer = await answerOf(bridge.findings.objects({ checkId, search, outcomes: [...outcomes], ...range }));
    return answer.ok ? { ok: true, value: { items: answer.value.objects, total: answer.value.total } } : answer;
  });
