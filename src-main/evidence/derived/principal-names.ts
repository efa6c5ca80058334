import type { DirectoryGroups, PrivilegedGroups, ServiceAccounts } from '../../../src-shared/model/evidence/access';
import type { DomainHead, ForestPartitions } from '../../../src-shared/model/evidence/directory';
import type { DirectoryServers } from '../../../src-shared/model/evidence/forest';
import { domainPrincipal } from '../../knowledge/well-known-principals';
import { sameDn } from '../distinguished-name';
import { isSameHost } from './forest-scope';
import type { ReadData } from './read-record';

interface DomainSources {
  readonly domains: readonly ReadData<DomainHead>[];
  readonly partitions?: readonly ReadData<ForestPartitions>[];
}

interface NameSources {
  readonly groups: readonly ReadData<DirectoryGroups>[];
  readonly privilegedGroups: readonly ReadData<PrivilegedGroups>[];
  readonly serviceAccounts: readonly ReadData<ServiceAccounts>[];
  readonly servers?: readonly ReadData<DirectoryServers>[];
}

/** Which domain a SID is of. */
export class DomainNames {
  readonly #bySid = new Map<string, { readonly dnsRoot: string; readonly netBiosName: string | undefined }>();
  /** Whether the SID of every domain is known. */
  readonly #isComplete: boolean;

  constructor({ domains, partitions = [] }: DomainSources, known: readonly string[]) {
    const listed = partitions.flatMap(({ data }) => data.domains);
    for (const { target, data } of domains) {
      if (data.objectSid === undefined) continue;
      const crossRef = listed.find(({ namingContext }) => sameDn(namingContext, data.distinguishedName));
      this.#bySid.set(data.objectSid, { dnsRoot: target, netBiosName: crossRef?.netBiosName });
    }
    const read = [...this.#bySid.values()];
    this.#isComplete =
      known.length > 0 && known.every((domain) => read.some(({ dnsRoot }) => isSameHost(dnsRoot, domain)));
  }

  get sids(): readonly string[] {
    return [...this.#bySid.keys()];
  }

  /** DNS name of the domain; undefined when it is none that was read. */
  nameOf(sid: string): string | undefined {
    return this.#of(sid)?.dnsRoot;
  }

  /** What stands before the backslash. */
  prefixOf(sid: string): string | undefined {
    const domain = this.#of(sid);
    return domain?.netBiosName ?? domain?.dnsRoot;
  }

  /** Whether it is surely of a domain outside the forests in scope. */
  isForeign(sid: string): boolean {
    return this.#isComplete && domainPrincipal(sid) !== undefined && this.#of(sid) === undefined;
  }

  #of(sid: string) {
    const domainSid = domainPrincipal(sid)?.domainSid;
    return domainSid === undefined ? undefined : this.#bySid.get(domainSid);
  }
}

/** `CONTOSO\name` by SID. Built-in groups keep their English names, by which people look them up. */
export function principalNames(
  { groups, privilegedGroups, serviceAccounts, servers = [] }: NameSources,
  domains: DomainNames,
): ReadonlyMap<string, string> {
  const accounts = [
    ...groups.flatMap(({ data }) => data.groups),
    ...privilegedGroups.flatMap(({ data }) => data.groups),
    ...serviceAccounts.flatMap(({ data }) => data.accounts),
    ...servers.flatMap(({ data }) =>
      data.servers.map(({ objectSid, name }) => ({ objectSid, samAccountName: `${name}$` })),
    ),
  ];
  const names = new Map<string, string>();
  for (const { objectSid, samAccountName } of accounts) {
    if (domainPrincipal(objectSid) === undefined || samAccountName === '') continue;
    const prefix = domains.prefixOf(objectSid);
    names.set(objectSid, prefix === undefined ? samAccountName : `${prefix}\\${samAccountName}`);
  }
  return names;
}
