import { z } from 'zod';
import { collectorRoles } from '../collectors/collector-roles';

export const collectorRoleSchema = z.enum(collectorRoles);

/** Machines a collector is asked for, as a person types them: names, short or fully qualified. */
const hostsSchema = z.array(z.string().trim().min(1).max(255)).max(500);

export const wantedCollectorSchema = z.strictObject({ role: collectorRoleSchema, hosts: hostsSchema });
export type WantedCollector = z.infer<typeof wantedCollectorSchema>;

/** A collector a customer's administrator was asked to run. */
export const collectorRequestSchema = z.strictObject({
  id: z.uuid(),
  ...wantedCollectorSchema.shape,
  askedAt: z.iso.datetime(),
});
export type CollectorRequest = z.infer<typeof collectorRequestSchema>;

/** A result that was handed over. */
export const collectorResultSchema = z.strictObject({
  role: collectorRoleSchema,
  /** As the machine names itself. */
  host: z.string(),
  collectedAt: z.iso.datetime(),
});
export type CollectorResult = z.infer<typeof collectorResultSchema>;

/** What came back of a request, and what did not. */
export const requestProgressSchema = z.strictObject({
  request: collectorRequestSchema,
  received: z.array(collectorResultSchema),
  /** Hosts that were named and have not answered; empty when none was named. */
  missing: z.array(z.string()),
  isMissing: z.boolean(),
});
export type RequestProgress = z.infer<typeof requestProgressSchema>;

/** Milliseconds by which the clock of a server may be behind that of this computer: a result that is older was there before anybody asked. */
const clockDifference = 60 * 60 * 1000;

/** Results of the role that are no older than the request, one a machine; a request without hosts is answered by the first of them. */
export function requestProgress(request: CollectorRequest, results: readonly CollectorResult[]): RequestProgress {
  const since = Date.parse(request.askedAt) - clockDifference;
  const newest = new Map<string, CollectorResult>();
  for (const result of results) {
    if (result.role !== request.role || Date.parse(result.collectedAt) < since) continue;
    if (request.hosts.length > 0 && !request.hosts.some((host) => isSameHost(host, result.host))) continue;
    const known = newest.get(result.host.toLowerCase());
    if (known === undefined || known.collectedAt < result.collectedAt) newest.set(result.host.toLowerCase(), result);
  }
  const received = [...newest.values()].sort((a, b) => a.host.localeCompare(b.host, 'en'));
  const missing = request.hosts.filter((host) => !received.some((result) => isSameHost(host, result.host)));
  return { request, received, missing, isMissing: missing.length > 0 || received.length === 0 };
}

/** A short name stands for any machine of that name; a full one for itself, or for a machine that does not know its domain. */
function isSameHost(typed: string, reported: string): boolean {
  const [a, b] = [typed.toLowerCase(), reported.toLowerCase()];
  if (a === b) return true;
  const [shortA] = a.split('.');
  const [shortB] = b.split('.');
  return shortA === shortB && (!a.includes('.') || !b.includes('.'));
}
