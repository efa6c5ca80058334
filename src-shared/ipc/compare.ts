import { z } from 'zod';
import { comparisonSchema } from '../model/comparison';
import { call } from './define';

/** Changed objects of one check that travel to the page; all of them are counted. */
export const changedObjectsShown = 200;

export const compareContract = {
  /** The engagement in the window against an older one, which is only read. `path` is one of the library or of its file dialog. */
  with: call(
    z.strictObject({ path: z.string().max(4096), passphrase: z.string().min(1).max(1024) }),
    z.strictObject({ comparison: comparisonSchema }),
  ),
} as const;
