import { z } from 'zod';
import { call } from './define';

const path = z.string().min(1).max(4096);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** What an `img` shows: a `data:` address, and pixels. */
export const shownPictureSchema = z.strictObject({
  address: z.string(),
  width: z.number().int(),
  height: z.number().int(),
});
export type ShownPicture = z.infer<typeof shownPictureSchema>;

/** Files kept as proof of an answer or a decision, and pictures of notes. */
export const attachmentsContract = {
  /** A kept PNG or JPEG picture by its content, whatever it is called; null when it is something else, cut short or too large to show. */
  show: call(z.strictObject({ sha256 }), z.strictObject({ picture: shownPictureSchema.nullable() })),
  /** Asks where to save a kept file, then writes it; null when the dialog was cancelled. Nothing is ever opened: `report.reveal` shows where it lies. */
  save: call(
    z.strictObject({
      sha256,
      /** As the page shows it; becomes a proposal for the name of the file. */
      name: z.string().min(1).max(255),
    }),
    z.strictObject({ path: path.nullable(), sizeBytes: z.number().int().nullable() }),
  ),
} as const;
