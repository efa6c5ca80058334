import { z } from 'zod';

/** A host that a run will contact, shown for consent before it is. */
export const contactSchema = z.strictObject({
  /** Host name or address; a phrase when the hosts follow from evidence that a run has yet to collect. */
  host: z.string(),
  port: z.number().int(),
  protocol: z.string(),
  /** What is sent there. */
  sends: z.string(),
  /** Right that is needed there. */
  rights: z.string(),
  purpose: z.string(),
});
export type Contact = z.infer<typeof contactSchema>;
