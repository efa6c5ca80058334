import { z } from 'zod';
import { runSchema, runTargetSchema } from '../model/run';
import { runChoiceSchema } from '../model/run-choice';
import { call, job } from './define';

const none = z.strictObject({});

/** State of a run while it goes on; targets only where they changed. */
export const runProgressSchema = z.strictObject({
  runId: z.uuid(),
  phase: z.enum(['collecting', 'judging', 'done']),
  message: z.string(),
  targets: z.array(runTargetSchema),
  done: z.number().int(),
  total: z.number().int(),
});
export type RunProgress = z.infer<typeof runProgressSchema>;

/** Passwords by source id; used for this run only, never stored, never sent back. */
const credentials = z.array(z.strictObject({ source: z.string(), password: z.string().max(1024) })).max(100);

export const runContract = {
  /**
   * Collects and judges. `mode` `new`: everything chosen, or with `choice` a part of it while the evidence of the rest is kept; `continue`: targets not done in the last run; `failed`: failed ones again;
   * `judge`: no collection, judge what is there.
   */
  start: job(
    z.strictObject({
      mode: z.enum(['new', 'continue', 'incomplete', 'judge']),
      credentials,
      choice: runChoiceSchema.optional(),
    }),
    runProgressSchema,
    runSchema,
  ),
  /** The latest run, if any. */
  latest: call(none, z.strictObject({ run: runSchema.nullable() })),
  /** Files or folders dropped on the window: read now and judged again. */
  import: job(
    z.strictObject({ paths: z.array(z.string().min(1).max(4096)).min(1).max(1000) }),
    runProgressSchema,
    runSchema,
  ),
} as const;
