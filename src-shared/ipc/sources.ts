import { z } from 'zod';
import { requestProgressSchema, wantedCollectorSchema } from '../model/collector-request';
import { contactSchema } from '../model/contact';
import { evidenceFailureSchema } from '../model/evidence';
import { adfsSourceSchema, directorySourceSchema, liveSourcesSchema } from '../model/plan';
import { scopeSchema } from '../model/scope';
import { call, job } from './define';

const none = z.strictObject({});
const requests = z.strictObject({ requests: z.array(requestProgressSchema) });

export const sourcesContract = {
  /** Domain controllers and federation service found from DNS for a domain name. */
  discover: job(
    z.strictObject({ domain: z.string().min(1).max(255), dnsServer: z.string().max(255).optional() }),
    z.strictObject({ phase: z.string() }),
    z.strictObject({
      domainControllers: z.array(z.strictObject({ host: z.string(), port: z.number().int() })),
      federationService: z.string().nullable(),
      /** Each query with its answer, as evidence of how the targets were found. */
      queries: z.array(z.strictObject({ name: z.string(), type: z.string(), server: z.string(), result: z.string() })),
    }),
  ),
  /** Connects, binds and reads the rootDSE; the password is used once and forgotten. */
  testDirectory: job(
    z.strictObject({ source: directorySourceSchema, live: liveSourcesSchema, password: z.string().max(1024) }),
    z.strictObject({ phase: z.string() }),
    z.discriminatedUnion('ok', [
      z.strictObject({
        ok: z.literal(true),
        dnsHostName: z.string(),
        defaultNamingContext: z.string(),
        rootDomain: z.string(),
      }),
      z.strictObject({ ok: z.literal(false), failure: evidenceFailureSchema }),
    ]),
  ),
  /** Why this computer cannot sign in with a Kerberos ticket, as a sentence; null when it can. Whether there is a ticket shows only when it is used. */
  kerberos: call(none, z.strictObject({ obstacle: z.string().nullable() })),
  testAdfs: job(
    z.strictObject({ source: adfsSourceSchema, live: liveSourcesSchema }),
    z.strictObject({ phase: z.string() }),
    z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), issuer: z.string() }),
      z.strictObject({ ok: z.literal(false), failure: evidenceFailureSchema }),
    ]),
  ),
  /** System dialog for files or folders to import. */
  choosePaths: call(
    z.strictObject({ kind: z.enum(['files', 'folder']) }),
    z.strictObject({ paths: z.array(z.string()) }),
  ),
  /**
   * Writes the collector scripts asked for, with a cover note for the customer's administrator, into a folder chosen in a system dialog, and remembers
   * what was asked for; null when cancelled.
   */
  requestCollectors: call(
    z.strictObject({ wanted: z.array(wantedCollectorSchema).min(1).max(20) }),
    z.strictObject({ written: z.strictObject({ folder: z.string(), count: z.number().int() }).nullable() }),
  ),
  /** What was asked for, newest first, with what came back. */
  collectorRequests: call(none, requests),
  forgetCollectorRequest: call(z.strictObject({ id: z.uuid() }), requests),
  chooseCaFile: call(none, z.strictObject({ path: z.string().nullable() })),
  /** What a run of these sources would contact and how many checks they can decide. */
  preview: call(
    z.strictObject({ scope: scopeSchema, live: liveSourcesSchema, importCount: z.number().int().min(0) }),
    z.strictObject({
      contacts: z.array(contactSchema),
      /** Checks that apply to the scope / of those, implemented / of those, decidable by the chosen live sources (imports decide when read). */
      applicable: z.number().int(),
      implemented: z.number().int(),
      decidable: z.number().int(),
    }),
  ),
} as const;
