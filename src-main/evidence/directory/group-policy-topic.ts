import type { GroupPolicyObject, PolicyContainer } from '../../../src-shared/model/evidence/policy';
import { firstNameOf, normalDn } from '../distinguished-name';
import { groupPolicyLinks } from '../group-policy-link';
import { guidFromText } from '../guid';
import { present } from '../present';
import { printable } from '../printable';
import { wmiFilterGuid, wmiQueries } from '../wmi-filter';
import type { DirectoryContext, DirectoryEntry, DirectoryTopic, TopicReader } from './directory-topic';
import { isDomainHead } from './domain-topic';
import { flagsOf, hasAttribute, isOfClass, numberOf, rawTextOf, securityDescriptorOf, textOf } from './entry-values';

const inheritanceBlocked = 1;
const policies = /^cn=[^,]+,cn=policies,cn=system,dc=/u;
const wmiFilters = /^cn=[^,]+,cn=som,cn=wmipolicy,cn=system,dc=/u;

/**
 * Group policy objects of a domain with their filters, and what its head and organisational units link. Objects and filters that the account may not read
 * are kept as hidden: what they would do is not known, but that they are there is.
 */
export const groupPolicyTopic: DirectoryTopic<'ad.group-policy'> = {
  kind: 'ad.group-policy',
  per: 'domain',
  searches: ({ domain }) => [
    {
      base: `CN=Policies,CN=System,${domain.namingContext}`,
      scope: 'one',
      filter: '(objectClass=*)',
      attributes: [
        'objectClass',
        'name',
        'displayName',
        'flags',
        'versionNumber',
        'gPCFileSysPath',
        'gPCWQLFilter',
        'gPCMachineExtensionNames',
        'gPCUserExtensionNames',
        'nTSecurityDescriptor',
      ],
      securityDescriptor: true,
      keepsHidden: true,
    },
    {
      base: `CN=SOM,CN=WMIPolicy,CN=System,${domain.namingContext}`,
      scope: 'one',
      filter: '(objectClass=*)',
      attributes: ['objectClass', 'msWMI-Name', 'msWMI-Parm2'],
      keepsHidden: true,
    },
    {
      base: domain.namingContext,
      scope: 'sub',
      filter: '(|(objectClass=domainDNS)(&(objectClass=organizationalUnit)(|(gPLink=*)(gPOptions=*))))',
      attributes: ['objectClass', 'objectSid', 'gPLink', 'gPOptions'],
    },
  ],
  accepts: (dn, entry) =>
    dn.startsWith('cn=policies,cn=system,dc=') ||
    isOfClass(entry, 'grouppolicycontainer') ||
    isOfClass(entry, 'mswmi-som') ||
    isOfClass(entry, 'organizationalunit') ||
    isDomainHead(dn, entry),
  span: ({ domain }) => [normalDn(domain.namingContext), normalDn(`CN=Policies,CN=System,${domain.namingContext}`)],
  reader: (context) => new GroupPolicyReader(context),
};

type WmiFilter = NonNullable<GroupPolicyObject['wmiFilter']>;

/** A policy whose filter has been named but may not have come yet. */
interface ReadPolicy {
  readonly object: GroupPolicyObject;
  readonly wmiFilterGuid: string | undefined;
}

class GroupPolicyReader implements TopicReader<'ad.group-policy'> {
  readonly #policies: ReadPolicy[] = [];
  readonly #filters = new Map<string, WmiFilter>();
  readonly #containers: PolicyContainer[] = [];
  readonly #origin: DirectoryContext['origin'];

  constructor({ origin }: DirectoryContext) {
    this.#origin = origin;
  }

  add(entry: DirectoryEntry): void {
    const dn = normalDn(entry.dn);
    const guid = guidFromText(firstNameOf(entry.dn));
    if (isPolicyContainer(entry)) this.#containers.push(containerOf(entry));
    else if (guid !== undefined && wmiFilters.test(dn)) {
      if (hasAttribute(entry, 'objectclass')) this.#filters.set(guid, wmiFilterOf(entry, guid));
    } else if (guid !== undefined && policies.test(dn)) {
      if (!hasAttribute(entry, 'objectclass')) this.#policies.push(hiddenPolicy(entry, guid));
      else if (isOfClass(entry, 'grouppolicycontainer')) this.#policies.push(policyOf(entry, guid));
    }
  }

  finish() {
    const objects = this.#policies.map(({ object, wmiFilterGuid: filter }): GroupPolicyObject => {
      const wmiFilter = filter === undefined ? undefined : this.#filters.get(filter);
      return { ...object, ...present({ wmiFilter, ...this.#extensionsOf(object) }) };
    });
    return {
      data: {
        objects: objects.sort((a, b) => a.guid.localeCompare(b.guid)),
        containers: this.#containers.sort((a, b) => byDn(a.distinguishedName, b.distinguishedName)),
      },
      facts: objects.length + this.#containers.length,
      notes: [],
    };
  }

  /** A list that did not come with a readable object is empty; unless the export left out the attribute for all of them. */
  #extensionsOf(object: GroupPolicyObject): Pick<GroupPolicyObject, 'machineExtensions' | 'userExtensions'> {
    const isExported =
      this.#origin === 'search' ||
      this.#policies.some(({ object: any }) => any.machineExtensions !== undefined || any.userExtensions !== undefined);
    if (!isExported || object.versionNumber === undefined) return {};
    return { machineExtensions: object.machineExtensions ?? [], userExtensions: object.userExtensions ?? [] };
  }
}

const byDn = (one: string, other: string): number => normalDn(one).localeCompare(normalDn(other), 'en');

/** The head is kept even without links: it shows that there are none. */
const isPolicyContainer = (entry: DirectoryEntry): boolean =>
  isDomainHead(normalDn(entry.dn), entry) ||
  (isOfClass(entry, 'organizationalunit') &&
    (hasAttribute(entry, 'gplink') || (numberOf(entry, 'gpoptions') ?? 0) !== 0));

const hiddenPolicy = (entry: DirectoryEntry, guid: string): ReadPolicy => ({
  object: { distinguishedName: entry.dn, guid, displayName: guid, flags: 0, isHidden: true, hasWmiFilter: false },
  wmiFilterGuid: undefined,
});

function policyOf(entry: DirectoryEntry, guid: string): ReadPolicy {
  const filter = (rawTextOf(entry, 'gpcwqlfilter') ?? '').trim();
  const object = {
    distinguishedName: entry.dn,
    guid,
    displayName: textOf(entry, 'displayname') ?? guid,
    flags: flagsOf(entry, 'flags') ?? 0,
    hasWmiFilter: filter !== '',
    ...present({
      versionNumber: numberOf(entry, 'versionnumber'),
      fileSysPath: textOf(entry, 'gpcfilesyspath'),
      securityDescriptor: securityDescriptorOf(entry),
      machineExtensions: extensionsOf(entry, 'gpcmachineextensionnames'),
      userExtensions: extensionsOf(entry, 'gpcuserextensionnames'),
    }),
  };
  return { object, wmiFilterGuid: wmiFilterGuid(filter) };
}

/** `[{extension}{tool}{tool}][{extension}…]` (MS-GPOL 2.2.4): the first of each pair of brackets is carried out by clients. */
function extensionsOf(entry: DirectoryEntry, attribute: string): readonly string[] | undefined {
  const text = rawTextOf(entry, attribute);
  if (text === undefined) return undefined;
  const guids = text
    .split('[')
    .slice(1, 200)
    .flatMap((part) => guidFromText(part.slice(0, 38)) ?? []);
  return [...new Set(guids)].sort();
}

const wmiFilterOf = (entry: DirectoryEntry, guid: string): WmiFilter => ({
  name: textOf(entry, 'mswmi-name') ?? guid,
  queries: wmiQueries(rawTextOf(entry, 'mswmi-parm2') ?? '').map((query) => printable(query, 2000)),
});

const containerOf = (entry: DirectoryEntry): PolicyContainer => ({
  distinguishedName: entry.dn,
  links: groupPolicyLinks(rawTextOf(entry, 'gplink') ?? ''),
  blocksInheritance: ((numberOf(entry, 'gpoptions') ?? 0) & inheritanceBlocked) !== 0,
});
