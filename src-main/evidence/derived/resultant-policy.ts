import type {
  DirectoryGroupPolicy,
  GroupPolicyObject,
  GroupPolicyRegistry,
  PolicyContainer,
  PolicyValue,
} from '../../../src-shared/model/evidence/policy';
import type { UnknownReason } from '../../../src-shared/model/outcome';
import { dnsNameOf, domainPartOf, normalDn, parentDn, sameDn } from '../distinguished-name';
import { isSameHost } from './forest-scope';

export interface Read<T> {
  readonly id: string;
  readonly target: string;
  readonly data: T;
}

/** Everything collected about group policy. */
export interface PolicyEvidence {
  /** Objects and links, one record a domain. */
  readonly directories: readonly Read<DirectoryGroupPolicy>[];
  /** Settings, one record a policy. */
  readonly registries: readonly Read<GroupPolicyRegistry>[];
  /** Policies whose settings could not be read; targets `<domain>/{GUID}`. */
  readonly gaps: readonly { readonly target: string; readonly reason: UnknownReason; readonly message: string }[];
}

export type PolicyHalf = 'machine' | 'user';

/** A policy that reaches a place of the directory. */
export interface AppliedPolicy {
  readonly domain: string;
  readonly guid: string;
  /** Absent = linked, but the object is not visible: deleted, or not readable for the account. */
  readonly object?: GroupPolicyObject;
  /** DN of the container that links it. */
  readonly linkedTo: string;
  readonly enforced: boolean;
}

const machineHalfOff = 2;
const userHalfOff = 1;

/** The directory record of a DN's domain. */
export const directoryOf = (dn: string, { directories }: PolicyEvidence): Read<DirectoryGroupPolicy> | undefined =>
  directories.find(({ target }) => isSameHost(target, dnsNameOf(dn)));

/**
 * The policies one half of which reaches accounts in `unit`, the winner first; undefined when links of the domain were not read.
 *
 * Rule (MS-GPOL 3.2.5.1.4 to 3.2.5.1.6): scopes are the domain and the organisational units down to `unit`. Within a scope the first link wins. Links that
 * are not enforced: the innermost scope wins, and a scope that blocks inheritance cuts off those above it. Enforced links pass the block, win over all
 * others, and the outermost wins. Disabled links and policies whose half is switched off do not count. Links of sites, WMI filters and security filtering
 * are not looked at (POL-007).
 */
export function appliedPolicies(
  unit: string,
  half: PolicyHalf,
  evidence: PolicyEvidence,
): readonly AppliedPolicy[] | undefined {
  const directory = directoryOf(unit, evidence);
  if (directory === undefined) return undefined;
  const scopes = scopesOf(unit, directory.data.containers);
  const blockedAbove = scopes.findIndex(({ blocksInheritance }) => blocksInheritance);
  const inherited = blockedAbove < 0 ? scopes : scopes.slice(0, blockedAbove + 1);
  const placed = [...linksOf([...scopes].reverse(), true), ...linksOf(inherited, false)].map(
    ({ guid, container, enforced }): AppliedPolicy => {
      const object = directory.data.objects.find((candidate) => candidate.guid === guid);
      return {
        domain: directory.target,
        guid,
        linkedTo: container,
        enforced,
        ...(object === undefined ? {} : { object }),
      };
    },
  );
  const off = half === 'machine' ? machineHalfOff : userHalfOff;
  return placed.filter(({ object }) => object === undefined || (object.flags & off) === 0);
}

/** The containers from `unit` up to the head of the domain that link policies or block inheritance, innermost first. */
function scopesOf(unit: string, containers: readonly PolicyContainer[]): readonly PolicyContainer[] {
  const byDn = new Map(containers.map((container) => [normalDn(container.distinguishedName), container]));
  const head = domainPartOf(unit);
  const scopes: PolicyContainer[] = [];
  for (let dn = unit; dn !== ''; dn = parentDn(dn)) {
    const scope = byDn.get(normalDn(dn));
    if (scope !== undefined) scopes.push(scope);
    if (sameDn(dn, head)) break;
  }
  return scopes;
}

const linksOf = (scopes: readonly PolicyContainer[], enforced: boolean) =>
  scopes.flatMap(({ distinguishedName, links }) =>
    links
      .filter((link) => !link.disabled && link.enforced === enforced)
      .map((link) => ({ ...link, container: distinguishedName })),
  );

export interface SettingName {
  /** Below HKLM or HKCU. */
  readonly key: string;
  readonly name: string;
}

/** What group policy makes of a number in the registry. */
export type Setting =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'set';
      readonly value: number;
      readonly by: AppliedPolicy;
      readonly half: PolicyHalf;
      readonly evidenceId: string;
    }
  /** A policy that may decide was not read; `otherwise` holds when it says nothing. */
  | { readonly kind: 'unsure'; readonly reason: UnknownReason; readonly note: string; readonly otherwise: Setting };

/** The value that accounts in `unit` get from group policy; undefined when links of the domain were not read. */
export function settingAt(
  unit: string,
  half: PolicyHalf,
  name: SettingName,
  evidence: PolicyEvidence,
): Setting | undefined {
  const policies = appliedPolicies(unit, half, evidence);
  return policies === undefined ? undefined : firstSetting(policies, half, name, evidence);
}

function firstSetting(
  policies: readonly AppliedPolicy[],
  half: PolicyHalf,
  name: SettingName,
  evidence: PolicyEvidence,
): Setting {
  const [policy, ...lower] = policies;
  if (policy === undefined) return { kind: 'absent' };
  const registry = registryOf(policy, evidence);
  if (registry === undefined) {
    if (isEmptyHalf(policy, half)) return firstSetting(lower, half, name, evidence);
    return { kind: 'unsure', ...unreadPolicy(policy, evidence), otherwise: firstSetting(lower, half, name, evidence) };
  }
  const entry = lastEntry(registry.data[half]?.values ?? [], name);
  if (entry === undefined) return firstSetting(lower, half, name, evidence);
  if (entry.deletes) return { kind: 'absent' };
  if (typeof entry.value === 'number')
    return { kind: 'set', value: entry.value, by: policy, half, evidenceId: registry.id };
  const note = `${titleOf(policy)} sets ${name.name} to something that is no number.`;
  return { kind: 'unsure', reason: 'unreadable', note, otherwise: firstSetting(lower, half, name, evidence) };
}

/** The settings of a policy. A copy of SYSVOL may not tell its domain; then the GUID has to do, unless every domain has a policy of that GUID. */
export function registryOf(
  { domain, guid }: Pick<AppliedPolicy, 'domain' | 'guid'>,
  { registries }: PolicyEvidence,
): Read<GroupPolicyRegistry> | undefined {
  const same = registries.filter(({ data }) => data.guid === guid);
  const own = same.find(({ data }) => isSameHost(data.domain, domain)) ?? same.find(({ data }) => data.domain === '');
  return own ?? (defaultPolicies.includes(guid) ? undefined : same[0]);
}

/** Default Domain Policy and Default Domain Controllers Policy. */
const defaultPolicies: readonly string[] = [
  '31b2f340-016d-11d2-945f-00c04fb984f9',
  '6ac1786c-016f-11d2-945f-00c04fb984f9',
];

/** The version counts changes: low word of the machine half, high word of the user half. A half that was never changed holds nothing. */
export function isEmptyHalf({ object }: AppliedPolicy, half: PolicyHalf): boolean {
  const version = object?.versionNumber;
  if (version === undefined) return false;
  return (half === 'machine' ? version & 0xffff : version >>> 16) === 0;
}

function unreadPolicy(
  policy: AppliedPolicy,
  { gaps }: PolicyEvidence,
): { readonly reason: UnknownReason; readonly note: string } {
  const gap = gaps.find(({ target }) => target.toLowerCase() === `${policy.domain.toLowerCase()}/{${policy.guid}}`);
  const note = `The settings of ${titleOf(policy)}, which applies here, were not read${gap === undefined ? '' : `: ${gap.message}`}`;
  return { reason: gap?.reason ?? 'not-collected', note: gap === undefined ? `${note}.` : note };
}

/** Entries of a file are carried out one after the other. */
export function lastEntry(values: readonly PolicyValue[], { key, name }: SettingName): PolicyValue | undefined {
  return values.findLast(
    (value) =>
      value.key.toLowerCase() === key.toLowerCase() &&
      (value.name.toLowerCase() === name.toLowerCase() || (value.deletes && value.name === '*')),
  );
}

/** Display name of a policy; a linked one without a visible object has none. */
export const titleOf = ({ object, guid }: Pick<AppliedPolicy, 'object' | 'guid'>): string =>
  object === undefined
    ? 'a policy that is not visible'
    : object.displayName === guid
      ? 'a policy without a name'
      : `“${object.displayName}”`;
