import { z } from 'zod';
import { hostRoles } from './evidence/host';
import { type EvidenceDataByKind, type EvidenceKind, evidenceKindSchema } from './evidence-kinds';
import { unknownReasonSchema } from './outcome';

/** Why evidence could not be had, as data: `message` and `next` are sentences for a person. */
export const evidenceFailureSchema = z.strictObject({
  reason: unknownReasonSchema,
  /** Stable code for tests and help pages, e.g. `ldap-invalid-credentials`. */
  code: z.string().max(100),
  message: z.string().max(2000),
  next: z.string().max(2000),
  /** Of the machine it was to be read of, where the source tells it. */
  role: z.enum(hostRoles).optional(),
});
export type EvidenceFailure = z.infer<typeof evidenceFailureSchema>;

/** `probe`: read live; `import`: read from a file; `attested`: said by a person and read nowhere. */
const evidenceWays = ['probe', 'import', 'attested'] as const;
export type EvidenceWay = (typeof evidenceWays)[number];

export const evidenceSourceSchema = z.strictObject({
  way: z.enum(evidenceWays),
  /** Id of the probe or importer, e.g. `directory`, `ldif`; `interview` for what was attested. */
  by: z.string().max(100),
  /** Where it came from: a URL such as `ldaps://dc1.contoso.com:636/CN=…`, the path of a file, or `said by Imke Brandt`. */
  location: z.string().max(4096),
  /** The archive that was handed over, when `location` lies inside one: `/drop/clients.zip!/hall/pc1.txt`. */
  archive: z
    .strictObject({
      location: z.string().max(4096),
      /** SHA-256 (hex). */
      sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    })
    .optional(),
});
export type EvidenceSource = z.infer<typeof evidenceSourceSchema>;

const collectorSchema = z.strictObject({
  /** Who collected: signed-in user or the name given with an import. */
  user: z.string().max(256),
  host: z.string().max(256),
  version: z.string().max(50),
});
export type Collector = z.infer<typeof collectorSchema>;

/** Everything about a record but its data; what lists and reports show as provenance. */
export const evidenceHeaderSchema = z.strictObject({
  id: z.uuid(),
  kind: evidenceKindSchema,
  target: z.string().max(1024),
  source: evidenceSourceSchema,
  /** ISO 8601, UTC. */
  collectedAt: z.iso.datetime(),
  collector: collectorSchema,
  /** SHA-256 (hex) of the raw input; absent when nothing was received. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .optional(),
  /** `partial`: some of it was read, then it stopped; kept and shown, never judged on. */
  status: z.enum(['complete', 'partial', 'failed']),
  failure: evidenceFailureSchema.optional(),
  /** Objects or values read. */
  facts: z.number().int().min(0),
  /** Remarks of the collector about single unreadable parts. */
  notes: z.array(z.string().max(2000)).max(200),
});
export type EvidenceHeader = z.infer<typeof evidenceHeaderSchema>;

/** One piece of evidence with provenance. `data` is absent when `status` is `failed`. */
export type EvidenceRecord<K extends EvidenceKind = EvidenceKind> = {
  readonly [Kind in K]: EvidenceHeader & { readonly kind: Kind; readonly data?: EvidenceDataByKind[Kind] };
}[K];
