import {
  fingerprintOf,
  type Judged,
  type Review,
  reviewState,
  type StatedReview,
  setState,
} from '../../../src-shared/model/review';
import type { EngagementFile } from '../../store/engagement-file';
import { findObject } from '../../store/finding-objects';
import { readFinding } from '../../store/findings';
import type { ReviewKey } from '../../store/reviews';
import { latestRunId } from '../../store/runs';
import { objectsNow } from './object-decisions';

export interface JudgedNow extends Judged {
  /** Of an object. */
  readonly name?: string;
}

/** What the latest judged run says of a finding or of one of its objects; undefined when it says nothing. */
export function judgedNow(
  file: EngagementFile,
  { checkId, objectId }: ReviewKey,
  runId = latestRunId(file),
): JudgedNow | undefined {
  if (runId === undefined) return undefined;
  if (objectId !== undefined) {
    const object = findObject(file, runId, checkId, objectId);
    return object && { outcome: object.outcome, fingerprint: object.outcome, name: object.name };
  }
  const finding = readFinding(file, runId, checkId);
  return finding && { outcome: finding.outcome, fingerprint: fingerprintOf(finding) };
}

/** Decisions with whether they hold today. */
export async function statedReviews(
  file: EngagementFile,
  reviews: readonly Review[],
  today = new Date().toISOString().slice(0, 10),
): Promise<StatedReview[]> {
  const runId = latestRunId(file);
  const now = await objectsNow(file);
  return reviews.map((review) => {
    const { checkId, objectId, set } = review;
    if (set !== undefined) {
      const counts = now.sets.get(set.number) ?? { unchanged: 0, changed: 0 };
      return { review, state: setState(review, counts, today), counts };
    }
    if (objectId === undefined)
      return { review, state: reviewState(review, judgedNow(file, { checkId }, runId), today) };
    const outcome = now.outcomeOf(checkId, objectId);
    return { review, state: reviewState(review, outcome && { outcome, fingerprint: outcome }, today) };
  });
}
