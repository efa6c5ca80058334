import type { ListedFinding } from '../../../src-shared/ipc/findings';
import { isRaisedAgain, standingOf, undecided } from '../../../src-shared/model/decision-standing';
import type { StatedReview } from '../../../src-shared/model/review';
import type { EngagementFile } from '../../store/engagement-file';
import { listFindingRows } from '../../store/findings';
import { listReviews } from '../../store/reviews';
import { latestJudgement } from '../../store/runs';
import { statedReviews } from '../reviews/judged-now';

/** Findings of the latest judged run with where they stand, and how much waits for a decision. */
export async function listedFindings(file: EngagementFile) {
  const runId = latestJudgement(file)?.runId;
  const reviews = await statedReviews(file, listReviews(file));
  const byCheck = new Map<string, StatedReview[]>();
  for (const stated of reviews) {
    const known = byCheck.get(stated.review.checkId);
    if (known === undefined) byCheck.set(stated.review.checkId, [stated]);
    else known.push(stated);
  }
  const rows: ListedFinding[] = (runId === undefined ? [] : await listFindingRows(file, runId)).map((row) => ({
    ...row,
    standing: standingOf(row.outcome, byCheck.get(row.checkId) ?? [], row.affectedCount),
  }));
  return {
    rows,
    undecided: rows.filter(({ standing }) => undecided.includes(standing)).length,
    decisionsRaisedAgain: reviews.filter(isRaisedAgain).length,
  };
}
