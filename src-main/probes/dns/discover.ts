import type { SrvRecord } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { ProbeFailure } from '../../engine/probe';
import { printable } from '../../evidence/printable';
import { abortFailure } from '../net/network-failure';
import type { TestJob } from '../test-result';
import { lenientSrv } from './lenient-srv';

/** One DNS question and what came of it, as evidence of how targets were found. */
export interface DnsQuery {
  readonly name: string;
  readonly type: 'SRV' | 'CNAME';
  /** Servers that were asked. */
  readonly server: string;
  /** Answer in words; “does not exist”, “no such records” and “no answer” are three different things. */
  readonly result: string;
}

export interface Discovery {
  /** By priority, then weight; the port is the one the record names (389), LDAPS is on 636. */
  readonly domainControllers: readonly { readonly host: string; readonly port: number }[];
  readonly federationService: string | null;
  readonly queries: readonly DnsQuery[];
}

/** Where `enterpriseregistration` points when Entra ID registers devices; only another name can be that of AD FS. */
const entraRegistration =
  /(?:^|\.)(?:windows\.net|microsoftonline\.(?:com|us|de)|partner\.microsoftonline\.cn|chinacloudapi\.cn)$/iu;
const controllerLimit = 100;

/**
 * Finds domain controllers by the records that domain members use themselves, and the federation service where on-premises device registration is published
 * by an alias to it. Nothing is guessed from names.
 * @throws ProbeFailure `dns-server-invalid`, `cancelled`
 */
export async function discover(domain: string, dnsServer: string | undefined, job: TestJob): Promise<Discovery> {
  const resolver = new Resolver({ timeout: 5000, tries: 2 });
  if (dnsServer !== undefined) resolver.setServers([serverAddress(dnsServer)]);
  const cancel = (): void => resolver.cancel();
  job.signal.addEventListener('abort', cancel, { once: true });
  try {
    const server = resolver.getServers().join(', ');
    const controllers = await ask(
      { name: `_ldap._tcp.dc._msdcs.${domain}`, type: 'SRV', server },
      (name) => resolveSrv(resolver, name, job.signal),
      ({ name, port }) => `${name}:${port}`,
      job,
    );
    const aliases = await ask(
      { name: `enterpriseregistration.${domain}`, type: 'CNAME', server },
      (name) => resolver.resolveCname(name),
      (name) => name,
      job,
    );
    return {
      domainControllers: hostsOf(controllers.records),
      federationService: aliases.records.find((name) => !entraRegistration.test(name))?.toLowerCase() ?? null,
      queries: [controllers.query, aliases.query],
    };
  } finally {
    job.signal.removeEventListener('abort', cancel);
  }
}

const hostsOf = (records: readonly SrvRecord[]): Discovery['domainControllers'] =>
  [...records]
    .sort((a, b) => a.priority - b.priority || b.weight - a.weight)
    .slice(0, controllerLimit)
    .map(({ name, port }) => ({ host: printable(name.toLowerCase(), 255), port }));

function serverAddress(text: string): string {
  if (isIP(text) !== 0 || /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\]):\d{1,5}$/iu.test(text)) return text;
  throw new ProbeFailure({
    reason: 'unreachable',
    code: 'dns-server-invalid',
    message: `“${printable(text, 255)}” is not the IP address of a DNS server.`,
    next: 'Enter an IP address, or leave the field empty to use the DNS servers of this computer.',
  });
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown');

async function resolveSrv(resolver: Resolver, name: string, signal: AbortSignal): Promise<readonly SrvRecord[]> {
  try {
    return await resolver.resolveSrv(name);
  } catch (error) {
    const [server] = resolver.getServers();
    if (codeOf(error) !== 'EBADRESP' || server === undefined) throw error;
    return lenientSrv(name, server, signal);
  }
}

async function ask<T>(
  question: Omit<DnsQuery, 'result'>,
  resolve: (name: string) => Promise<readonly T[]>,
  show: (record: T) => string,
  job: TestJob,
): Promise<{ readonly records: readonly T[]; readonly query: DnsQuery }> {
  job.phase(`Asking DNS for ${question.name} (${question.type})`);
  try {
    const records = await resolve(question.name);
    const result = records.map((record) => printable(show(record), 255)).join(', ');
    return { records, query: { ...question, result: result === '' ? noRecords : result } };
  } catch (error) {
    if (job.signal.aborted) throw new ProbeFailure(abortFailure(job.signal));
    return { records: [], query: { ...question, result: resultOf(codeOf(error)) } };
  }
}

const noRecords = 'The name exists but has no records of this type.';

function resultOf(code: string): string {
  if (code === 'ENOTFOUND') return 'The name does not exist (NXDOMAIN).';
  return code === 'ENODATA' ? noRecords : `No answer: the query failed (${code}). Nothing is known about the name.`;
}
