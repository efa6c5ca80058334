import { z } from 'zod';
import file from '../../assets/knowledge/client-error-codes.json';

const codeSchema = z.strictObject({
  /** Lower case, e.g. `0x801c03ed`. */
  code: z.string().regex(/^0x[0-9a-f]{8}$/u),
  /** Sentence. */
  meaning: z.string(),
  /** What to do, as a sentence. */
  step: z.string(),
  /** Ids of checks whose findings can explain it, in the order of the deployment. */
  explainedBy: z.array(z.string()),
});
/** A code that clients and people report when a device joins, signs in or sets Hello up. */
export type ClientErrorCode = z.infer<typeof codeSchema>;

const known = z
  .strictObject({ date: z.iso.date(), sources: z.array(z.url()), codes: z.array(codeSchema).min(1) })
  .parse(file);
const byCode = new Map(known.codes.map((entry) => [entry.code, entry]));

export const clientErrorCodes: readonly ClientErrorCode[] = known.codes;

/** `code` in any case; undefined when this version does not know it. */
export const clientErrorCode = (code: string): ClientErrorCode | undefined => byCode.get(code.toLowerCase());
