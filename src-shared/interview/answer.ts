import { z } from 'zod';
import { attachmentPathSchema, attachmentSchema } from '../model/attachment';
import { answerProblem } from './answer-problem';

const said = {
  /** Id of a question of the interview. */
  question: z.string().max(64),
  /** Id of the chosen option, ids joined by a space, a number or a text, as the question asks. */
  answer: z.string().min(1).max(500),
  note: z.string().trim().max(2000).optional(),
  saidBy: z.string().trim().min(1, 'Name who said it.').max(200),
  /** Day of the calendar, ISO 8601. */
  saidOn: z.iso.date({ error: 'Give a day of the calendar as YYYY-MM-DD.' }),
};

/** Refuses what the question does not offer, with the sentence of {@link answerProblem}. */
function refuseOthers({ value, issues }: z.core.ParsePayload<{ question: string; answer: string }>): void {
  const problem = answerProblem(value.question, value.answer);
  if (problem !== undefined) issues.push({ code: 'custom', message: problem, path: ['answer'], input: value });
}

/** An answer as a person gives it; `attachment` is the path of a file that proves it. */
export const givenAnswerSchema = z
  .strictObject({ ...said, attachment: attachmentPathSchema.optional() })
  .check(refuseOthers);
export type GivenAnswer = z.infer<typeof givenAnswerSchema>;

/** An answer as the engagement keeps it. Not held to the questions of this version: another one wrote it, perhaps. */
export const keptAnswerSchema = z.strictObject({ ...said, attachment: attachmentSchema.optional() });
export type KeptAnswer = z.infer<typeof keptAnswerSchema>;
