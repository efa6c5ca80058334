import { z } from 'zod';
import { outcomeSchema } from '../model/outcome';
import { givenReviewSchema, reviewSchema, statedReviewSchema } from '../model/review';
import { call } from './define';

const none = z.strictObject({});
const reviews = z.strictObject({
  reviews: z.array(statedReviewSchema),
  /** What {@link reviewsContract.undo} would take back; null when there is nothing. */
  lastChange: z
    .strictObject({
      at: z.iso.datetime(),
      author: z.string(),
      /** Decisions it changed, and of which checks. */
      count: z.number().int(),
      checkIds: z.array(z.string()),
    })
    .nullable(),
});
const author = z.string().trim().min(1).max(200);
const key = z.strictObject({
  checkId: z.string().max(16),
  objectId: z.string().max(1024).optional(),
  set: z.number().int().optional(),
});
const identities = z.array(z.string().min(1).max(1024)).max(200_000);

/** Objects of one finding: those that match, but for some, or of these only those named. */
export const chosenObjectsSchema = z.strictObject({
  search: z.string().max(200),
  outcomes: z.array(outcomeSchema),
  except: identities,
  only: identities.optional(),
});
export type ChosenObjects = z.infer<typeof chosenObjectsSchema>;

/** Decisions laid over findings; they never change what was found. Each call answers with all of them as they are then. */
export const reviewsContract = {
  list: call(none, reviews),
  /** One decision for one or many findings or objects. */
  save: call(
    z.strictObject({
      reviews: z.array(givenReviewSchema).min(1).max(1000),
      /** Without a new attachment the one before stays. */
      keepsAttachment: z.boolean(),
    }),
    reviews,
  ),
  /** One decision on many objects of one finding, those on which something is open; one change of the history. */
  saveForObjects: call(z.strictObject({ review: givenReviewSchema, objects: chosenObjectsSchema }), reviews, {
    inputLimit: 16_000_000,
  }),
  /** System dialog for a file that supports a decision; null when cancelled. */
  chooseAttachment: call(none, z.strictObject({ path: z.string().nullable() })),
  withdraw: call(z.strictObject({ keys: z.array(key).min(1).max(1000), author }), reviews),
  /** Takes back the last change that was not taken back yet, with all the decisions it changed at once; that is a change of the history, too. */
  undo: call(z.strictObject({ author }), reviews),
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
          set: z.number().int().optional(),
          before: reviewSchema.optional(),
          after: reviewSchema.optional(),
          /** It took another change back. */
          isUndo: z.boolean(),
        }),
      ),
    }),
  ),
} as const;
