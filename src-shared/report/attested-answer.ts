import { z } from 'zod';
import { areaSchema } from '../model/area';

/** An answer of the interview as a report tells it. */
export const attestedAnswerSchema = z.strictObject({
  /** Record of evidence. */
  evidenceId: z.uuid(),
  question: z.string(),
  area: areaSchema.optional(),
  /** The question and the answer in words; the ids when this version does not know them. */
  questionText: z.string(),
  answer: z.string(),
  answerText: z.string(),
  note: z.string().optional(),
  saidBy: z.string(),
  /** ISO 8601 date. */
  saidOn: z.string(),
  attachment: z.strictObject({ name: z.string(), sha256: z.string() }).optional(),
  /** Checks that had a finding and took it into account. */
  checks: z.array(z.string()),
});
export type AttestedAnswer = z.infer<typeof attestedAnswerSchema>;
