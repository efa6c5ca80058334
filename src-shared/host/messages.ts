import { z } from 'zod';
import { contradictionSchema } from '../model/contradiction';
import { appErrorSchema } from '../model/error';
import { evidenceFailureSchema, evidenceHeaderSchema } from '../model/evidence';
import { affectedObjectSchema, findingSchema } from '../model/finding';
import { adfsSourceSchema, directorySourceSchema, evidencePathSchema, liveSourcesSchema } from '../model/plan';
import { runTargetSchema } from '../model/run';
import { scopeSchema } from '../model/scope';

/**
 * Protocol between the main process and the assessment host. Every job carries an id; `records` messages of that id come before it. The host answers with any number of
 * `target`, `raw`, `evidence` and `log` messages and exactly one `done` or `failed`. Evidence of a target is always sent before its `done` state,
 * so that main has stored it when it shows the target as done.
 */

/** Objects in one message: more would hold up the main process while it takes them in. */
export const objectsPerMessage = 1000;

/** A stored record as it travels: the header and the data as JSON text, which main stores and never parses. */
export const storedRecordSchema = z.strictObject({
  header: evidenceHeaderSchema,
  dataJson: z
    .string()
    .max(64 * 1024 * 1024)
    .nullable(),
});
export type StoredRecord = z.infer<typeof storedRecordSchema>;

/** A file by name and content, what read it, and when its facts were collected. The name counts: some importers learn from it what the file is about. */
export const readFileSchema = z.strictObject({
  by: z.string(),
  name: z.string(),
  sha256: z.string(),
  collectedAt: z.string(),
});
export type ReadFile = z.infer<typeof readFileSchema>;

/** The name of a file without its folders and archives. */
export const lastPartOf = (location: string): string => location.split(/[\\/]/u).at(-1) ?? location;

const jobId = z.uuid();
const credentials = z.array(z.strictObject({ source: z.string(), password: z.string() }));

export const toHostSchema = z.discriminatedUnion('type', [
  /** What is stored, for the job of this id that follows: what to judge, or where targets follow from (DC certificates, CRL addresses). */
  z.strictObject({ type: z.literal('records'), jobId, records: z.array(storedRecordSchema) }),
  z.strictObject({
    type: z.literal('collect'),
    jobId,
    scope: scopeSchema,
    live: liveSourcesSchema,
    imports: z.array(evidencePathSchema),
    credentials,
    /** Target ids that need no second visit. */
    skip: z.array(z.string()),
    /** Files that are kept as they are when they are among the imports. */
    readBefore: z.array(readFileSchema).default([]),
    collector: z.strictObject({ user: z.string(), host: z.string(), version: z.string() }),
  }),
  z.strictObject({
    type: z.literal('evaluate'),
    jobId,
    scope: scopeSchema,
    now: z.iso.datetime(),
  }),
  z.strictObject({ type: z.literal('discover'), jobId, domain: z.string(), dnsServer: z.string().optional() }),
  z.strictObject({
    type: z.literal('test-directory'),
    jobId,
    source: directorySourceSchema,
    live: liveSourcesSchema,
    password: z.string(),
  }),
  z.strictObject({ type: z.literal('kerberos'), jobId }),
  z.strictObject({ type: z.literal('test-adfs'), jobId, source: adfsSourceSchema, live: liveSourcesSchema }),
  z.strictObject({ type: z.literal('cancel'), jobId }),
]);
export type ToHost = z.infer<typeof toHostSchema>;

export const fromHostSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('target'), jobId, target: runTargetSchema }),
  /** Raw input, gzip-compressed, once per SHA-256 and job; `sha256` is of the uncompressed bytes. */
  z.strictObject({
    type: z.literal('raw'),
    jobId,
    sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    name: z.string().max(1024),
    mediaType: z.string().max(200),
    size: z.number().int().min(0),
    gzip: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  z.strictObject({ type: z.literal('evidence'), jobId, record: storedRecordSchema }),
  /** A person is to sign in at this address, in a browser of this computer; main opens it only if it is one of a sign-in service of the run. */
  z.strictObject({ type: z.literal('open-address'), jobId, url: z.string().max(8192) }),
  /** One or more findings; objects beyond {@link objectsPerMessage} of a finding follow in `finding-objects`. */
  z.strictObject({ type: z.literal('findings'), jobId, findings: z.array(findingSchema) }),
  z.strictObject({
    type: z.literal('finding-objects'),
    jobId,
    checkId: z.string(),
    objects: z.array(affectedObjectSchema).max(objectsPerMessage),
  }),
  /** What the sources contradict each other in; once, after the findings. */
  z.strictObject({ type: z.literal('contradictions'), jobId, contradictions: z.array(contradictionSchema) }),
  z.strictObject({
    type: z.literal('discovered'),
    jobId,
    domainControllers: z.array(z.strictObject({ host: z.string(), port: z.number().int() })),
    federationService: z.string().nullable(),
    queries: z.array(z.strictObject({ name: z.string(), type: z.string(), server: z.string(), result: z.string() })),
  }),
  z.strictObject({
    type: z.literal('tested'),
    jobId,
    result: z.discriminatedUnion('ok', [
      /** `dnsHostName`, `defaultNamingContext`, `rootDomain` or `issuer`. */
      z.strictObject({ ok: z.literal(true), facts: z.record(z.string(), z.string()) }),
      z.strictObject({ ok: z.literal(false), failure: evidenceFailureSchema }),
    ]),
  }),
  /** Why this computer cannot sign in with a Kerberos ticket; null when it can. */
  z.strictObject({ type: z.literal('kerberos'), jobId, obstacle: z.string().nullable() }),
  z.strictObject({ type: z.literal('phase'), jobId, phase: z.string().max(500) }),
  z.strictObject({
    type: z.literal('log'),
    level: z.enum(['debug', 'info', 'warn', 'error']),
    message: z.string().max(4000),
  }),
  z.strictObject({ type: z.literal('done'), jobId, cancelled: z.boolean() }),
  z.strictObject({ type: z.literal('failed'), jobId, error: appErrorSchema }),
]);
export type FromHost = z.infer<typeof fromHostSchema>;
