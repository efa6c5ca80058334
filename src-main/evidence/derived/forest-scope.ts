import type { ForestPartitions } from '../../../src-shared/model/evidence/directory';

/** What of a `Scope` decides about forests. */
interface ForestScope {
  readonly forests: readonly string[];
}

interface Targeted {
  readonly target: string;
}

/** DNS names compare without case and without the dot of the root. */
export const normalHostName = (name: string): string => name.trim().toLowerCase().replace(/\.$/u, '');

export const isSameHost = (one: string, other: string): boolean => normalHostName(one) === normalHostName(other);

/** Whether a machine that names itself `name` is the host: some leave out their domain. */
export const isHostNamed = (name: string, dnsHostName: string): boolean =>
  name.includes('.')
    ? isSameHost(name, dnsHostName)
    : normalHostName(dnsHostName).split('.')[0] === normalHostName(name);

/** Whether `name` is `parent` or a name below it. */
export const isBelow = (name: string, parent: string): boolean =>
  isSameHost(name, parent) || normalHostName(name).endsWith(`.${normalHostName(parent)}`);

export interface ForestsInScope<R extends Targeted> {
  readonly records: readonly R[];
  /** Forests the scope names that no record is about. */
  readonly absent: readonly string[];
}

/** Records per forest that the scope asks for; an empty scope asks for every forest in the evidence. */
export function forestsInScope<R extends Targeted>(records: readonly R[], scope: ForestScope): ForestsInScope<R> {
  if (scope.forests.length === 0) return { records, absent: [] };
  return {
    records: records.filter(({ target }) => scope.forests.some((forest) => isSameHost(forest, target))),
    absent: scope.forests
      .map(normalHostName)
      .filter((forest) => !records.some(({ target }) => isSameHost(forest, target))),
  };
}

/** The domains a run is about. */
export interface DomainsInScope {
  readonly includes: (domain: string) => boolean;
  /** Every domain the forests in scope say they have, so that one nobody read is noticed. */
  readonly known: readonly string[];
}

/** Domains of the forests in scope. A domain that no crossRef names belongs to a forest by its name alone. */
export function domainsInScope(
  partitions: readonly (Targeted & { readonly data: ForestPartitions })[],
  scope: ForestScope,
): DomainsInScope {
  const { records, absent } = forestsInScope(partitions, scope);
  // A forest is named after its root domain, so one nobody read still has that domain.
  const known = [
    ...new Set([
      ...records.flatMap(({ data }) => data.domains.map(({ dnsRoot }) => normalHostName(dnsRoot))),
      ...absent,
    ]),
  ];
  return {
    known,
    includes: (domain) =>
      scope.forests.length === 0 ||
      known.includes(normalHostName(domain)) ||
      scope.forests.some((forest) => isBelow(domain, forest)),
  };
}

/** The forest whose crossRefs name a domain, by its root domain; where none does, the nearest forest the domain lies below. Undefined = no forest is known. */
export function forestOfDomain(
  domain: string,
  partitions: readonly (Targeted & { readonly data: ForestPartitions })[],
): string | undefined {
  const named = partitions.find(({ data }) => data.domains.some(({ dnsRoot }) => isSameHost(dnsRoot, domain)));
  const above = partitions.filter(({ target }) => isBelow(domain, target));
  const nearest = [...above].sort((a, b) => b.target.length - a.target.length)[0];
  const forest = named ?? nearest;
  return forest === undefined ? undefined : normalHostName(forest.target);
}
