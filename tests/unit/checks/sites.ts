import type { EvidenceRecord } from '../../../src-shared/model/evidence';
import type {
  ControllerState,
  DnsAnswer,
  DnsQuestionType,
  Site,
  SiteServer,
} from '../../../src-shared/model/evidence/forest';
import { record } from './check-cases';
import { dnOf, forest } from './contoso';

/** A domain controller of a site. */
export const siteServer = (name: string, more: Partial<SiteServer> = {}, domain = forest): SiteServer => ({
  distinguishedName: `CN=${name},CN=Servers,CN=Site`,
  name,
  dnsHostName: `${name.toLowerCase()}.${domain}`,
  serverReference: `CN=${name},OU=Domain Controllers,${dnOf(domain)}`,
  directoryService: 'writable',
  isGlobalCatalog: true,
  ...more,
});

export const site = (
  name: string,
  servers: readonly SiteServer[] = [],
  subnets: readonly string[] = [`${name}-net`],
): Site => ({
  distinguishedName: `CN=${name},CN=Sites,CN=Configuration,${dnOf(forest)}`,
  name,
  subnets,
  servers,
});

export const sitesOf = (
  sites: readonly Site[],
  subnetsWithoutSite: readonly string[] = [],
  target = forest,
): EvidenceRecord => record('ad.sites', target, { containerFound: true, sites, subnetsWithoutSite, siteLinks: [] });

export const partitionsOf = (domains: readonly string[], target = domains[0] ?? forest): EvidenceRecord =>
  record('ad.partitions', target, {
    upnSuffixes: [],
    domains: domains.map((dnsRoot) => ({
      dnsRoot,
      netBiosName: dnsRoot.split('.')[0] ?? '',
      namingContext: dnOf(dnsRoot),
    })),
  });

export const state = (host: string, kerberosPort: ControllerState['kerberosPort'] = 'open'): EvidenceRecord =>
  record('ad.controller-state', host, { host, kerberosPort, isSynchronized: true });

/** An answer of DNS: its values, or what there was instead. */
export const answer = (
  name: string,
  type: DnsQuestionType,
  reply: readonly string[] | Exclude<DnsAnswer['result'], 'answered'>,
): EvidenceRecord =>
  record('dns.answer', `${name} ${type}`.toLowerCase(), {
    name,
    type,
    result: typeof reply === 'string' ? reply : 'answered',
    values: typeof reply === 'string' ? [] : reply,
    servers: ['192.0.2.53'],
  });
