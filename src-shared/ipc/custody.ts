import { z } from 'zod';
import { call, job } from './define';

const none = z.strictObject({});
const path = z.string().max(4096);
const passphrase = z.string().min(1).max(1024);

/** `total` 0: nobody knows how much there is to do. */
const workProgressSchema = z.strictObject({
  phase: z.string().max(200),
  done: z.number().int().min(0),
  total: z.number().int().min(0),
});
export type WorkProgress = z.infer<typeof workProgressSchema>;

/** Null: the system dialog was cancelled. */
const writtenSchema = z.strictObject({ path: z.string().nullable(), sizeBytes: z.number().int().nullable() });

/** What becomes of an engagement's file: its passphrase, copies of it, its soundness, its end. */
export const custodyContract = {
  /** Encrypts the open engagement anew. `removedBackups`: copies from before a change of the schema, which had the old passphrase. */
  changePassphrase: job(
    z.strictObject({ present: passphrase, next: passphrase }),
    workProgressSchema,
    z.strictObject({ removedBackups: z.number().int() }),
  ),
  /** Writes a copy with a passphrase of its own where a system dialog says. `leftOut`: received files that are not in it. */
  handOver: job(
    z.strictObject({ passphrase, leaveOutInputs: z.boolean() }),
    workProgressSchema,
    writtenSchema.extend({ leftOut: z.number().int() }),
  ),
  /** Writes a copy with the same passphrase where a system dialog says. */
  backUp: job(none, workProgressSchema, writtenSchema),
  /** Reads every page, row and received file of the open engagement. */
  check: job(
    none,
    workProgressSchema,
    z.strictObject({ isSound: z.boolean(), sentences: z.array(z.string().max(4000)).max(100) }),
  ),
  /** Saves what a damaged file still holds into a new engagement with the same passphrase; `path` is one of the library. */
  recover: job(
    z.strictObject({ path, passphrase }),
    workProgressSchema,
    z.strictObject({ path: z.string(), name: z.string(), sentences: z.array(z.string().max(4000)).max(100) }),
  ),
  /** Deletes file, log and backups; `path` is one of the library, `customer` its customer as a person typed it. */
  delete: call(z.strictObject({ path, customer: z.string().max(1000) }), z.strictObject({ files: z.number().int() })),
} as const;
