import { z } from 'zod';
import { evidenceKindSchema, evidenceSourceSchema } from './evidence';

/** Facts that several sources tell, and that can be only one thing. One file each in `src-main/contradictions`. */
export const contradictedFacts = [
  'tenant',
  'federation-service',
  'signing-certificate',
  'template-name',
  'authority-certificate',
  'age',
  'later-than-now',
] as const;
export type ContradictedFact = (typeof contradictedFacts)[number];

/** A record that tells a value, with its provenance. */
export const witnessSchema = z.strictObject({
  evidenceId: z.uuid(),
  kind: evidenceKindSchema,
  target: z.string().max(1024),
  source: evidenceSourceSchema,
  collectedAt: z.iso.datetime(),
});
export type Witness = z.infer<typeof witnessSchema>;

/** Sources that cannot all be right. Found once a run and shown beside the findings; which of them is wrong is for a person to find out. */
export const contradictionSchema = z.strictObject({
  /** Stable across runs: the fact and what it is about. */
  id: z.string().min(1).max(1200),
  fact: z.enum(contradictedFacts),
  /** A sentence. */
  title: z.string().max(2000),
  /** At least two values, or one that cannot be; each with the records that tell it. */
  values: z
    .array(
      z.strictObject({
        value: z.string().max(1024),
        /** The first of them; a fleet has thousands. */
        witnesses: z.array(witnessSchema).min(1),
        /** Of all records that tell this value. */
        total: z.number().int().min(1),
      }),
    )
    .min(1),
  /** What it means for the assessment, in a sentence. */
  consequence: z.string().max(2000),
  /** Checks whose result rests on the fact. */
  checks: z.array(z.string()),
  whatToDo: z.string().max(2000),
});
export type Contradiction = z.infer<typeof contradictionSchema>;
