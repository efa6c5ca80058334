import type { EvidenceDraft, EvidenceFailure } from '../../../src-shared/model/evidence';
import type { RootDse } from '../../../src-shared/model/evidence/directory';
import type { DirectorySource } from '../../../src-shared/model/plan';
import { type ProbeContext, ProbeFailure } from '../../engine/probe';
import { controllerService } from '../../evidence/derived/dns-answers';
import { sameDn } from '../../evidence/distinguished-name';
import { printable } from '../../evidence/printable';
import { openDns } from '../dns/dns-client';
import { endpointName } from '../net/endpoint';
import { isHostName } from '../net/host-name';
import { openNetwork } from '../net/network';
import { throwIfAborted } from '../net/network-failure';
import { type FoundDomain, isHostOfForest } from './forest-domains';
import { readRootDse } from './read-root-dse';
import { type DirectoryConnection, directoryEndpoint, signIn } from './sign-in';

/** A connection to a domain controller with what it says of itself. */
export interface OpenedController {
  readonly connection: DirectoryConnection;
  readonly root: RootDse;
  readonly draft: EvidenceDraft<'ad.root-dse'>;
}

/** Domain controllers tried before a domain is given up. */
const attemptLimit = 3;

/**
 * Signs in to a domain controller of a found domain with the account of the source that named its forest; tries the next one when it cannot be reached or is
 * of another domain, but not when it refuses the account: every attempt counts towards its lock-out.
 * @throws ProbeFailure
 */
export async function openDomain(
  source: DirectorySource,
  domain: FoundDomain,
  context: ProbeContext,
): Promise<OpenedController> {
  const { hosts, hint } = await controllersToTry(domain, context);
  const failures: EvidenceFailure[] = [];
  for (const host of hosts.slice(0, attemptLimit)) {
    throwIfAborted(context.signal);
    context.progress(`Connecting to ${host}`, 0);
    try {
      return await openController(source, domain, host, context);
    } catch (error) {
      if (!(error instanceof ProbeFailure)) throw error;
      failures.push(error.failure);
      if (error.failure.reason === 'access-denied') break;
    }
  }
  throwIfAborted(context.signal);
  throw new ProbeFailure(noController(domain, hosts.length, failures, hint));
}

async function openController(
  source: DirectorySource,
  { namingContext, dnsRoot }: FoundDomain,
  host: string,
  { live, password, signal }: ProbeContext,
): Promise<OpenedController> {
  const endpoint = { host, port: directoryEndpoint(source).port, origin: 'found' } as const;
  const connection = await signIn(source, password(source.id), openNetwork(live, signal), endpoint);
  try {
    const { root, draft } = await readRootDse(connection, signal);
    if (sameDn(root.defaultNamingContext, namingContext)) return { connection, root, draft };
    throw new ProbeFailure({
      reason: 'unreadable',
      code: 'directory-other-domain',
      message: `${endpointName(endpoint)} is a domain controller of ${printable(root.defaultNamingContext, 300)}, not of ${dnsRoot}.`,
      next: 'Check the server objects of the sites and the DNS records of the domain.',
    });
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** The controllers the sites name; without any, those that DNS names and that can be told to be of this forest. */
async function controllersToTry(
  domain: FoundDomain,
  { live, signal, progress }: ProbeContext,
): Promise<{ readonly hosts: readonly string[]; readonly hint: string }> {
  const named = domain.controllers.map((host) => host.toLowerCase()).filter(isHostName);
  if (named.length > 0) return { hosts: named, hint: '' };
  progress(`Asking DNS for the domain controllers of ${domain.dnsRoot}`, 0);
  const dns = openDns(live.dnsServers, signal);
  try {
    const reply = await dns.services(controllerService(domain.dnsRoot));
    const records = reply.result === 'answered' ? reply.records : [];
    const hosts = [...records]
      .sort((a, b) => a.priority - b.priority || b.weight - a.weight)
      .map(({ name }) => name.toLowerCase())
      .filter((host) => isHostName(host) && isHostOfForest(host, domain));
    return { hosts, hint: hosts.length > 0 ? '' : noHostHint[reply.result](dns.servers.join(', ')) };
  } finally {
    dns.close();
  }
}

const noHostHint = {
  answered: (servers: string) =>
    `The sites of the forest name none, and DNS (${servers}) names hosts only that are not of this forest.`,
  'no-such-name': (servers: string) => `The sites of the forest name none, and DNS (${servers}) knows none (NXDOMAIN).`,
  empty: (servers: string) => `The sites of the forest name none, and DNS (${servers}) has no such records.`,
  failed: (servers: string) => `The sites of the forest name none, and DNS (${servers}) gave no answer.`,
} as const;

function noController(
  { dnsRoot }: FoundDomain,
  known: number,
  failures: readonly EvidenceFailure[],
  hint: string,
): EvidenceFailure {
  const last = failures.at(-1);
  const tried = known === failures.length ? `${known}` : `${failures.length} of ${known}`;
  return {
    reason: last?.reason ?? 'unreachable',
    code: last?.reason === 'access-denied' ? last.code : 'directory-domain-unreachable',
    message: [
      `The domain ${dnsRoot} belongs to this forest, but no domain controller of it could be read.`,
      ...(last === undefined ? [hint] : [`Tried: ${tried}.`, ...failures.map(({ message }) => message)]),
    ]
      .join(' ')
      .slice(0, 2000),
    next:
      last?.reason === 'access-denied'
        ? last.next
        : `Make a domain controller of ${dnsRoot} reachable from here, add one that is as a source, or import an LDIF export of that domain.`,
  };
}
