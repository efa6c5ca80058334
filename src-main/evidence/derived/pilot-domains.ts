import type { Population, Scope } from '../../../src-shared/model/scope';
import { dnsNameOf } from '../distinguished-name';
import { type DomainsInScope, isSameHost, normalHostName } from './forest-scope';

interface Counted {
  readonly target: string;
  readonly data: { readonly total: number };
}

/** Accounts of one of the two populations, counted per domain as far as domains were read. */
export interface CountedPopulation {
  readonly population: Population;
  readonly records: readonly Counted[];
}

/** Both populations of the scope with what was counted of them. */
export const countedPopulations = (
  { pilotUsers, pilotComputers }: Scope,
  users: readonly Counted[],
  computers: readonly Counted[],
): readonly CountedPopulation[] => [
  { population: pilotUsers, records: users },
  { population: pilotComputers, records: computers },
];

/** The domains in scope that hold pilot accounts, or may: only one that was counted, or that a named unit does not lie in, is known to hold none. */
export function pilotDomains(domains: DomainsInScope, populations: readonly CountedPopulation[]): readonly string[] {
  const counted = populations.flatMap(({ records }) => records.map(({ target }) => normalHostName(target)));
  return [...new Set([...domains.known, ...counted])]
    .filter(domains.includes)
    .filter((domain) => populations.some((population) => mayHold(domain, population)));
}

function mayHold(domain: string, { population, records }: CountedPopulation): boolean {
  const record = records.find(({ target }) => isSameHost(target, domain));
  if (record !== undefined) return record.data.total > 0;
  return population.kind !== 'unit' || isSameHost(dnsNameOf(population.unit), domain);
}
