import type { SrvRecord } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { ProbeFailure } from '../../engine/probe';
import { printable } from '../../evidence/printable';
import { abortFailure } from '../net/network-failure';
import { lenientSrv } from './lenient-srv';

/** What came of one question. “No such name” (NXDOMAIN), “empty” (no records of that type) and “failed” (nothing is known) are three different things. */
export type DnsReply<T> =
  | { readonly result: 'answered'; readonly records: readonly T[] }
  | { readonly result: 'no-such-name' | 'empty' }
  /** `code` is that of Node's resolver, e.g. `ECONNREFUSED`, `ESERVFAIL`, `ETIMEOUT`. */
  | { readonly result: 'failed'; readonly code: string };

/** Asks chosen DNS servers; every method rejects only with ProbeFailure, and only when the signal has fired. */
export interface DnsClient {
  /** Addresses of the servers that are asked, in this order. */
  readonly servers: readonly string[];
  addresses(name: string, family: 4 | 6): Promise<DnsReply<string>>;
  aliases(name: string): Promise<DnsReply<string>>;
  services(name: string): Promise<DnsReply<SrvRecord>>;
  close(): void;
}

/**
 * `servers` are IP addresses, with a port after a colon where it is not 53; none = those of this computer.
 * @throws ProbeFailure `dns-server-invalid`
 */
export function openDns(servers: readonly string[], signal: AbortSignal): DnsClient {
  const resolver = new Resolver({ timeout: 5000, tries: 2 });
  if (servers.length > 0) resolver.setServers(servers.map(serverAddress));
  const cancel = (): void => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  const ask = <T>(question: Promise<readonly T[]>): Promise<DnsReply<T>> => replyOf(question, signal);
  return {
    servers: resolver.getServers(),
    addresses: (name, family) => ask(family === 4 ? resolver.resolve4(name) : resolver.resolve6(name)),
    aliases: (name) => ask(resolver.resolveCname(name)),
    services: (name) => ask(resolveSrv(resolver, name, signal)),
    close: () => signal.removeEventListener('abort', cancel),
  };
}

async function replyOf<T>(question: Promise<readonly T[]>, signal: AbortSignal): Promise<DnsReply<T>> {
  try {
    const records = await question;
    return records.length === 0 ? { result: 'empty' } : { result: 'answered', records };
  } catch (error) {
    if (signal.aborted) throw new ProbeFailure(abortFailure(signal));
    const code = codeOf(error);
    if (code === 'ENOTFOUND') return { result: 'no-such-name' };
    return code === 'ENODATA' ? { result: 'empty' } : { result: 'failed', code };
  }
}

async function resolveSrv(resolver: Resolver, name: string, signal: AbortSignal): Promise<readonly SrvRecord[]> {
  try {
    return await resolver.resolveSrv(name);
  } catch (error) {
    const [server] = resolver.getServers();
    if (codeOf(error) !== 'EBADRESP' || server === undefined) throw error;
    return lenientSrv(name, server, signal);
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown');

function serverAddress(text: string): string {
  if (isIP(text) !== 0 || /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\]):\d{1,5}$/iu.test(text)) return text;
  throw new ProbeFailure({
    reason: 'unreachable',
    code: 'dns-server-invalid',
    message: `“${printable(text, 255)}” is not the IP address of a DNS server.`,
    next: 'Enter an IP address, or leave the field empty to use the DNS servers of this computer.',
  });
}
