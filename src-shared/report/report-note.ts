import { z } from 'zod';
import { pictureSchema } from '../model/finding-note';

/** What a consultant laid beside a finding, with the pictures themselves. */
export const reportNoteSchema = z.strictObject({
  checkId: z.string(),
  note: z.string(),
  pictures: z.array(
    pictureSchema.pick({ mediaType: true, width: true, height: true, caption: true }).extend({ base64: z.string() }),
  ),
});
export type ReportNote = z.infer<typeof reportNoteSchema>;
