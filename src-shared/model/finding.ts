import { z } from 'zod';
import { areaSchema, stepSchema } from './area';
import { evidenceKindSchema } from './evidence';
import { outcomeSchema, severitySchema, unknownReasonSchema } from './outcome';

/** One line of "observed / expected"; `matches` false marks the difference. */
export const observationSchema = z.strictObject({
  label: z.string(),
  observed: z.string(),
  expected: z.string().optional(),
  matches: z.boolean().optional(),
});
export type Observation = z.infer<typeof observationSchema>;

export const objectKinds = [
  'forest',
  'domain',
  'domain-controller',
  'user',
  'computer',
  'device',
  'certificate',
  'certification-authority',
  'certificate-template',
  'revocation-list',
  'group-policy-object',
  'federation-service',
  'entra-domain',
  'directory-object',
  'client',
  'upn-suffix',
  'check',
] as const;

/** Something a finding is about, judged by itself. */
export const affectedObjectSchema = z.strictObject({
  /** Stable across runs: objectGUID, SID, thumbprint, normalised name – never a position. */
  id: z.string().min(1).max(1024),
  kind: z.enum(objectKinds),
  name: z.string().max(1024),
  outcome: outcomeSchema,
  /** What was seen on this object, one sentence. */
  note: z.string().max(2000),
  /** Record the judgement rests on. */
  evidenceId: z.uuid().optional(),
  /** Text to highlight in the raw view of that record. */
  locate: z.string().max(500).optional(),
});
export type AffectedObject = z.infer<typeof affectedObjectSchema>;

/** What of a finding rests on somebody's word instead of on something read. */
export const attestationSchema = z.strictObject({
  /** Id of the question. */
  question: z.string(),
  saidBy: z.string(),
  /** ISO 8601 date. */
  saidOn: z.string(),
});
export type Attestation = z.infer<typeof attestationSchema>;

/** Observations of one finding. */
export const observationLimit = 500;

/** The result of one check in one run. */
export const findingSchema = z.strictObject({
  checkId: z.string(),
  revision: z.number().int().min(1),
  area: areaSchema,
  step: stepSchema,
  title: z.string(),
  outcome: outcomeSchema,
  /** Severity of this result; may be lower than the check's class (an expiry is milder than an expired one). */
  severity: severitySchema,
  unknownReason: unknownReasonSchema.optional(),
  /** The verdict as one sentence with its numbers. */
  summary: z.string().max(4000),
  observations: z.array(observationSchema).max(observationLimit),
  /** Objects by outcome, all of them. */
  counts: z.partialRecord(outcomeSchema, z.number().int().min(0)),
  /** Every object that is not passed or not applicable, and passed ones up to a limit. */
  objects: z.array(affectedObjectSchema),
  /** Records the check was given. */
  evidenceIds: z.array(z.uuid()),
  /** Kinds that were asked for but missing. */
  missing: z.array(evidenceKindSchema),
  /** Answers of the interview the check was given; absent when there was none. */
  attested: z.array(attestationSchema).optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A row of the findings list. */
export const findingRowSchema = findingSchema
  .pick({
    checkId: true,
    area: true,
    step: true,
    title: true,
    outcome: true,
    severity: true,
    unknownReason: true,
    summary: true,
    attested: true,
  })
  .extend({ objectCount: z.number().int().min(0), affectedCount: z.number().int().min(0) });
export type FindingRow = z.infer<typeof findingRowSchema>;
