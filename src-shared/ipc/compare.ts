import { z } from 'zod';
import { comparisonSchema } from '../model/comparison';
import { job } from './define';

/** Changed objects of one check that travel to the page; all of them are counted. */
export const changedObjectsShown = 200;

const phase = z.strictObject({ phase: z.string() });

export const compareContract = {
  /**
   * The engagement in the window against an older one, which is only read and stays unlocked for {@link export}. `path` is one of the library or of its file
   * dialog.
   */
  with: job(
    z.strictObject({ path: z.string().max(4096), passphrase: z.string().min(1).max(1024) }),
    phase,
    z.strictObject({ comparison: comparisonSchema }),
  ),
  /** Asks where to save, then writes what changed since the engagement compared with last; null when the dialog was cancelled. */
  export: job(
    z.strictObject({
      format: z.enum(['pdf', 'docx', 'xlsx', 'csv', 'html', 'json']),
      paper: z.enum(['A4', 'Letter']),
      /** Names of the customer are replaced, for sharing. */
      redact: z.boolean(),
    }),
    phase,
    z.strictObject({
      path: z.string().nullable(),
      sizeBytes: z.number().int().nullable(),
      remark: z.string().nullable(),
    }),
  ),
} as const;
