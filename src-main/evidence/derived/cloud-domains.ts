import type { EvidenceRecord } from '../../../src-shared/model/evidence';
import { routability } from '../../knowledge/public-suffix';
import { normalHostName } from './forest-scope';
import { joinScpsOf, parseScpKeywords } from './join-service-connection-point';

/** Domain names worth asking the cloud about, most telling first, lower case, each once; names that cannot be registered in public are left out. */
export interface CloudDomains {
  /** Suffixes of pilot users, then the other UPN suffixes of the forests. */
  readonly upnSuffixes: readonly string[];
  /** These, the domains of service connection points and the verified domains of the tenant. */
  readonly all: readonly string[];
}

export function cloudDomains(evidence: readonly EvidenceRecord[]): CloudDomains {
  const upnSuffixes = [...evidence.flatMap(pilotSuffixes), ...evidence.flatMap(forestSuffixes)];
  const others = [...evidence.flatMap(connectionPointDomains), ...evidence.flatMap(verifiedDomains)];
  return { upnSuffixes: askable(upnSuffixes), all: askable([...upnSuffixes, ...others]) };
}

const askable = (names: readonly string[]): readonly string[] =>
  [...new Set(names.flatMap((name) => asciiHostName(normalHostName(name))))].filter(
    (name) => routability(name).routable,
  );

/** Names outside ASCII in the form DNS knows them; nothing for a text that holds more than a host name. */
function asciiHostName(name: string): readonly string[] {
  const address = `https://${name}`;
  if (!URL.canParse(address)) return [];
  const { href, hostname } = new URL(address);
  return href === `https://${hostname}/` ? [hostname] : [];
}

function pilotSuffixes(record: EvidenceRecord): readonly string[] {
  if (record.kind !== 'ad.pilot-users') return [];
  const suffixes = [...(record.data?.suffixes ?? [])].sort((a, b) => b.count - a.count);
  return suffixes.map(({ suffix }) => suffix);
}

const forestSuffixes = (record: EvidenceRecord): readonly string[] =>
  record.kind === 'ad.partitions' ? (record.data?.upnSuffixes ?? []) : [];

const connectionPointDomains = (record: EvidenceRecord): readonly string[] =>
  record.kind === 'ad.device-registration' && record.data !== undefined
    ? joinScpsOf(record.data).flatMap(({ keywords }) => parseScpKeywords(keywords).domains)
    : [];

function verifiedDomains(record: EvidenceRecord): readonly string[] {
  if (record.kind === 'entra.domains')
    return record.data?.domains.flatMap(({ id, isVerified }) => (isVerified ? [id] : [])) ?? [];
  return record.kind === 'entra.organization' ? (record.data?.verifiedDomains.map(({ name }) => name) ?? []) : [];
}
