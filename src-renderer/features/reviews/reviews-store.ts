import type { z } from 'zod';
import { create } from 'zustand';
import type { Envelope } from '../../../src-shared/ipc/define';
import type { ChosenObjects, reviewsContract } from '../../../src-shared/ipc/reviews';
import type { GivenReview, StatedReview } from '../../../src-shared/model/review';
import { answerOf, type Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { useEngagement } from '../../shell/engagement-store';

type Decisions = z.infer<typeof reviewsContract.list.output>;

type ReviewKey = z.input<typeof reviewsContract.withdraw.input>['keys'][number];

interface ReviewsState {
  /** `undefined` until they were asked for. */
  readonly reviews: readonly StatedReview[] | undefined;
  /** What an undo would take back. */
  readonly lastChange: Decisions['lastChange'];
  /** Rises with every change, so that what depends on decisions is read anew. */
  readonly version: number;
  readonly failure: Failure | undefined;
  readonly load: () => Promise<void>;
  /** What went wrong, or nothing. */
  readonly save: (reviews: readonly GivenReview[], keepsAttachment: boolean) => Promise<Failure | undefined>;
  readonly saveForObjects: (review: GivenReview, objects: ChosenObjects) => Promise<Failure | undefined>;
  readonly withdraw: (keys: readonly ReviewKey[], author: string) => Promise<Failure | undefined>;
  readonly undo: (author: string) => Promise<Failure | undefined>;
}

const unasked = { reviews: undefined, lastChange: null, failure: undefined } as const;

/** The decisions of the open engagement; shared by list and detail. */
export const useReviews = create<ReviewsState>()((set) => {
  const take = (answer: Envelope<Decisions>): Failure | undefined => {
    if (!answer.ok) return answer.error;
    set({ ...answer.value, failure: undefined });
    return undefined;
  };
  const change = async (request: Promise<Envelope<Decisions>>): Promise<Failure | undefined> => {
    const failure = take(await answerOf(request));
    if (failure === undefined) set(({ version }) => ({ version: version + 1 }));
    return failure;
  };
  return {
    ...unasked,
    version: 0,
    load: async () => {
      const failure = take(await answerOf(bridge.reviews.list({})));
      if (failure !== undefined) set({ failure });
    },
    save: (reviews, keepsAttachment) => change(bridge.reviews.save({ reviews: [...reviews], keepsAttachment })),
    saveForObjects: (review, objects) => change(bridge.reviews.saveForObjects({ review, objects })),
    withdraw: (keys, author) => change(bridge.reviews.withdraw({ keys: [...keys], author })),
    undo: (author) => change(bridge.reviews.undo({ author })),
  };
});

// Another engagement has other decisions, and another run may raise them again.
useEngagement.subscribe((state, before) => {
  if (state.engagement !== before.engagement) useReviews.setState(unasked);
});
