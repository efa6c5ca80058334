import { z } from 'zod';
import { checkDescriptionSchema } from '../model/catalogue';
import { clientsOverviewSchema, noClients } from '../model/clients';
import { contradictionSchema } from '../model/contradiction';
import { evidenceHeaderSchema } from '../model/evidence';
import { findingSchema } from '../model/finding';
import { engagementDetailsSchema } from '../model/plan';
import { readinessSchema } from '../model/readiness';
import { emptyRoadmap, roadmapSchema } from '../model/roadmap';
import { runTargetSchema } from '../model/run';
import { scopeSchema } from '../model/scope';
import { attestedAnswerSchema } from './attested-answer';
import { reportBrandingSchema } from './report-branding';
import { reportNoteSchema } from './report-note';
import { reportReviewSchema } from './report-review';

/**
 * Everything a report says, as data; PDF, HTML and JSON are written from it. `schema` rises with every change of shape; documents of released versions
 * stay readable.
 */
export const reportDocumentSchema = z.strictObject({
  schema: z.literal(1),
  product: z.strictObject({ name: z.string(), version: z.string() }),
  catalogue: z.strictObject({
    version: z.string(),
    date: z.string(),
    total: z.number().int(),
    implemented: z.number().int(),
    /** Version whose rules made the findings, where that is another one: the engagement was judged by an older release. */
    judgedWith: z.string().optional(),
  }),
  knowledge: z.array(z.strictObject({ name: z.string(), date: z.string() })),
  details: engagementDetailsSchema,
  /** Whose clothes it wears; absent for the product's own. */
  branding: reportBrandingSchema.pick({ company: true, accent: true, logo: true }).optional(),
  /** When the report was made and the instant the evidence was judged at. */
  createdAt: z.iso.datetime(),
  judgedAt: z.iso.datetime(),
  scope: scopeSchema,
  readiness: readinessSchema,
  /** What to do, in which order. */
  roadmap: roadmapSchema.default(emptyRoadmap),
  /** Findings in report order (blockers first), each with all objects that matter. */
  findings: z.array(findingSchema),
  /** Descriptions of the checks that have a finding. */
  checks: z.array(checkDescriptionSchema),
  /** Ids and titles of catalogue checks that this version does not judge. */
  notJudged: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  targets: z.array(runTargetSchema),
  evidence: z.array(evidenceHeaderSchema),
  /** What rests on somebody's word. */
  interview: z.array(attestedAnswerSchema).default([]),
  /** Sources that cannot all be right. */
  contradictions: z.array(contradictionSchema).default([]),
  /** Clients by how they fail, and what explains it. */
  clients: clientsOverviewSchema.default(noClients),
  /** Decisions laid over the findings, with whether they hold at the time of the report. */
  reviews: z.array(reportReviewSchema).default([]),
  /** Notes and pictures beside findings; empty unless they were asked for. */
  notes: z.array(reportNoteSchema).default([]),
});
export type ReportDocument = z.infer<typeof reportDocumentSchema>;
