import type { SrvRecord } from 'node:dns';
import { printable } from '../../evidence/printable';
import type { TestJob } from '../test-result';
import { type DnsReply, openDns } from './dns-client';

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
  const dns = openDns(dnsServer === undefined ? [] : [dnsServer], job.signal);
  try {
    const server = dns.servers.join(', ');
    const services = { name: `_ldap._tcp.dc._msdcs.${domain}`, type: 'SRV', server } as const;
    job.phase(`Asking DNS for ${services.name} (SRV)`);
    const controllers = await dns.services(services.name);
    const alias = { name: `enterpriseregistration.${domain}`, type: 'CNAME', server } as const;
    job.phase(`Asking DNS for ${alias.name} (CNAME)`);
    const aliases = await dns.aliases(alias.name);
    return {
      domainControllers: controllers.result === 'answered' ? hostsOf(controllers.records) : [],
      federationService:
        aliases.result === 'answered'
          ? (aliases.records.find((name) => !entraRegistration.test(name))?.toLowerCase() ?? null)
          : null,
      queries: [
        { ...services, result: inWords(controllers, ({ name, port }) => `${name}:${port}`) },
        { ...alias, result: inWords(aliases, (name) => name) },
      ],
    };
  } finally {
    dns.close();
  }
}

const hostsOf = (records: readonly SrvRecord[]): Discovery['domainControllers'] =>
  [...records]
    .sort((a, b) => a.priority - b.priority || b.weight - a.weight)
    .slice(0, controllerLimit)
    .map(({ name, port }) => ({ host: printable(name.toLowerCase(), 255), port }));

function inWords<T>(reply: DnsReply<T>, show: (record: T) => string): string {
  switch (reply.result) {
    case 'answered':
      return reply.records.map((record) => printable(show(record), 255)).join(', ');
    case 'no-such-name':
      return 'The name does not exist (NXDOMAIN).';
    case 'empty':
      return 'The name exists but has no records of this type.';
    case 'failed':
      return `No answer: the query failed (${reply.code}). Nothing is known about the name.`;
  }
}
