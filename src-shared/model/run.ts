import { z } from 'zod';
import { evidenceFailureSchema } from './evidence';

/** `partial`: something was read, and something else could not be: `failure` says what. */
export const targetStates = ['waiting', 'running', 'done', 'partial', 'failed', 'cancelled'] as const;

/** One system or file that is read during a run; a row of the run screen. */
export const runTargetSchema = z.strictObject({
  /** Stable within an engagement: `<probe or importer id>:<what>`. */
  id: z.string().min(1).max(4200),
  /** Probe or importer id. */
  by: z.string().max(100),
  title: z.string().max(4200),
  state: z.enum(targetStates),
  /** What is being done or waited for, in words. */
  phase: z.string().max(500),
  facts: z.number().int().min(0),
  startedAt: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
  failure: evidenceFailureSchema.optional(),
  /** Not read in this run: what is known of it was collected then and kept. */
  keptFrom: z.iso.datetime({ offset: true }).optional(),
  notes: z.array(z.string().max(2000)).max(200),
});
export type RunTarget = z.infer<typeof runTargetSchema>;

/** Read, and not all of it: reading it again may tell more. */
export const isIncomplete = ({ state }: RunTarget): boolean => state === 'failed' || state === 'partial';

/** `interrupted`: the app stopped in the middle; what was collected is kept and the run can go on. */
export const runStates = ['collecting', 'judging', 'done', 'cancelled', 'interrupted', 'failed'] as const;

export const runSchema = z.strictObject({
  id: z.uuid(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
  state: z.enum(runStates),
  targets: z.array(runTargetSchema),
  /** Evidence records stored by this run. */
  evidenceCount: z.number().int(),
  catalogueVersion: z.string(),
});
export type Run = z.infer<typeof runSchema>;
