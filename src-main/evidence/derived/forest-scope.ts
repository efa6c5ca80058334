import type { ForestPartitions } from '../../../src-shared/model/evidence/directory';
import type { Scope } from '../../../src-shared/model/scope';

interface Targeted {
  readonly target: string;
}

/** DNS names compare without case and without the dot of the root. */
export const normalHostName = (name: string): string => name.trim().toLowerCase().replace(/\.$/u, '');

export const isSameHost = (one: string, other: string): boolean => normalHostName(one) === normalHostName(other);

/** Whether `name` is `parent` or a name below it. */
export const isBelow = (name: string, parent: string): boolean =>
  isSameHost(name, parent) || normalHostName(name).endsWith(`.${normalHostName(parent)}`);

export interface ForestsInScope<R extends Targeted> {
  readonly records: readonly R[];
  /** Forests the scope names that no record is about. */
  readonly absent: readonly string[];
}

/** Records per forest that the scope asks for; an empty scope asks for every forest in the evidence. */
export function forestsInScope<R extends Targeted>(records: readonly R[], scope: Scope): ForestsInScope<R> {
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
  scope: Scope,
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
