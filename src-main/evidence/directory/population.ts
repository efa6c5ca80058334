import type { Population } from '../../../src-shared/model/scope';
import { dnsNameOf, isWithin, normalDn, sameDn } from '../distinguished-name';
import { ridOf } from '../sid';
import type { DirectoryContext, DirectoryEntry, DirectorySearch, PilotGroup } from './directory-topic';
import { numberOf, rawTextsOf } from './entry-values';
import { filterValue, inChain } from './ldap-filter';

/** How the accounts of a population are found in one domain, live and in an export. */
export interface PopulationReading {
  searches(filter: string, attributes: readonly string[]): readonly DirectorySearch[];
  /** Whether an account of an export belongs to it. */
  includes(entry: DirectoryEntry): boolean;
  /** DNs an export must hold to span it. */
  readonly span: readonly string[];
  /** False when a group or unit is named that this domain does not show; `seen` are the DNs (normal form) the search of the unit itself gave. */
  found(seen: ReadonlySet<string>): boolean;
  /** After an export was read: why its members cannot be told, as a sentence. */
  problem(): string | undefined;
}

/** Reads a population in the context's domain. */
export function populationReading(population: Population, context: DirectoryContext): PopulationReading {
  const { namingContext } = context.domain;
  const wholeDomain = [normalDn(namingContext), normalDn(`CN=Users,${namingContext}`)];
  switch (population.kind) {
    case 'all':
      return {
        searches: (filter, attributes) => [{ base: namingContext, scope: 'sub', filter, attributes }],
        includes: () => true,
        span: wholeDomain,
        found: () => true,
        problem: () => undefined,
      };
    case 'unit':
      return unitReading(population.unit, context);
    case 'group':
      return groupReading(population.group, context, wholeDomain);
  }
}

function unitReading(unit: string, context: DirectoryContext): PopulationReading {
  const here = isWithin(unit, context.domain.namingContext);
  return {
    searches: (filter, attributes) =>
      here
        ? [
            { base: unit, scope: 'base', filter: '(objectClass=*)', attributes: ['objectClass'] },
            { base: unit, scope: 'sub', filter, attributes },
          ]
        : [],
    includes: ({ dn }) => isWithin(dn, unit),
    span: [normalDn(unit)],
    found: (seen) => here && (context.origin === 'export' || seen.has(normalDn(unit))),
    problem: () => undefined,
  };
}

function groupReading(name: string, context: DirectoryContext, span: readonly string[]): PopulationReading {
  const group = context.pilotGroups.get(name);
  if (group === undefined)
    return { searches: () => [], includes: () => false, span, found: () => false, problem: () => undefined };
  const rid = primaryGroupRid(group, context);
  const byPrimaryGroup = rid === undefined ? '' : `(primaryGroupID=${rid})`;
  const { nestedGroups = new Set(), directMembers = new Set() } = group;
  let memberOfSeen = false;
  return {
    searches: (filter, attributes) => [
      {
        base: context.domain.namingContext,
        scope: 'sub',
        filter: `(&${filter}(|(memberOf:${inChain}:=${filterValue(group.dn)})${byPrimaryGroup}))`,
        attributes,
      },
    ],
    includes(entry) {
      const memberOf = rawTextsOf(entry, 'memberof');
      memberOfSeen ||= memberOf.length > 0;
      if (directMembers.has(normalDn(entry.dn)) || memberOf.some((dn) => nestedGroups.has(normalDn(dn)))) return true;
      return rid !== undefined && numberOf(entry, 'primarygroupid') === rid;
    },
    span,
    found: () => true,
    problem: () =>
      memberOfSeen || (directMembers.size > 0 && nestedGroups.size <= 1)
        ? undefined
        : `No account of the export has memberOf, so the members of ${group.dn} cannot be told.`,
  };
}

/** Membership by primary group is not in `memberOf`; the number is relative to the group's own domain. */
function primaryGroupRid({ dn, sid }: PilotGroup, { domain }: DirectoryContext): number | undefined {
  return sid !== undefined && dnsNameOf(dn) === domain.dnsRoot.toLowerCase() ? ridOf(sid) : undefined;
}

/** Whether an entry is the unit that names a population; its search gives it besides the accounts. */
export const isUnitOf = (population: Population, entry: DirectoryEntry): boolean =>
  population.kind === 'unit' && sameDn(population.unit, entry.dn);
