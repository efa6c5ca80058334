import type { AuthorityComputer } from '../../../src-shared/model/evidence/access';
import { normalHostName } from '../derived/forest-scope';
import { byDistinguishedName, normalDn } from '../distinguished-name';
import { present } from '../present';
import { printable } from '../printable';
import { decodeSecurityDescriptor } from '../security-descriptor';
import { isComputerAccount } from './account-control';
import type { DirectoryContext, DirectoryEntry, DirectoryTopic, TopicReader } from './directory-topic';
import { bytesOf, guidValueOf, rawTextOf, rawTextsOf, sidValueOf } from './entry-values';
import { filterValue } from './ldap-filter';
import { securedSearch } from './secured-object';

/** Computers of an export kept until it is known which of them are CAs, and bytes of their descriptors. */
export const candidateLimit = 20_000;
const descriptorLimit = 64 * 1024 * 1024;
const namesKept = 50;
/** Hosts in one search. */
const hostsAtOnce = 20;
const hostService = 'host/';

/** Security descriptors of the computer accounts of CAs, of whatever domain of the forest (ESC5). */
export const authorityComputersTopic: DirectoryTopic<'ad.authority-computers'> = {
  kind: 'ad.authority-computers',
  per: 'domain',
  searches: ({ domain, authorityHosts }) =>
    inGroups(authorityHosts() ?? [], hostsAtOnce).map((hosts) =>
      securedSearch(domain.namingContext, 'sub', accountFilter(hosts), [
        'objectCategory',
        'dNSHostName',
        'servicePrincipalName',
      ]),
    ),
  accepts: (_dn, entry) => isComputerAccount(entry) && !isWindowsClient(entry),
  span: ({ domain }) => [normalDn(domain.namingContext), normalDn(`CN=Computers,${domain.namingContext}`)],
  reader: (context) => new AuthorityComputersReader(context),
};

const inGroups = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  items.length === 0 ? [] : [items.slice(0, size), ...inGroups(items.slice(size), size)];

function accountFilter(hosts: readonly string[]): string {
  const names = hosts
    .map(filterValue)
    .map((host) => `(dNSHostName=${host})(servicePrincipalName=HOST/${host})`)
    .join('');
  return `(&(objectCategory=computer)(|${names}))`;
}

/** Nobody runs an enterprise CA on a client release of Windows; most computers of an export are told apart by this. */
const isWindowsClient = (entry: DirectoryEntry): boolean =>
  /^windows(?!.*server)/iu.test(rawTextOf(entry, 'operatingsystem') ?? '');

/** Names the computer is reached by. */
function hostNamesOf(entry: DirectoryEntry): readonly string[] {
  const services = rawTextsOf(entry, 'serviceprincipalname')
    .map((name) => name.toLowerCase())
    .filter((name) => name.startsWith(hostService))
    .map((name) => name.slice(hostService.length));
  const names = [rawTextOf(entry, 'dnshostname') ?? '', ...services.slice(0, namesKept)].map(normalHostName);
  return [...new Set(names)].filter((name) => name !== '');
}

interface Candidate {
  readonly computer: Omit<AuthorityComputer, 'hosts' | 'securityDescriptor'>;
  readonly names: readonly string[];
  /** Bytes of the descriptor, one a character. */
  readonly descriptor: string | undefined;
}

class AuthorityComputersReader implements TopicReader<'ad.authority-computers'> {
  readonly #context: DirectoryContext;
  /** By normal DN. */
  readonly #candidates = new Map<string, Candidate>();
  /** Computers made alike have the same descriptor to the byte: each is kept once, and only those of CAs are decoded. */
  readonly #descriptors = new Map<string, string>();
  #descriptorBytes = 0;
  #total = 0;

  constructor(context: DirectoryContext) {
    this.#context = context;
  }

  add(entry: DirectoryEntry): void {
    const dn = normalDn(entry.dn);
    const names = hostNamesOf(entry);
    if (names.length === 0 || this.#candidates.has(dn)) return;
    this.#total += 1;
    if (this.#candidates.size >= candidateLimit || this.#descriptorBytes > descriptorLimit) return;
    this.#candidates.set(dn, {
      computer: {
        distinguishedName: entry.dn,
        role: 'authority-computer',
        ...present({ objectGuid: guidValueOf(entry, 'objectguid'), objectSid: sidValueOf(entry, 'objectsid') }),
      },
      names,
      descriptor: this.#kept(bytesOf(entry, 'ntsecuritydescriptor')[0]),
    });
  }

  #kept(bytes: Buffer | undefined): string | undefined {
    if (bytes === undefined) return undefined;
    const text = bytes.toString('latin1');
    const known = this.#descriptors.get(text);
    if (known !== undefined) return known;
    this.#descriptors.set(text, text);
    this.#descriptorBytes += text.length;
    return text;
  }

  finish() {
    const hosts = this.#context.authorityHosts();
    const computers = [...this.#candidates.values()]
      .flatMap((candidate) => authorityComputer(candidate, hosts ?? []) ?? [])
      .sort(byDistinguishedName);
    const incomplete = hosts === undefined ? hostsNotKnown : this.#whyIncomplete(hosts, computers);
    return {
      data: { hosts: hosts ?? [], computers },
      facts: computers.length,
      notes: [],
      ...(incomplete === undefined ? {} : { incomplete }),
    };
  }

  #whyIncomplete(hosts: readonly string[], computers: readonly AuthorityComputer[]): string | undefined {
    const absent = hosts.filter((host) => !computers.some((computer) => computer.hosts.includes(host)));
    const kept = this.#candidates.size;
    if (this.#total <= kept || absent.length === 0) return undefined;
    return `${this.#total} servers were seen, of which ${kept} were kept; ${absent.map((host) => printable(host)).join(', ')} may be among the others.`;
  }
}

const hostsNotKnown =
  'The computer accounts of CAs cannot be told from others without the container Enrollment Services of the configuration partition: read or import both together.';

function authorityComputer(
  { computer, names, descriptor }: Candidate,
  wanted: readonly string[],
): AuthorityComputer | undefined {
  const hosts = wanted.filter((host) => names.includes(host));
  if (hosts.length === 0) return undefined;
  return {
    ...computer,
    hosts,
    ...present({
      securityDescriptor:
        descriptor === undefined ? undefined : decodeSecurityDescriptor(Buffer.from(descriptor, 'latin1')),
    }),
  };
}
