import { z } from 'zod';
import { demoNameSchema } from '../model/demo';
import { engagementDraftSchema, engagementSummarySchema, libraryEntrySchema } from '../model/engagement';
import { engagementDetailsSchema } from '../model/plan';
import { call } from './define';

const none = z.strictObject({});
const passphrase = z.string().min(1).max(1024);

export const libraryContract = {
  list: call(none, z.strictObject({ entries: z.array(libraryEntrySchema) })),
  /** Creates the encrypted file in the storage folder and opens it. */
  create: call(z.strictObject({ details: engagementDetailsSchema, passphrase }), engagementSummarySchema),
  open: call(z.strictObject({ path: z.string().max(4096), passphrase }), engagementSummarySchema),
  /** System dialog for a file from elsewhere; null when cancelled. */
  chooseFile: call(none, z.strictObject({ path: z.string().nullable() })),
  /** Makes (or opens) a demo engagement from the input that ships with the app; its passphrase is `demo`. */
  openDemo: call(z.strictObject({ name: demoNameSchema.default('contoso') }), engagementSummarySchema),
  /** Takes it off the list; the file stays. */
  forget: call(z.strictObject({ path: z.string().max(4096) }), none),
  /** Moves an entry out of the main list, or back; the file stays as it is. */
  setArchived: call(z.strictObject({ path: z.string().max(4096), archived: z.boolean() }), none),
  /** Copies the open engagement beside itself for a re-test; the copy has the same passphrase and is on the list. */
  duplicate: call(none, z.strictObject({ path: z.string(), name: z.string() })),
  /** The engagement open in this window, if any. */
  current: call(none, z.strictObject({ engagement: engagementSummarySchema.nullable() })),
  close: call(none, none),
  saveDraft: call(z.strictObject({ draft: engagementDraftSchema }), engagementSummarySchema),
} as const;
