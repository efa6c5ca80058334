import type { EvidenceKind, EvidenceRecord } from '../../../src-shared/model/evidence';
import type { ForestDomain } from '../../../src-shared/model/evidence/directory';
import type { SiteServer } from '../../../src-shared/model/evidence/forest';
import type { DirectorySource, LiveSources } from '../../../src-shared/model/plan';
import type { Population, Scope } from '../../../src-shared/model/scope';
import type { ProbeInput } from '../../engine/probe';
import { isBelow, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { domainOfServer } from '../../evidence/derived/site-controllers';
import { dnsNameOf, isWithin } from '../../evidence/distinguished-name';
import { knownPilotGroup } from './known-pilot-group';
import { directoryUrl } from './sign-in';

/** A domain of a source's forest that no source names a controller of. */
export interface FoundDomain extends ForestDomain {
  /** Root domain of its forest. */
  readonly forest: string;
  /** DNS names of all domains of the forest. */
  readonly forestDomains: readonly string[];
  /** Host names of its domain controllers as the sites of the forest name them, best first. */
  readonly controllers: readonly string[];
  /** Host names of all servers of the forest's sites. */
  readonly forestServers: readonly string[];
  /** Kinds that can hold anything of this domain. */
  readonly kinds: readonly EvidenceKind[];
}

/** Group types (MS-ADTS 2.2.12). */
const globalGroup = 0x2;

/**
 * The domains still to be read once a source has told what its forest consists of: one each, however many sources the forest has. A domain is left out when a
 * source's own server belongs to it.
 */
export function findDomains(
  { live, scope, evidence }: ProbeInput,
  domainKinds: readonly EvidenceKind[],
): readonly { readonly source: DirectorySource; readonly domain: FoundDomain }[] {
  const taken = new Set(domainsOfSources(live, evidence));
  return live.directory.flatMap((source) => {
    const forest = forestOf(source, evidence);
    if (forest === undefined || !isForestInScope(forest.name, scope)) return [];
    return forest.domains
      .filter(({ dnsRoot }) => !taken.has(normalHostName(dnsRoot)))
      .map((domain) => {
        taken.add(normalHostName(domain.dnsRoot));
        return {
          source,
          domain: {
            ...domain,
            forest: forest.name,
            forestDomains: forest.domains.map(({ dnsRoot }) => dnsRoot),
            controllers: controllersOf(domain, forest.servers, source.server),
            forestServers: forest.servers.flatMap(({ dnsHostName }) => dnsHostName ?? []),
            kinds: domainKinds.filter((kind) => mayHold(kind, domain, scope, evidence)),
          },
        };
      });
  });
}

interface PlacedServer extends SiteServer {
  readonly site: string;
}

interface SourceForest {
  readonly name: string;
  readonly domains: readonly ForestDomain[];
  readonly servers: readonly PlacedServer[];
}

/** The domains that the sources' own servers said to be of. */
const domainsOfSources = (live: LiveSources, evidence: readonly EvidenceRecord[]): readonly string[] => {
  const urls = new Set(live.directory.map((source) => directoryUrl(source)));
  return evidence.flatMap((record) =>
    record.kind === 'ad.root-dse' && record.data !== undefined && urls.has(record.source.location)
      ? [dnsNameOf(record.data.defaultNamingContext)]
      : [],
  );
};

/** What this source told about its forest; the newest where it was read more than once. */
function forestOf(source: DirectorySource, evidence: readonly EvidenceRecord[]): SourceForest | undefined {
  const own = evidence.filter((record) => record.source.location.startsWith(directoryUrl(source)));
  const partitions = own.flatMap((record) => (record.kind === 'ad.partitions' ? [record] : [])).at(-1);
  if (partitions?.data === undefined) return undefined;
  const sites = own.flatMap((record) => (record.kind === 'ad.sites' ? (record.data?.sites ?? []) : []));
  return {
    name: partitions.target,
    domains: partitions.data.domains.filter(({ dnsRoot, namingContext }) => dnsRoot !== '' && namingContext !== ''),
    servers: sites.flatMap(({ name, servers }) => servers.map((server) => ({ ...server, site: name }))),
  };
}

const isForestInScope = (forest: string, { forests }: Scope): boolean =>
  forests.length === 0 || forests.some((name) => isSameHost(name, forest));

/** Writable ones first, then those in the site of the source's server, which is near to whoever chose it. */
function controllersOf(
  { dnsRoot }: ForestDomain,
  servers: readonly PlacedServer[],
  sourceServer: string,
): readonly string[] {
  const site = servers.find(({ dnsHostName }) => isSameHost(dnsHostName ?? '', sourceServer))?.site;
  const rank = (server: PlacedServer): number =>
    (server.directoryService === 'writable' ? 0 : 2) + (server.site === site ? 0 : 1);
  const own = servers.filter(
    (server) => server.directoryService !== 'none' && isSameHost(domainOfServer(server) ?? '', dnsRoot),
  );
  const hosts = own
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'))
    .flatMap(({ dnsHostName }) => dnsHostName ?? []);
  return [...new Set(hosts)];
}

/** Whether a kind can hold anything of a domain: a unit lies in one domain, and a global group has members of its own domain only. */
function mayHold(
  kind: EvidenceKind,
  { dnsRoot, namingContext }: ForestDomain,
  { pilotUsers, pilotComputers }: Scope,
  evidence: readonly EvidenceRecord[],
): boolean {
  const populations: Partial<Record<EvidenceKind, Population>> = {
    'ad.pilot-users': pilotUsers,
    'ad.pilot-computers': pilotComputers,
  };
  const population = populations[kind];
  if (population === undefined || population.kind === 'all') return true;
  if (population.kind === 'unit') return isWithin(population.unit, namingContext);
  const group = knownPilotGroup(population.group, evidence);
  const isGlobal = ((group?.groupType ?? 0) & globalGroup) !== 0;
  return group === undefined || !isGlobal || isSameHost(dnsNameOf(group.dn), dnsRoot);
}

/** Whether a host that DNS names may be sent the account's password: a server of the forest, or at least a name below the domain itself. */
export const isHostOfForest = (host: string, { forestServers, dnsRoot }: FoundDomain): boolean =>
  forestServers.some((server) => isSameHost(server, host)) || (isBelow(host, dnsRoot) && !isSameHost(host, dnsRoot));
