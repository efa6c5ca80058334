import type { EvidenceWay } from '../../../src-shared/model/evidence';
import type { ForestPartitions } from '../../../src-shared/model/evidence/directory';
import type { Site, Sites } from '../../../src-shared/model/evidence/forest';
import type {
  DirectoryGroupPolicy,
  GroupPolicyObject,
  GroupPolicyPreferences,
  GroupPolicyRegistry,
  PolicyContainer,
} from '../../../src-shared/model/evidence/policy';
import { dnsNameOf, normalDn } from '../distinguished-name';
import { isBelow, isSameHost, normalHostName } from './forest-scope';
import type { PopulationToken } from './population-token';
import type { ReadGap, ReadRecord } from './read-record';

export interface Read<T> extends ReadRecord<T> {
  /** How it came; a live reading of SYSVOL saw every policy folder, a copy may lack some. */
  readonly source?: { readonly way: EvidenceWay };
}

/** Everything collected about group policy and about whom it may reach. */
export interface PolicyEvidence {
  /** Objects and links, one record a domain. */
  readonly directories: readonly Read<DirectoryGroupPolicy>[];
  /** Settings, one record a policy. */
  readonly registries: readonly Read<GroupPolicyRegistry>[];
  /** Registry preferences, one record a policy. */
  readonly preferences: readonly Read<GroupPolicyPreferences>[];
  /** Policies or domains whose objects, settings or preferences could not be read; targets `<domain>/{GUID}` or `<domain>`. */
  readonly gaps: {
    readonly directories: readonly ReadGap[];
    readonly registries: readonly ReadGap[];
    readonly preferences: readonly ReadGap[];
    readonly sites: readonly ReadGap[];
  };
  /** Sites and their links, one record a forest. */
  readonly sites: readonly Read<Sites>[];
  readonly partitions: readonly Read<ForestPartitions>[];
  /** Which SIDs the accounts of a domain carry that policy is to reach. */
  readonly computersOf: (domain: string) => PopulationToken;
  readonly usersOf: (domain: string) => PopulationToken;
  /** A name for people of a SID. */
  readonly titleOf: (sid: string) => string;
}

export type PolicyHalf = 'machine' | 'user';

/** A policy that a container, or a site, in reach of a place links. */
export interface AppliedPolicy {
  /** DNS name, lower case. */
  readonly domain: string;
  readonly guid: string;
  /** Absent = linked, but no such object was read: deleted, or in a domain that was not read. */
  readonly object?: GroupPolicyObject;
  /** DN of the container that links it. */
  readonly linkedTo: string;
  readonly enforced: boolean;
  /** Only some sites link it (names), and in which of them a computer is the directory does not tell. */
  readonly onlyInSites?: readonly string[];
}

interface Index {
  readonly containers: ReadonlyMap<string, PolicyContainer>;
  readonly objects: ReadonlyMap<string, GroupPolicyObject>;
  readonly registries: ReadonlyMap<string, readonly Read<GroupPolicyRegistry>[]>;
  readonly preferences: ReadonlyMap<string, readonly Read<GroupPolicyPreferences>[]>;
}

/** Places and policies are looked up some thousand times a run. */
const indexes = new WeakMap<PolicyEvidence, Index>();

function indexOf(evidence: PolicyEvidence): Index {
  const known = indexes.get(evidence);
  if (known !== undefined) return known;
  const { directories } = evidence;
  const index = {
    containers: new Map(
      directories.flatMap(({ data }) =>
        data.containers.map((container) => [normalDn(container.distinguishedName), container] as const),
      ),
    ),
    objects: new Map(
      directories.flatMap(({ target, data }) =>
        data.objects.map((object) => [`${normalHostName(target)}/${object.guid}`, object] as const),
      ),
    ),
    registries: byGuid(evidence.registries),
    preferences: byGuid(evidence.preferences),
  };
  indexes.set(evidence, index);
  return index;
}

function byGuid<T extends { readonly data: { readonly guid: string } }>(
  records: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) groups.set(record.data.guid, [...(groups.get(record.data.guid) ?? []), record]);
  return groups;
}

/** The directory record of a DN's domain. */
export const directoryOf = (dn: string, { directories }: PolicyEvidence): Read<DirectoryGroupPolicy> | undefined =>
  directories.find(({ target }) => isSameHost(target, dnsNameOf(dn)));

export const containerOf = (dn: string, evidence: PolicyEvidence): PolicyContainer | undefined =>
  indexOf(evidence).containers.get(normalDn(dn));

export const policyObjectOf = (
  { domain, guid }: Pick<AppliedPolicy, 'domain' | 'guid'>,
  evidence: PolicyEvidence,
): GroupPolicyObject | undefined => indexOf(evidence).objects.get(`${normalHostName(domain)}/${guid}`);

/** The settings of a policy. */
export const registryOf = (
  policy: Pick<AppliedPolicy, 'domain' | 'guid'>,
  evidence: PolicyEvidence,
): Read<GroupPolicyRegistry> | undefined => ownRecord(policy, indexOf(evidence).registries.get(policy.guid) ?? []);

/** The registry preferences of a policy. */
export const preferencesOf = (
  policy: Pick<AppliedPolicy, 'domain' | 'guid'>,
  evidence: PolicyEvidence,
): Read<GroupPolicyPreferences> | undefined => ownRecord(policy, indexOf(evidence).preferences.get(policy.guid) ?? []);

/** A copy of SYSVOL may not tell its domain; then the GUID has to do, unless every domain has a policy of that GUID. */
function ownRecord<T extends { readonly data: { readonly domain: string } }>(
  { domain, guid }: Pick<AppliedPolicy, 'domain' | 'guid'>,
  same: readonly T[],
): T | undefined {
  const own = same.find(({ data }) => isSameHost(data.domain, domain)) ?? same.find(({ data }) => data.domain === '');
  return own ?? (defaultPolicies.includes(guid) ? undefined : same[0]);
}

/** Default Domain Policy and Default Domain Controllers Policy. */
const defaultPolicies: readonly string[] = [
  '31b2f340-016d-11d2-945f-00c04fb984f9',
  '6ac1786c-016f-11d2-945f-00c04fb984f9',
];

/** The gap that explains why something of a policy was not read. */
export const gapOf = (
  { domain, guid }: Pick<AppliedPolicy, 'domain' | 'guid'>,
  gaps: readonly ReadGap[],
): ReadGap | undefined =>
  gaps.find(({ target }) => target.toLowerCase() === `${domain.toLowerCase()}/{${guid}}`) ??
  gaps.find(({ target }) => isSameHost(target, domain) || target === '*');

/** The sites of a domain's forest; undefined when they were not read. */
export function sitesOf(domain: string, { sites, partitions }: PolicyEvidence): readonly Site[] | undefined {
  const forest = partitions.find(({ data }) => data.domains.some(({ dnsRoot }) => isSameHost(dnsRoot, domain)))?.target;
  return sites.find(({ target }) => (forest === undefined ? isBelow(domain, target) : isSameHost(target, forest)))?.data
    .sites;
}

/** The version counts changes: low word of the machine half, high word of the user half. A half that was never changed holds nothing. */
export function isEmptyHalf({ object }: Pick<AppliedPolicy, 'object'>, half: PolicyHalf): boolean {
  const version = object?.versionNumber;
  if (version === undefined) return false;
  return (half === 'machine' ? version & 0xffff : version >>> 16) === 0;
}

/** Display name of a policy; a linked one without a visible object has none. */
export const titleOf = ({ object, guid }: Pick<AppliedPolicy, 'object' | 'guid'>): string =>
  object === undefined || object.isHidden === true
    ? 'a policy that is not visible'
    : object.displayName === guid
      ? 'a policy without a name'
      : `“${object.displayName}”`;

/** The same at the beginning of a sentence. */
export function subjectOf(policy: Pick<AppliedPolicy, 'object' | 'guid'>): string {
  const title = titleOf(policy);
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
}

export const halfTitles: Readonly<Record<PolicyHalf, string>> = { machine: 'computer half', user: 'user half' };
