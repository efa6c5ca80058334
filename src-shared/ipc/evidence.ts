import { z } from 'zod';
import { evidenceHeaderSchema } from '../model/evidence';
import { call } from './define';

export const evidenceContract = {
  list: call(z.strictObject({}), z.strictObject({ records: z.array(evidenceHeaderSchema) })),
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
