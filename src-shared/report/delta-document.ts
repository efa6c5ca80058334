import { z } from 'zod';
import { areaSchema, stepSchema } from '../model/area';
import { changeSchema, comparisonSchema } from '../model/comparison';
import { engagementDetailsSchema } from '../model/plan';
import { readinessSchema } from '../model/readiness';
import { reviewSchema } from '../model/review';
import { reportBrandingSchema } from './report-branding';
import type { ReportDocument } from './report-document';

/**
 * What became of a decision between two judgements. `raised-again`: it was made on something else than what is found now; `settled`: there is nothing left to
 * decide; `taken`: made, or made anew, since; `dropped`: withdrawn, or never carried over.
 */
export const decisionFates = ['raised-again', 'expired', 'taken', 'settled', 'carried', 'dropped'] as const;
export type DecisionFate = (typeof decisionFates)[number];

export const decisionFateTitles: Readonly<Record<DecisionFate, string>> = {
  'raised-again': 'Raised again: what was found has changed',
  expired: 'Expired',
  taken: 'Taken since',
  settled: 'Settled: nothing to decide any more',
  carried: 'Still in force',
  dropped: 'Not there any more',
};

const ruleChangeSchema = z.strictObject({
  checkId: z.string(),
  title: z.string(),
  /** `changed`: judged both times, by another revision; `added` and `removed`: judged by one of the two catalogues only. */
  kind: z.enum(['changed', 'added', 'removed']),
});
export type RuleChange = z.infer<typeof ruleChangeSchema>;

const groupSchema = readinessSchema.shape.overall.pick({
  verdict: true,
  applicable: true,
  conclusive: true,
  blockers: true,
});
export type ReadinessSide = z.infer<typeof groupSchema>;

const thenAndNow = { before: groupSchema, after: groupSchema } as const;

const evidenceSideSchema = z.strictObject({
  records: z.number().int().min(0),
  /** When the oldest and the newest record were collected; absent without any. */
  oldest: z.iso.datetime().optional(),
  newest: z.iso.datetime().optional(),
});
export type EvidenceSide = z.infer<typeof evidenceSideSchema>;

/**
 * What changed between two judgements of one environment, as data; every format of the delta report is written from it. `schema` rises with every change of
 * shape; documents of released versions stay readable.
 */
export const deltaDocumentSchema = z.strictObject({
  schema: z.literal(1),
  /** Tells it from a report document. */
  kind: z.literal('delta'),
  product: z.strictObject({ name: z.string(), version: z.string() }),
  /** Of the newer engagement. */
  details: engagementDetailsSchema,
  /** Whose clothes it wears; absent for the product's own. */
  branding: reportBrandingSchema.pick({ company: true, accent: true, logo: true }).optional(),
  createdAt: z.iso.datetime(),
  comparison: comparisonSchema,
  /** The comparison in numbers, one entry for each kind of change there can be. */
  totals: z.array(
    z.strictObject({
      change: changeSchema,
      checks: z.number().int().min(0),
      /** Of these checks, those whose rule is another one. */
      ruleChanged: z.number().int().min(0),
      /** Of these checks, those that rest on evidence of the older judgement alone. */
      kept: z.number().int().min(0),
      /** Objects of all checks that changed in this way. */
      objects: z.number().int().min(0),
    }),
  ),
  readiness: z.strictObject({
    overall: z.strictObject(thenAndNow),
    areas: z.array(z.strictObject({ area: areaSchema, ...thenAndNow })),
    steps: z.array(z.strictObject({ step: stepSchema, ...thenAndNow })),
  }),
  rules: z.array(ruleChangeSchema),
  decisions: z.array(z.strictObject({ fate: z.enum(decisionFates), review: reviewSchema })),
  evidence: z.strictObject({
    before: evidenceSideSchema,
    after: evidenceSideSchema,
    /** Records of the newer engagement that the older one has as well: they were not collected anew. */
    kept: z.number().int().min(0),
  }),
});
export type DeltaDocument = z.infer<typeof deltaDocumentSchema>;

export const isDelta = (document: ReportDocument | DeltaDocument): document is DeltaDocument => 'kind' in document;
