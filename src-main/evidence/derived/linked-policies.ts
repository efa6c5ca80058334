import type { Site } from '../../../src-shared/model/evidence/forest';
import type { GroupPolicyLink, PolicyContainer } from '../../../src-shared/model/evidence/policy';
import { dnsNameOf, domainPartOf, parentDn, sameDn } from '../distinguished-name';
import { groupPolicyLinks } from '../group-policy-link';
import { isSameHost } from './forest-scope';
import {
  type AppliedPolicy,
  containerOf,
  directoryOf,
  isEmptyHalf,
  type PolicyEvidence,
  policyObjectOf,
  type Read,
  registryOf,
  sitesOf,
} from './policy-evidence';

/** Links of one scope of management, the winner first. */
interface PolicyScope extends Pick<PolicyContainer, 'distinguishedName' | 'links' | 'blocksInheritance'> {
  /** Sites that have a link, by its key; only of the scope that stands for all sites. */
  readonly sitesByLink?: ReadonlyMap<string, readonly string[]>;
  readonly siteCount?: number;
}

/**
 * The policies that are linked to `unit`, the winner first and not filtered yet; undefined when links of the domain were not read.
 *
 * Rule (MS-GPOL 3.2.5.1.3 to 3.2.5.1.5): scopes are the organisational units from `unit` upwards, the domain and the site. Within a scope the last link of the
 * attribute wins. Links that are not enforced: the innermost scope wins, and a scope that blocks inheritance cuts off those above it, the site included.
 * Enforced links pass the block, win over all others, and the outermost wins, first of all the site. Disabled links do not count.
 */
export function linkedPolicies(unit: string, evidence: PolicyEvidence): readonly AppliedPolicy[] | undefined {
  const directory = directoryOf(unit, evidence);
  if (directory === undefined) return undefined;
  const known = linkedByScope.get(evidence) ?? new Map<string, readonly AppliedPolicy[]>();
  linkedByScope.set(evidence, known);
  const key = scopeKeyOf(unit, evidence);
  const policies = known.get(key) ?? linkedIn(unit, directory, evidence);
  known.set(key, policies);
  return policies;
}

/** A large pilot asks for the same few scopes thousands of times. */
const linkedByScope = new WeakMap<PolicyEvidence, Map<string, readonly AppliedPolicy[]>>();

function linkedIn(unit: string, directory: Read<unknown>, evidence: PolicyEvidence): readonly AppliedPolicy[] {
  const domain = directory.target.toLowerCase();
  const scopes = [...scopesOf(unit, evidence), siteScope(domain, evidence)];
  const blockedAbove = scopes.findIndex(({ blocksInheritance }) => blocksInheritance);
  const inherited = blockedAbove < 0 ? scopes : scopes.slice(0, blockedAbove + 1);
  return [...linksOf([...scopes].reverse(), true), ...linksOf(inherited, false)]
    .map(({ link, scope }) => toPolicy(link, scope, domain, evidence))
    .filter((policy) => !isDeleted(policy, evidence));
}

/** The containers from `unit` up to the head of the domain that link policies or block inheritance, innermost first. */
function scopesOf(unit: string, evidence: PolicyEvidence): readonly PolicyScope[] {
  const head = domainPartOf(unit);
  const scopes: PolicyContainer[] = [];
  for (let dn = unit; dn !== ''; dn = parentDn(dn)) {
    const scope = containerOf(dn, evidence);
    if (scope !== undefined) scopes.push(scope);
    if (sameDn(dn, head)) break;
  }
  return scopes;
}

const linkKey = ({ guid, domain, enforced }: GroupPolicyLink): string => `${domain ?? ''}/${guid}/${enforced}`;

/** All sites of the forest as one scope: with one site, or a link that all sites have, it is known that it counts. */
function siteScope(domain: string, evidence: PolicyEvidence): PolicyScope {
  const sites = sitesOf(domain, evidence) ?? [];
  const scope = scopeBySites.get(sites) ?? scopeOfSites(sites);
  scopeBySites.set(sites, scope);
  return scope;
}

const scopeBySites = new WeakMap<readonly Site[], PolicyScope>();

function scopeOfSites(sites: readonly Site[]): PolicyScope {
  const links = new Map<string, GroupPolicyLink>();
  const sitesByLink = new Map<string, string[]>();
  for (const { name, groupPolicyLink } of sites) {
    for (const link of groupPolicyLinks(groupPolicyLink ?? '').filter(({ disabled }) => !disabled)) {
      links.set(linkKey(link), link);
      sitesByLink.set(linkKey(link), [...(sitesByLink.get(linkKey(link)) ?? []), name]);
    }
  }
  const only = sites.length === 1 ? sites[0] : undefined;
  return {
    distinguishedName: only?.distinguishedName ?? 'sites',
    links: [...links.values()],
    blocksInheritance: false,
    sitesByLink,
    siteCount: sites.length,
  };
}

const linksOf = (scopes: readonly PolicyScope[], enforced: boolean) =>
  scopes.flatMap((scope) =>
    scope.links.filter((link) => !link.disabled && link.enforced === enforced).map((link) => ({ link, scope })),
  );

function toPolicy(
  link: GroupPolicyLink,
  { distinguishedName, sitesByLink, siteCount }: PolicyScope,
  ownDomain: string,
  evidence: PolicyEvidence,
): AppliedPolicy {
  const policy = { domain: link.domain ?? ownDomain, guid: link.guid };
  const object = policyObjectOf(policy, evidence);
  const linkingSites = sitesByLink?.get(linkKey(link)) ?? [];
  return {
    ...policy,
    linkedTo: distinguishedName,
    enforced: link.enforced,
    ...(object === undefined ? {} : { object }),
    ...(linkingSites.length > 0 && linkingSites.length !== siteCount ? { onlyInSites: linkingSites } : {}),
  };
}

/**
 * Links of deleted policies stay behind; clients pass them over. A policy without a visible object is taken for deleted when SYSVOL holds no folder of it either,
 * although the folders of all other policies of its domain were seen.
 */
function isDeleted(policy: AppliedPolicy, evidence: PolicyEvidence): boolean {
  if (policy.object !== undefined || isFolderSeen(policy, evidence)) return false;
  const isSysvolRead = evidence.registries.some(
    ({ data }) => data.domain === '' || isSameHost(data.domain, policy.domain),
  );
  return isSysvolRead && isEveryPolicy(policy.domain, evidence, (one) => isFolderSeen(one, evidence));
}

const isFolderSeen = (policy: Pick<AppliedPolicy, 'domain' | 'guid'>, evidence: PolicyEvidence): boolean =>
  registryOf(policy, evidence) !== undefined ||
  evidence.gaps.registries.some(
    ({ target }) => target.toLowerCase() === `${policy.domain.toLowerCase()}/{${policy.guid}}`,
  );

/** Whether the settings of every policy of a domain that is visible were read. */
export const isEveryPolicyOfDomainRead = (domain: string, evidence: PolicyEvidence): boolean =>
  isEveryPolicy(domain, evidence, (policy) => registryOf(policy, evidence) !== undefined);

/** Policies that were never changed may lack a folder in a copy. */
function isEveryPolicy(
  domain: string,
  { directories }: PolicyEvidence,
  holds: (policy: Pick<AppliedPolicy, 'domain' | 'guid' | 'object'>) => boolean,
): boolean {
  const directory = directories.find(({ target }) => isSameHost(target, domain));
  return (
    directory?.data.objects.every((object) => {
      const policy = { domain, guid: object.guid, object };
      return holds(policy) || (isEmptyHalf(policy, 'machine') && isEmptyHalf(policy, 'user'));
    }) ?? false
  );
}

/** Key of the scopes of a place: places with the same key have the same links. */
function scopeKeyOf(unit: string, evidence: PolicyEvidence): string {
  const [innermost] = scopesOf(unit, evidence);
  return `${dnsNameOf(unit)} ${innermost?.distinguishedName.toLowerCase() ?? ''}`;
}
