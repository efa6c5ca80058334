import { z } from 'zod';
import { givenAnswerSchema, keptAnswerSchema } from '../interview/answer';
import { call } from './define';

const none = z.strictObject({});
const answers = z.strictObject({ answers: z.array(keptAnswerSchema) });

/** Answers are stored at once; they count with the next judging, which the page asks for (`run.start`, mode `judge`). */
export const interviewContract = {
  /** Every answer given so far. */
  list: call(none, answers),
  /** System dialog for a file that proves an answer; null when cancelled. */
  chooseAttachment: call(none, z.strictObject({ path: z.string().nullable() })),
  /** Takes the place of what was answered before. An attachment is a path that {@link chooseAttachment} gave. */
  save: call(
    z.strictObject({
      answer: givenAnswerSchema,
      /** Without a new attachment the one before stays. */
      keepsAttachment: z.boolean(),
    }),
    answers,
  ),
  withdraw: call(z.strictObject({ question: z.string().max(64) }), answers),
} as const;
