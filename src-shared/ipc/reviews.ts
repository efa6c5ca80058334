import { z } from 'zod';
import { givenReviewSchema, reviewSchema, reviewStateSchema } from '../model/review';
import { call } from './define';

const none = z.strictObject({});
const stated = z.strictObject({ review: reviewSchema, state: reviewStateSchema });
const reviews = z.strictObject({ reviews: z.array(stated) });
const key = z.strictObject({ checkId: z.string().max(16), objectId: z.string().max(1024).optional() });

/** Decisions laid over findings; they never change what was found. Each call answers with all of them as they are then. */
export const reviewsContract = {
  list: call(none, reviews),
  /** One decision for one or many findings or objects. */
  save: call(z.strictObject({ reviews: z.array(givenReviewSchema).min(1).max(1000) }), reviews),
  withdraw: call(
    z.strictObject({ keys: z.array(key).min(1).max(1000), author: z.string().trim().min(1).max(200) }),
    reviews,
  ),
  /** Who changed what, newest first. */
  history: call(
    z.strictObject({ checkId: z.string().max(16) }),
    z.strictObject({
      changes: z.array(
        z.strictObject({
          at: z.iso.datetime(),
          author: z.string(),
          checkId: z.string(),
          objectId: z.string().optional(),
          before: reviewSchema.optional(),
          after: reviewSchema.optional(),
        }),
      ),
    }),
  ),
} as const;
