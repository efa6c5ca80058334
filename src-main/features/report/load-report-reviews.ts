import type { ReportReview } from '../../../src-shared/report/report-review';
import type { EngagementFile } from '../../store/engagement-file';
import { objectsOfSet } from '../../store/review-sets';
import { listReviews } from '../../store/reviews';
import { statedReviews } from '../reviews/judged-now';

/** Every decision with whether it holds on that day (ISO 8601 date), those on many objects with their identities. */
export async function loadReportReviews(file: EngagementFile, day: string): Promise<ReportReview[]> {
  const reviews: ReportReview[] = [];
  for (const stated of await statedReviews(file, listReviews(file), day)) {
    const { set } = stated.review;
    reviews.push(set === undefined ? stated : { ...stated, objects: await identitiesOf(file, set.number) });
  }
  return reviews;
}

async function identitiesOf(file: EngagementFile, set: number): Promise<string[]> {
  const identities: string[] = [];
  for await (const objects of objectsOfSet(file, set)) for (const { id } of objects) identities.push(id);
  return identities;
}
