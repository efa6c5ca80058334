import { z } from 'zod';
import { statedReviewSchema } from '../model/review';

/** A decision as a report tells it. */
export const reportReviewSchema = statedReviewSchema.extend({
  /** Identities of the objects of a set. */
  objects: z.array(z.string()).optional(),
});
export type ReportReview = z.infer<typeof reportReviewSchema>;

/**
 * The decision that counts for each object of a finding, by its identity: one on a single object before one on a set, a later set before an earlier one.
 * Expects sets in the order they were taken.
 */
export function decisionsByObject(
  reviews: readonly ReportReview[],
  checkId: string,
): ReadonlyMap<string, ReportReview> {
  const byObject = new Map<string, ReportReview>();
  const ofCheck = reviews.filter(({ review }) => review.checkId === checkId);
  for (const stated of ofCheck) for (const id of stated.objects ?? []) byObject.set(id, stated);
  for (const stated of ofCheck) if (stated.review.objectId !== undefined) byObject.set(stated.review.objectId, stated);
  return byObject;
}
