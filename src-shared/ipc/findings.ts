import { z } from 'zod';
import { areaSchema, stepSchema } from '../model/area';
import { checkDescriptionSchema } from '../model/catalogue';
import { contradictionSchema } from '../model/contradiction';
import { countedAsSchema } from '../model/counted-as';
import { standingSchema } from '../model/decision-standing';
import { evidenceHeaderSchema } from '../model/evidence';
import { affectedObjectSchema, findingRowSchema, findingSchema } from '../model/finding';
import { outcomeSchema, severitySchema } from '../model/outcome';
import { readinessSchema } from '../model/readiness';
import { reviewSchema, reviewStateSchema } from '../model/review';
import { roadmapSchema } from '../model/roadmap';
import { call } from './define';

const none = z.strictObject({});

export const findingFilterSchema = z.strictObject({
  areas: z.array(areaSchema),
  steps: z.array(stepSchema),
  outcomes: z.array(outcomeSchema),
  severities: z.array(severitySchema),
  countedAs: z.array(countedAsSchema),
  standings: z.array(standingSchema),
  /** Words that must all occur in id, title or summary. */
  search: z.string().max(200),
});
export type FindingFilter = z.infer<typeof findingFilterSchema>;

/** A row with what it counts as and where it stands with decisions. */
export const listedFindingSchema = findingRowSchema.extend({ countedAs: countedAsSchema, standing: standingSchema });
export type ListedFinding = z.infer<typeof listedFindingSchema>;

/** Records that are shown with a finding; thousands would hold up the window, and each affected object names its own. */
export const evidenceShown = 200;

/** An object with the decision that counts for it, one of its own or of a set. */
export const listedObjectSchema = affectedObjectSchema.extend({
  decided: reviewSchema
    .pick({ decision: true, reason: true, author: true, until: true })
    .extend({ state: reviewStateSchema })
    .optional(),
});
export type ListedObject = z.infer<typeof listedObjectSchema>;

export const findingsContract = {
  /**
   * All rows of the latest judged run that match, sorted; at most one row a check, so no paging is needed. Ascending urgency starts with the most urgent
   * (failed blockers), ascending objects with the fewest affected.
   */
  list: call(
    z.strictObject({
      filter: findingFilterSchema,
      sort: z.strictObject({
        by: z.enum(['urgency', 'id', 'title', 'area', 'step', 'objects']),
        descending: z.boolean(),
      }),
    }),
    z.strictObject({
      rows: z.array(listedFindingSchema),
      /** Before the filter: all findings, those of them that are conclusions, those that wait for a decision, and the decisions that have to be taken again. */
      total: z.number().int(),
      conclusions: z.number().int(),
      undecided: z.number().int(),
      decisionsRaisedAgain: z.number().int(),
    }),
  ),
  /** One finding without its objects, with the check it comes from and the evidence behind it: the first {@link evidenceShown} of the records it names. */
  detail: call(
    z.strictObject({ checkId: z.string() }),
    z.strictObject({
      finding: findingSchema.omit({ objects: true }),
      check: checkDescriptionSchema,
      evidence: z.array(evidenceHeaderSchema),
    }),
  ),
  /** A page of a finding's objects; `total` counts what matches. */
  objects: call(
    z.strictObject({
      checkId: z.string(),
      search: z.string().max(200),
      outcomes: z.array(outcomeSchema),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    z.strictObject({ objects: z.array(listedObjectSchema), total: z.number().int() }),
  ),
  /** Identities of the objects on which something is open among the rows from `first` to `last` of what matches, both included. */
  openObjects: call(
    z.strictObject({
      checkId: z.string(),
      search: z.string().max(200),
      outcomes: z.array(outcomeSchema),
      first: z.number().int().min(0),
      last: z.number().int().min(0),
    }),
    z.strictObject({ ids: z.array(z.string()) }),
  ),
  /** Where the sources of the latest judged run cannot all be right. */
  contradictions: call(none, z.strictObject({ contradictions: z.array(contradictionSchema) })),
  readiness: call(
    none,
    z.strictObject({
      readiness: readinessSchema.nullable(),
      /** Of today's decisions. */
      roadmap: roadmapSchema,
      judgedAt: z.iso.datetime().nullable(),
      /** Of the catalogue: all / judged by this version. */
      catalogueTotal: z.number().int(),
      catalogueImplemented: z.number().int(),
    }),
  ),
} as const;
