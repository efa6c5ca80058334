import type { PilotComputers, PilotUsers } from '../../../src-shared/model/evidence/directory';
import type { Population, Scope } from '../../../src-shared/model/scope';
import { hasBits } from '../../knowledge/certificate-template-values';
import { groupTypeBit } from '../../knowledge/group-type';
import { domainPrincipal, domainRid, wellKnownSid } from '../../knowledge/well-known-principals';
import { isSameHost } from './forest-scope';
import { commonShare, type PopulationToken, type Share, unknownPopulation } from './population-token';

/** What is known of groups. Accounts and groups are named by SID or DN; undefined = not known. */
export interface Memberships {
  readonly isIn: (account: string, groupSid: string) => boolean | undefined;
  /** Surely a single account. */
  readonly isAccount: (sid: string) => boolean;
}

interface Targeted<T> {
  readonly target: string;
  readonly data: T;
}

/** The accounts of a pilot in one domain. */
interface PilotAccounts {
  readonly total: number;
  /** SIDs of accounts, the whole pilot or a part of it. */
  readonly sids: readonly string[];
  /** Names the pilot, when it is a group whose members all belong to it. */
  readonly group: string | undefined;
  /** Accounts by primary group RID; empty when it was not read. */
  readonly countByPrimaryGroup: Readonly<Record<string, number>>;
  /** Accounts by direct group (DN); absent when it was not read. */
  readonly countByGroup: Readonly<Record<string, number>> | undefined;
}

/** Which SIDs the pilot's computers and users carry, by domain. */
export function pilotPopulations({
  computers,
  users,
  scope,
  principals,
}: {
  readonly computers: readonly Targeted<PilotComputers>[];
  readonly users: readonly Targeted<PilotUsers>[];
  readonly scope: Scope;
  readonly principals: Memberships;
}): {
  readonly computersOf: (domain: string) => PopulationToken;
  readonly usersOf: (domain: string) => PopulationToken;
} {
  const of = <T>(
    records: readonly Targeted<T>[],
    accountsOf: (data: T) => PilotAccounts,
  ): ((domain: string) => PopulationToken) => {
    const tokens = new Map(
      records.map(({ target, data }) => [target.toLowerCase(), tokenOf(accountsOf(data), principals)] as const),
    );
    return (domain) => [...tokens].find(([target]) => isSameHost(target, domain))?.[1] ?? unknownPopulation;
  };
  return {
    computersOf: of(computers, (data) => computerAccounts(data, scope.pilotComputers)),
    usersOf: of(users, (data) => userAccounts(data, scope.pilotUsers)),
  };
}

/** Domain controllers carry what they are made members of; further groups are not known. */
export const controllerPopulation: PopulationToken = {
  shareOf(sid) {
    if (sid === wellKnownSid.enterpriseControllers) return 'all';
    switch (domainPrincipal(sid)?.rid) {
      case domainRid.domainControllers:
        return 'all';
      case domainRid.readOnlyControllers:
        return 'some';
      default:
        return commonShare(sid);
    }
  },
};

function computerAccounts({ total, computers }: PilotComputers, population: Population): PilotAccounts {
  const primary = computers.flatMap(({ primaryGroupId }) => primaryGroupId ?? []);
  return {
    total,
    sids: computers.map(({ objectSid }) => objectSid),
    group: population.kind === 'group' ? population.group : undefined,
    countByPrimaryGroup: countBy(primary),
    countByGroup: undefined,
  };
}

function userAccounts(
  { total, suffixes, withoutUpn, traits, group }: PilotUsers,
  population: Population,
): PilotAccounts {
  const kept = [...(traits?.identities ?? []), ...suffixes.flatMap(({ users }) => users), ...withoutUpn.users];
  // A distribution group is in nobody's token.
  const isSecurityGroup = group?.groupType === undefined || hasBits(group.groupType, groupTypeBit.security);
  const named = population.kind === 'group' && isSecurityGroup ? (group?.objectSid ?? population.group) : undefined;
  return {
    total,
    sids: kept.map(({ objectSid }) => objectSid),
    group: named,
    countByPrimaryGroup: traits?.countByPrimaryGroup ?? {},
    countByGroup: population.kind === 'unit' ? traits?.countByGroup : undefined,
  };
}

function countBy(keys: readonly number[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

function tokenOf(accounts: PilotAccounts, memberships: Memberships): PopulationToken {
  const shares = new Map<string, Share>();
  return {
    shareOf(sid) {
      const key = sid.toUpperCase();
      const share = shares.get(key) ?? shareOfGroup(key, accounts, memberships);
      shares.set(key, share);
      return share;
    },
  };
}

function shareOfGroup(sid: string, accounts: PilotAccounts, memberships: Memberships): Share {
  const common = commonShare(sid);
  if (common !== 'unknown') return common;
  const isOwn = accounts.sids.some((own) => own.toUpperCase() === sid);
  if (isOwn) return accounts.total === 1 ? 'all' : 'some';
  const isEveryOneNamed = new Set(accounts.sids).size >= accounts.total;
  if (isEveryOneNamed && memberships.isAccount(sid)) return 'none';
  const belongs = (group: string): boolean | undefined =>
    group.toUpperCase() === sid ? true : memberships.isIn(group, sid);
  if (accounts.group !== undefined && belongs(accounts.group) === true) return 'all';
  const groups = [...primaryGroups(accounts), ...Object.entries(accounts.countByGroup ?? {})].map(([group, count]) => ({
    count,
    belongs: belongs(group),
  }));
  const within = groups.filter((group) => group.belongs === true);
  if (within.some(({ count }) => count >= accounts.total)) return 'all';
  if (within.length > 0) return 'some';
  // Nobody belongs to it only when all groups of all accounts are known.
  if (accounts.countByGroup !== undefined && groups.length > 0 && groups.every((group) => group.belongs === false))
    return 'none';
  return 'unknown';
}

/** Primary groups, by SID. */
function primaryGroups({ sids, countByPrimaryGroup }: PilotAccounts): readonly (readonly [string, number])[] {
  const domainSid = sids.map((sid) => domainPrincipal(sid)?.domainSid).find((found) => found !== undefined);
  return domainSid === undefined
    ? []
    : Object.entries(countByPrimaryGroup).map(([rid, count]) => [`${domainSid}-${rid}`, count] as const);
}
