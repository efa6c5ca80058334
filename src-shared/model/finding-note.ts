import { z } from 'zod';

/** Characters of a note; bytes of a picture; pictures of a finding. */
export const noteLimit = 20_000;
export const pictureLimit = 5 * 1024 * 1024;
export const picturesLimit = 20;

export const pictureTypes = ['image/png', 'image/jpeg'] as const;
export const pictureTypeSchema = z.enum(pictureTypes);
export type PictureType = z.infer<typeof pictureTypeSchema>;

/** A picture that belongs to a finding; its bytes are kept as raw input under the hash. */
export const pictureSchema = z.strictObject({
  id: z.uuid(),
  checkId: z.string().max(16),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  mediaType: pictureTypeSchema,
  /** Bytes. */
  size: z.number().int().min(1).max(pictureLimit),
  /** Pixels. */
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  /** What is to be seen, for those who cannot see it; empty until somebody says it. */
  caption: z.string().trim().max(500),
  addedAt: z.iso.datetime(),
});
export type Picture = z.infer<typeof pictureSchema>;

/** What a consultant laid beside a finding. */
export const findingNoteSchema = z.strictObject({
  checkId: z.string().max(16),
  /** Plain text of many lines; may be empty. */
  note: z.string().max(noteLimit),
  pictures: z.array(pictureSchema),
});
export type FindingNote = z.infer<typeof findingNoteSchema>;

/** What stands in place of a picture where it cannot be seen. */
export const alternativeText = ({ caption, checkId }: Pick<Picture, 'caption' | 'checkId'>): string =>
  caption === '' ? `Picture on ${checkId} without a description` : caption;
