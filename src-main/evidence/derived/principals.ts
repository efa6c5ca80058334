import type {
  DirectoryGroups,
  PrivilegedGroups,
  ServiceAccount,
  ServiceAccounts,
} from '../../../src-shared/model/evidence/access';
import type { DomainHead, ForestPartitions } from '../../../src-shared/model/evidence/directory';
import type { DirectoryServers } from '../../../src-shared/model/evidence/forest';
import type { Scope } from '../../../src-shared/model/scope';
import {
  domainRid,
  isLowPrivilegedSid,
  isTierZeroSid,
  wellKnownSid,
  wellKnownTitle,
} from '../../knowledge/well-known-principals';
import { derivedOnce } from './derived-once';
import { domainsInScope, isSameHost } from './forest-scope';
import { Membership, primaryGroupSid } from './membership';
import { DomainNames, principalNames } from './principal-names';
import type { ReadData } from './read-record';

export interface PrincipalSources {
  readonly groups: readonly ReadData<DirectoryGroups>[];
  readonly privilegedGroups: readonly ReadData<PrivilegedGroups>[];
  readonly serviceAccounts: readonly ReadData<ServiceAccounts>[];
  readonly domains: readonly ReadData<DomainHead>[];
  readonly partitions?: readonly ReadData<ForestPartitions>[];
  readonly servers?: readonly ReadData<DirectoryServers>[];
  /** DNS names of every domain there is; absent = those that `partitions` name. */
  readonly knownDomains?: readonly string[];
}

/** What a token is made from. */
export type TokenOwner = Pick<ServiceAccount, 'distinguishedName' | 'objectSid' | 'memberOf' | 'primaryGroupId'>;

/** `unknown` = an account or group of which nothing was read, and that may be in a group of Tier 0. */
export type Tier = 'zero' | 'other' | 'unknown';

/** Accounts and groups of all domains that were read, by SID. */
export interface PrincipalView {
  /** A name for a person, never a SID: `CONTOSO\name`, the English name of a well-known principal, or "an account that is not visible". */
  readonly titleOf: (sid: string) => string;
  /** Whether {@link titleOf} has a name for it. */
  readonly isVisible: (sid: string) => boolean;
  readonly tierOf: (sid: string) => Tier;
  /** Surely Tier 0 by itself or by a group (catalogue section 10). */
  readonly isTierZero: (sid: string) => boolean;
  /** Stands for nearly everybody (catalogue section 10), or is a group known to hold such a group. */
  readonly isLowPrivileged: (sid: string) => boolean;
  /** Groups that stand for everybody of the domains that were read: domain users and computers, Everyone, Authenticated Users. */
  readonly everybodySids: readonly string[];
  /** A single account that was read, not a group. */
  readonly isAccount: (sid: string) => boolean;
  /** Transitively; undefined = not known. */
  readonly isIn: (sidOrDn: string, groupSid: string) => boolean | undefined;
  /** Every SID an account carries on a domain controller; not complete when groups were not read. */
  readonly tokenOf: (account: TokenOwner) => { readonly sids: ReadonlySet<string>; readonly isComplete: boolean };
}

/** The optional kinds a check spreads into its `needs` to call {@link principalsOf}. */
export const principalNeeds = [
  'ad.groups?',
  'ad.privileged-groups?',
  'ad.service-accounts?',
  'ad.servers?',
  'ad.domain?',
  'ad.partitions?',
] as const;

interface PrincipalInputs {
  readonly 'ad.groups': { readonly records: readonly ReadData<DirectoryGroups>[] };
  readonly 'ad.privileged-groups': { readonly records: readonly ReadData<PrivilegedGroups>[] };
  readonly 'ad.service-accounts': { readonly records: readonly ReadData<ServiceAccounts>[] };
  readonly 'ad.servers': { readonly records: readonly ReadData<DirectoryServers>[] };
  readonly 'ad.domain': { readonly records: readonly ReadData<DomainHead>[] };
  readonly 'ad.partitions': { readonly records: readonly ReadData<ForestPartitions>[] };
}

const principalKinds = principalNeeds.map((need) => need.slice(0, -1) as keyof PrincipalInputs);

/** The principals of the domains in scope; made once a run, because many checks ask for them. */
export const principalsOf = derivedOnce(
  (inputs: PrincipalInputs, scope: Scope) => [...principalKinds.map((kind) => inputs[kind]), scope],
  readPrincipals,
);

function readPrincipals(inputs: PrincipalInputs, scope: Scope): PrincipalView {
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  const inScope = <T>({ records }: { readonly records: readonly ReadData<T>[] }): readonly ReadData<T>[] =>
    records.filter(({ target }) => domains.includes(target));
  return viewPrincipals({
    groups: inScope(inputs['ad.groups']),
    privilegedGroups: inScope(inputs['ad.privileged-groups']),
    serviceAccounts: inScope(inputs['ad.service-accounts']),
    domains: inScope(inputs['ad.domain']),
    servers: inScope(inputs['ad.servers']),
    partitions: inputs['ad.partitions'].records,
    knownDomains: domains.known,
  });
}

export function viewPrincipals(sources: PrincipalSources): PrincipalView {
  const known = sources.knownDomains ?? domainsNamedIn(sources);
  const isReadIn = (records: readonly ReadData<unknown>[], domain: string): boolean =>
    records.some(({ target }) => isSameHost(target, domain));
  // Without the list of domains there may always be another one.
  const isEveryDomainRead = known.length > 0 && known.every((domain) => isReadIn(sources.groups, domain));
  const membership = new Membership({
    groups: sources.groups.map(({ data }) => data),
    privilegedGroups: sources.privilegedGroups.map(({ data }) => data),
    serviceAccounts: sources.serviceAccounts.map(({ data }) => data),
    isEveryDomainRead,
  });
  const domains = new DomainNames(sources, known);
  const names = principalNames(sources, domains);
  const accountSids = new Set(
    sources.serviceAccounts.flatMap(({ data }) => data.accounts.map(({ objectSid }) => objectSid)),
  );
  const everybodySids = everybodyIn(domains);
  const isIn = (sidOrDn: string, groupSid: string): boolean | undefined => {
    const { sids, isComplete } = membership.ancestryOf(sidOrDn);
    if (sids.has(groupSid)) return true;
    // Nobody is in an account.
    return isComplete || accountSids.has(groupSid) ? false : undefined;
  };
  const isOwnTierZero = (sid: string): boolean => isTierZeroSid(sid) && !domains.isForeign(sid);
  const tierOf = (sid: string): Tier => {
    if (isOwnTierZero(sid)) return 'zero';
    if (isLowPrivilegedSid(sid)) return 'other';
    const { sids, isComplete } = membership.ancestryOf(sid);
    if ([...sids].some(isOwnTierZero)) return 'zero';
    if (isComplete || domains.isForeign(sid)) return 'other';
    // Every user in a group of Tier 0 is protected, and protected users are among the accounts read.
    const domain = domains.nameOf(sid);
    const isStranger =
      names.get(sid) === undefined && domain !== undefined && isReadIn(sources.serviceAccounts, domain);
    return isStranger && isEveryDomainRead ? 'other' : 'unknown';
  };
  return {
    titleOf: (sid) => names.get(sid) ?? (domains.isForeign(sid) ? undefined : wellKnownTitle(sid)) ?? notVisible,
    isVisible: (sid) => names.has(sid) || (wellKnownTitle(sid) !== undefined && !domains.isForeign(sid)),
    tierOf,
    isTierZero: (sid) => tierOf(sid) === 'zero',
    isLowPrivileged: (sid) =>
      isLowPrivilegedSid(sid) || everybodySids.some((everybody) => membership.ancestryOf(everybody).sids.has(sid)),
    everybodySids,
    isAccount: (sid) => accountSids.has(sid),
    isIn,
    tokenOf(account) {
      const { sids, isComplete } = membership.climb(account);
      const primary = primaryGroupSid(account);
      const own = [wellKnownSid.everyone, wellKnownSid.authenticatedUsers, wellKnownSid.users].flatMap((sid) => [
        ...membership.ancestryOf(sid).sids,
      ]);
      return { sids: new Set([...sids, ...own, ...(primary === undefined ? [] : [primary])]), isComplete };
    },
  };
}

const domainsNamedIn = ({ partitions = [] }: PrincipalSources): readonly string[] =>
  partitions.flatMap(({ data }) => data.domains.map(({ dnsRoot }) => dnsRoot));

const everybodyIn = ({ sids }: DomainNames): readonly string[] => [
  ...sids.flatMap((sid) => [`${sid}-${domainRid.domainUsers}`, `${sid}-${domainRid.domainComputers}`]),
  wellKnownSid.authenticatedUsers,
  wellKnownSid.everyone,
];

const notVisible = 'an account that is not visible';
