import { z } from 'zod';
import { engagementDetailsSchema, evidencePathSchema, liveSourcesSchema } from './plan';
import { scopeSchema } from './scope';

/** Files the consultant wants read, kept with the engagement so that nothing is chosen twice. */
export const importPathSchema = evidencePathSchema.extend({ addedAt: z.iso.datetime() });
export type ImportPath = z.infer<typeof importPathSchema>;

/** What the wizard edits; stored after every change. */
export const engagementDraftSchema = z.strictObject({
  details: engagementDetailsSchema,
  scope: scopeSchema,
  live: liveSourcesSchema,
  imports: z.array(importPathSchema).max(1000),
  /** Where the wizard was left. */
  wizardStep: z.enum(['customer', 'scope', 'targets', 'sources', 'consent', 'finished']),
  /** Judge as of this instant instead of now (saved evidence, the demo). */
  assessAt: z.iso.datetime({ offset: true }).optional(),
});
export type EngagementDraft = z.infer<typeof engagementDraftSchema>;

export const engagementSummarySchema = z.strictObject({
  path: z.string(),
  draft: engagementDraftSchema,
  createdAt: z.iso.datetime(),
  /** True when another process holds the file: everything can be read, nothing changed. */
  readOnly: z.boolean(),
  readOnlyReason: z.string().optional(),
  evidenceCount: z.number().int(),
  lastRun: z
    .strictObject({
      id: z.uuid(),
      state: z.string(),
      startedAt: z.iso.datetime(),
      targetsDone: z.number().int(),
      targetsTotal: z.number().int(),
    })
    .optional(),
});
export type EngagementSummary = z.infer<typeof engagementSummarySchema>;

/** A line of the library; nothing here comes from inside the encrypted file but name and customer as last seen. */
export const libraryEntrySchema = z.strictObject({
  path: z.string(),
  name: z.string(),
  customer: z.string(),
  lastOpenedAt: z.iso.datetime(),
  sizeBytes: z.number().int().nullable(),
  /** Put out of the way by the person; the file is where it was. */
  archived: z.boolean(),
  /** `missing`: the file is not where it was. */
  state: z.enum(['available', 'missing', 'damaged', 'newer']),
});
export type LibraryEntry = z.infer<typeof libraryEntrySchema>;
