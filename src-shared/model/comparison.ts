import { z } from 'zod';
import { areaSchema } from './area';
import { objectKinds } from './finding';
import { outcomeSchema, severitySchema, unknownReasonSchema } from './outcome';

/**
 * What became of a check or of an object between two judgements. `new` was not judged before and is not in order; `determined` was not known before;
 * `undetermined` was known and is not known any more; `gone` is an object that is judged no more, or a check that does not apply any more.
 */
export const changes = [
  'regressed',
  'new',
  'undetermined',
  'improved',
  'fixed',
  'determined',
  'gone',
  'unchanged',
] as const;
export const changeSchema = z.enum(changes);
export type Change = z.infer<typeof changeSchema>;

export const changeTitles: Readonly<Record<Change, string>> = {
  regressed: 'Regressed',
  new: 'New',
  undetermined: 'No longer determinable',
  improved: 'Improved',
  fixed: 'Fixed',
  determined: 'Known now',
  gone: 'Gone',
  unchanged: 'Unchanged',
};

const objectChangeSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(objectKinds),
  name: z.string(),
  /** Absent: not among the objects then. */
  before: outcomeSchema.optional(),
  after: outcomeSchema.optional(),
  change: changeSchema,
});
export type ObjectChange = z.infer<typeof objectChangeSchema>;

const checkChangeSchema = z.strictObject({
  checkId: z.string(),
  area: areaSchema,
  title: z.string(),
  severity: severitySchema,
  before: outcomeSchema.optional(),
  after: outcomeSchema.optional(),
  change: changeSchema,
  /** The rule itself differs between the two versions, so a change may come from it and not from the environment. */
  ruleChanged: z.boolean(),
  /** The finding rests on evidence of the older judgement alone: what it says was not looked at again. */
  kept: z.boolean(),
  /** Why it is not known now. */
  unknownReason: unknownReasonSchema.optional(),
  summaryBefore: z.string().optional(),
  summaryAfter: z.string().optional(),
  /** Objects that changed; those that passed both times, and those that did not change, are left out. */
  objects: z.array(objectChangeSchema),
  /** How many objects changed, listed or not. */
  objectCount: z.number().int().min(0),
});
export type CheckChange = z.infer<typeof checkChangeSchema>;

const sideSchema = z.strictObject({
  customer: z.string(),
  title: z.string(),
  judgedAt: z.iso.datetime(),
  catalogueVersion: z.string(),
  verdict: z.string(),
});

/** Two judgements of one environment, check by check. */
export const comparisonSchema = z.strictObject({
  schema: z.literal(1),
  before: sideSchema,
  after: sideSchema,
  counts: z.record(changeSchema, z.number().int().min(0)),
  checks: z.array(checkChangeSchema),
  /** What became of checks that sum up others; not among `checks` and not in `counts`, as they change with those. */
  conclusions: z.array(checkChangeSchema).default([]),
});
export type Comparison = z.infer<typeof comparisonSchema>;
