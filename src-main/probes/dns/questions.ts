import type { EvidenceDataByKind, EvidenceKind, EvidenceRecord } from '../../../src-shared/model/evidence';
import type { DnsQuestionType } from '../../../src-shared/model/evidence/forest';
import type { ProbeInput } from '../../engine/probe';
import {
  controllerService,
  kerberosService,
  registrationName,
  siteKerberosService,
} from '../../evidence/derived/dns-answers';
import { federationHosts } from '../../evidence/derived/federation-hosts';
import { isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { isHostName } from '../net/host-name';

export interface DnsQuestion {
  readonly name: string;
  readonly type: DnsQuestionType;
}

/** Questions that belong together and make one row of a run. */
export interface QuestionGroup {
  /** Stable across runs. */
  readonly id: string;
  readonly title: string;
  readonly questions: readonly DnsQuestion[];
}

/** Suffixes asked about, those with most users first; a forest with more is not made by people. */
const suffixLimit = 200;
/** A forest of 500 sites and ten domains. */
const serviceLimit = 5000;

/** The questions that follow from the directory and the sources so far. */
export function questionGroups(input: ProbeInput): readonly QuestionGroup[] {
  const { live, evidence } = input;
  const authorities = dataOf(evidence, 'ad.certification-authorities').flatMap(({ data }) => data.authorities);
  return [
    ...forestGroups(input),
    ...suffixesOf(evidence).map((suffix) =>
      hostGroup(`suffix:${suffix}`, `DNS: device registration of ${suffix}`, registrationName(suffix)),
    ),
    ...hostsOf([...live.adfs.map(({ host }) => host), ...federationNames(evidence)]).map((host) =>
      hostGroup(`federation:${host}`, `DNS: federation service ${host}`, host),
    ),
    ...hostsOf(authorities.map(({ dnsHostName }) => dnsHostName)).map((host) =>
      hostGroup(`authority:${host}`, `DNS: certification authority ${host}`, host),
    ),
  ];
}

function forestGroups({ evidence, scope }: ProbeInput): readonly QuestionGroup[] {
  const isInScope = (forest: string): boolean =>
    scope.forests.length === 0 || scope.forests.some((name) => isSameHost(name, forest));
  const newest = new Map(dataOf(evidence, 'ad.partitions').map(({ target, data }) => [target, data]));
  return [...newest]
    .filter(([forest]) => isInScope(forest))
    .map(([forest, { domains }]) => {
      const sites = dataOf(evidence, 'ad.sites').filter(({ target }) => target === forest);
      const siteNames = [...new Set(sites.flatMap(({ data }) => data.sites.map(({ name }) => name.toLowerCase())))];
      const domainNames = hostsOf([forest, ...domains.map(({ dnsRoot }) => dnsRoot)]);
      const names = [
        controllerService(forest),
        ...domainNames.map(kerberosService),
        ...domainNames.flatMap((domain) => siteNames.map((site) => siteKerberosService(site, domain))),
      ];
      return {
        id: `forest:${forest}`,
        title: `DNS: domain controllers of ${forest}`,
        questions: names.slice(0, serviceLimit).map((name) => ({ name, type: 'SRV' as const })),
      };
    });
}

const hostGroup = (id: string, title: string, name: string): QuestionGroup => ({
  id,
  title,
  questions: (['A', 'AAAA', 'CNAME'] as const).map((type) => ({ name, type })),
});

/** Suffixes of pilot users, then those the forest merely offers. */
function suffixesOf(evidence: readonly EvidenceRecord[]): readonly string[] {
  const used = dataOf(evidence, 'ad.pilot-users').flatMap(({ data }) => data.suffixes);
  const offered = dataOf(evidence, 'ad.partitions').flatMap(({ data }) => data.upnSuffixes);
  const names = [...used].sort((a, b) => b.count - a.count).map(({ suffix }) => suffix);
  return hostsOf([...names, ...offered])
    .filter((suffix) => suffix.includes('.'))
    .slice(0, suffixLimit);
}

const federationNames = (evidence: readonly EvidenceRecord[]): readonly string[] =>
  federationHosts({
    openId: dataOf(evidence, 'adfs.openid-configuration').map(({ data }) => data),
    metadata: dataOf(evidence, 'adfs.federation-metadata').map(({ data }) => data),
    entra: dataOf(evidence, 'entra.federation-configuration').map(({ data }) => data),
  });

const hostsOf = (names: readonly string[]): readonly string[] => [
  ...new Set(names.map(normalHostName).filter(isHostName)),
];

function dataOf<K extends EvidenceKind>(
  evidence: readonly EvidenceRecord[],
  kind: K,
): readonly { readonly target: string; readonly data: EvidenceDataByKind[K] }[] {
  return evidence.flatMap((record) =>
    // The kind decides what the data is, which the compiler does not follow through a type parameter.
    record.kind === kind && record.data !== undefined
      ? [{ target: record.target, data: record.data as EvidenceDataByKind[K] }]
      : [],
  );
}
