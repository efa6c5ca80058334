import { z } from 'zod';
import { evidenceHeaderSchema } from '../model/evidence';
import { call } from './define';

export const evidenceContract = {
  /** A page of all records in the order of collection: what follows `after`, which is 0 for the first page and `next` of the one before for others. */
  list: call(
    z.strictObject({ after: z.number().int().min(0) }),
    z.strictObject({ records: z.array(evidenceHeaderSchema), next: z.number().int().nullable() }),
  ),
  /** Decoded facts as indented JSON and, where kept, a window of the raw input around the first place where `locate` occurs. */
  view: call(
    z.strictObject({ id: z.uuid(), locate: z.string().max(500).optional() }),
    z.strictObject({
      header: evidenceHeaderSchema,
      facts: z.string(),
      raw: z
        .strictObject({
          name: z.string(),
          /** Lines with their numbers; binary input is shown as hex. */
          lines: z.array(z.strictObject({ number: z.number().int(), text: z.string(), highlighted: z.boolean() })),
          totalLines: z.number().int(),
        })
        .nullable(),
    }),
  ),
} as const;
