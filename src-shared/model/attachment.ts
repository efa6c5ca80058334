import { z } from 'zod';

/** Bytes of a file that may be attached to an answer or a decision. */
export const attachmentLimit = 10 * 1024 * 1024;

/** A file that was attached; its bytes are kept as raw input under the hash. */
export const attachmentSchema = z.strictObject({
  name: z.string().min(1).max(255),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  /** Bytes. */
  size: z.number().int().min(0).max(attachmentLimit),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** Path of a file to attach, as a person gives it. */
export const attachmentPathSchema = z.string().min(1).max(4096);
