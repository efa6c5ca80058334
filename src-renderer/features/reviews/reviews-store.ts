import { create } from 'zustand';
import type { Envelope } from '../../../src-shared/ipc/define';
import type { GivenReview, Review, ReviewState } from '../../../src-shared/model/review';
import { answerOf, type Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { useEngagement } from '../../shell/engagement-store';

/** A decision with whether it holds today. */
export interface StatedReview {
  readonly review: Review;
  readonly state: ReviewState;
}

interface ReviewsState {
  /** `undefined` until they were asked for. */
  readonly reviews: readonly StatedReview[] | undefined;
  readonly failure: Failure | undefined;
  readonly load: () => Promise<void>;
  /** What went wrong, or nothing. */
  readonly save: (reviews: readonly GivenReview[]) => Promise<Failure | undefined>;
  readonly withdraw: (review: Review, author: string) => Promise<Failure | undefined>;
}

type Answer = Envelope<{ readonly reviews: StatedReview[] }>;

/** The decisions of the open engagement; shared by list and detail. */
export const useReviews = create<ReviewsState>()((set) => {
  const take = (answer: Answer): Failure | undefined => {
    if (!answer.ok) return answer.error;
    set({ reviews: answer.value.reviews, failure: undefined });
    return undefined;
  };
  return {
    reviews: undefined,
    failure: undefined,
    load: async () => {
      const failure = take(await answerOf(bridge.reviews.list({})));
      if (failure !== undefined) set({ failure });
    },
    save: async (reviews) => take(await answerOf(bridge.reviews.save({ reviews: [...reviews] }))),
    withdraw: async ({ checkId, objectId }, author) => {
      const key = { checkId, ...(objectId === undefined ? {} : { objectId }) };
      return take(await answerOf(bridge.reviews.withdraw({ keys: [key], author })));
    },
  };
});

// Another engagement has other decisions, and another run may raise them again.
useEngagement.subscribe((state, before) => {
  if (state.engagement !== before.engagement) useReviews.setState({ reviews: undefined, failure: undefined });
});
