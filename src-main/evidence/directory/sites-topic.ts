import type { Site, SiteLink, SiteServer } from '../../../src-shared/model/evidence/forest';
import { firstNameOf, normalDn, parentDn } from '../distinguished-name';
import { present } from '../present';
import type { DirectoryEntry, DirectoryTopic, TopicReader } from './directory-topic';
import { flagsOf, isOfClass, numberOf, rawTextOf, rawTextsOf, textOf } from './entry-values';

const container = 'cn=sites,cn=configuration,';
/** `options` of NTDS Settings (MS-ADTS 6.1.1.2.2.1.2.1.1): the server is a global catalogue. */
const globalCatalogue = 0x1;

/** Sites with their subnets, servers and links. */
export const sitesTopic: DirectoryTopic<'ad.sites'> = {
  kind: 'ad.sites',
  per: 'forest',
  searches: ({ configurationNamingContext }) => [
    {
      base: `CN=Sites,${configurationNamingContext}`,
      scope: 'sub',
      // No filter by class: an object that may not be read has none to see, and a hidden NTDS Settings would look like a server that is no controller.
      filter: '(objectClass=*)',
      attributes: [
        'objectClass',
        'siteObject',
        'dNSHostName',
        'serverReference',
        'options',
        'gPLink',
        'cost',
        'replInterval',
        'siteList',
      ],
    },
  ],
  accepts: (dn) => dn.startsWith(container) || dn.includes(`,${container}`),
  span: ({ configurationNamingContext }) => [
    normalDn(`CN=Sites,${configurationNamingContext}`),
    normalDn(`CN=Subnets,CN=Sites,${configurationNamingContext}`),
  ],
  reader: () => new SitesReader(),
};

/** Entries come in any order, so they are put together at the end; only those below are kept. */
class SitesReader implements TopicReader<'ad.sites'> {
  #containerFound = false;
  readonly #sites: Pick<Site, 'distinguishedName' | 'name' | 'groupPolicyLink'>[] = [];
  readonly #subnets: { readonly name: string; readonly site: string | undefined }[] = [];
  readonly #servers: Pick<SiteServer, 'distinguishedName' | 'name' | 'dnsHostName' | 'serverReference'>[] = [];
  /** By the DN of the server, normal form. */
  readonly #settings = new Map<string, Pick<SiteServer, 'directoryService' | 'isGlobalCatalog'>>();
  readonly #siteLinks: SiteLink[] = [];

  add(entry: DirectoryEntry): void {
    const { dn } = entry;
    if (normalDn(dn).startsWith(container)) this.#containerFound = true;
    else if (isOfClass(entry, 'site')) {
      const name = firstNameOf(dn);
      this.#sites.push({ distinguishedName: dn, name, ...present({ groupPolicyLink: rawTextOf(entry, 'gplink') }) });
    } else if (isOfClass(entry, 'subnet')) {
      this.#subnets.push({ name: firstNameOf(dn), site: rawTextOf(entry, 'siteobject') });
    } else if (isOfClass(entry, 'server')) this.#servers.push(serverOf(entry));
    // Settings of a read-only controller are of a class derived from that of writable ones.
    else if (isOfClass(entry, 'ntdsdsa')) this.#settings.set(normalDn(parentDn(dn)), settingsOf(entry));
    else if (isOfClass(entry, 'sitelink')) this.#siteLinks.push(siteLinkOf(entry));
  }

  finish() {
    const subnetsBySite = groupBy(this.#subnets, ({ site }) => (site === undefined ? '' : normalDn(site)));
    const serversBySite = groupBy(this.#servers, (server) => normalDn(parentDn(parentDn(server.distinguishedName))));
    const sites = this.#sites.map((site): Site => {
      const key = normalDn(site.distinguishedName);
      return {
        ...site,
        subnets: (subnetsBySite.get(key) ?? []).map(({ name }) => name).sort(),
        servers: (serversBySite.get(key) ?? [])
          .map((server) => ({
            ...server,
            ...(this.#settings.get(normalDn(server.distinguishedName)) ?? noDirectoryService),
          }))
          .sort(byName),
      };
    });
    const known = new Set(this.#sites.map(({ distinguishedName }) => normalDn(distinguishedName)));
    return {
      data: {
        containerFound: this.#containerFound,
        sites: sites.sort(byName),
        // A subnet may name a site that was deleted since.
        subnetsWithoutSite: this.#subnets
          .filter(({ site }) => site === undefined || !known.has(normalDn(site)))
          .map(({ name }) => name)
          .sort(),
        siteLinks: this.#siteLinks.sort(byName),
      },
      facts: sites.length + this.#subnets.length + this.#servers.length + this.#siteLinks.length,
      notes: [],
      ...(sites.length === 0 ? { incomplete: 'No site was returned; every forest has one.' } : {}),
    };
  }
}

const noDirectoryService = { directoryService: 'none', isGlobalCatalog: false } as const;

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'en');

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return groups;
}

const serverOf = (entry: DirectoryEntry) => ({
  distinguishedName: entry.dn,
  name: firstNameOf(entry.dn),
  ...present({
    dnsHostName: textOf(entry, 'dnshostname')?.toLowerCase(),
    serverReference: rawTextOf(entry, 'serverreference'),
  }),
});

const settingsOf = (entry: DirectoryEntry): Pick<SiteServer, 'directoryService' | 'isGlobalCatalog'> => ({
  directoryService: isOfClass(entry, 'ntdsdsaro') ? 'read-only' : 'writable',
  isGlobalCatalog: ((flagsOf(entry, 'options') ?? 0) & globalCatalogue) !== 0,
});

const siteLinkOf = (entry: DirectoryEntry): SiteLink => ({
  name: firstNameOf(entry.dn),
  sites: [...rawTextsOf(entry, 'sitelist')].sort(),
  ...present({ cost: numberOf(entry, 'cost'), replicationIntervalMinutes: numberOf(entry, 'replinterval') }),
});
