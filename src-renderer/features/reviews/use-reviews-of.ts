import { useEffect, useMemo } from 'react';
import type { StatedReview } from '../../../src-shared/model/review';
import { useReviews } from './reviews-store';

const none: readonly StatedReview[] = [];

/** The decisions on a check: about the finding itself and about its objects. Asked for the first time they are needed. */
export function useReviewsOf(checkId: string): readonly StatedReview[] {
  const reviews = useReviews((state) => state.reviews);
  const failure = useReviews((state) => state.failure);
  const load = useReviews((state) => state.load);
  const isUnknown = reviews === undefined && failure === undefined;
  useEffect(() => {
    if (isUnknown) void load();
  }, [isUnknown, load]);
  return useMemo(() => reviews?.filter(({ review }) => review.checkId === checkId) ?? none, [reviews, checkId]);
}
