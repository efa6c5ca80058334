import { z } from 'zod';
import { answerProblem } from './answer-problem';

/** Bytes of a file that may be attached to an answer. */
export const attachmentLimit = 10 * 1024 * 1024;

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
  .strictObject({ ...said, attachment: z.string().min(1).max(4096).optional() })
  .check(refuseOthers);
export type GivenAnswer = z.infer<typeof givenAnswerSchema>;

/** A file that was attached; its bytes are kept as raw input under the hash. */
export const attachmentSchema = z.strictObject({
  name: z.string().min(1).max(255),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  /** Bytes. */
  size: z.number().int().min(0).max(attachmentLimit),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** An answer as the engagement keeps it. Not held to the questions of this version: another one wrote it, perhaps. */
export const keptAnswerSchema = z.strictObject({ ...said, attachment: attachmentSchema.optional() });
export type KeptAnswer = z.infer<typeof keptAnswerSchema>;
