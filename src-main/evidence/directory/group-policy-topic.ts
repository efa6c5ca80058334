import type { GroupPolicyObject, PolicyContainer } from '../../../src-shared/model/evidence/policy';
import { firstNameOf, normalDn } from '../distinguished-name';
import { groupPolicyLinks } from '../group-policy-link';
import { guidFromText } from '../guid';
import { present } from '../present';
import type { DirectoryEntry, DirectoryTopic } from './directory-topic';
import { isDomainHead } from './domain-topic';
import { flagsOf, hasAttribute, isOfClass, numberOf, rawTextOf, textOf } from './entry-values';

const inheritanceBlocked = 1;
const policies = 'cn=policies,cn=system,dc=';

/** Group policy objects of a domain, and what its head and organisational units link. Links of sites are not read. */
export const groupPolicyTopic: DirectoryTopic<'ad.group-policy'> = {
  kind: 'ad.group-policy',
  per: 'domain',
  searches: ({ domain }) => [
    {
      base: `CN=Policies,CN=System,${domain.namingContext}`,
      scope: 'one',
      filter: '(objectClass=groupPolicyContainer)',
      attributes: ['objectClass', 'name', 'displayName', 'flags', 'versionNumber', 'gPCFileSysPath', 'gPCWQLFilter'],
    },
    {
      base: domain.namingContext,
      scope: 'sub',
      filter: '(|(objectClass=domainDNS)(&(objectClass=organizationalUnit)(|(gPLink=*)(gPOptions=*))))',
      attributes: ['objectClass', 'objectSid', 'gPLink', 'gPOptions'],
    },
  ],
  accepts: (dn, entry) =>
    dn.startsWith(policies) ||
    isOfClass(entry, 'grouppolicycontainer') ||
    isOfClass(entry, 'organizationalunit') ||
    isDomainHead(dn, entry),
  span: ({ domain }) => [normalDn(domain.namingContext), normalDn(`CN=Policies,CN=System,${domain.namingContext}`)],
  reader() {
    const objects: GroupPolicyObject[] = [];
    const containers: PolicyContainer[] = [];
    return {
      add(entry) {
        if (isOfClass(entry, 'grouppolicycontainer')) objects.push(...policyOf(entry));
        else if (isPolicyContainer(entry)) containers.push(containerOf(entry));
      },
      finish: () => ({ data: { objects, containers }, facts: objects.length + containers.length, notes: [] }),
    };
  },
};

/** The head is kept even without links: it shows that there are none. */
const isPolicyContainer = (entry: DirectoryEntry): boolean =>
  isDomainHead(normalDn(entry.dn), entry) ||
  (isOfClass(entry, 'organizationalunit') &&
    (hasAttribute(entry, 'gplink') || (numberOf(entry, 'gpoptions') ?? 0) !== 0));

function policyOf(entry: DirectoryEntry): readonly GroupPolicyObject[] {
  const guid = guidFromText(firstNameOf(entry.dn));
  if (guid === undefined) return [];
  return [
    {
      distinguishedName: entry.dn,
      guid,
      displayName: textOf(entry, 'displayname') ?? guid,
      flags: flagsOf(entry, 'flags') ?? 0,
      hasWmiFilter: (rawTextOf(entry, 'gpcwqlfilter') ?? '').trim() !== '',
      ...present({ versionNumber: numberOf(entry, 'versionnumber'), fileSysPath: textOf(entry, 'gpcfilesyspath') }),
    },
  ];
}

const containerOf = (entry: DirectoryEntry): PolicyContainer => ({
  distinguishedName: entry.dn,
  links: groupPolicyLinks(rawTextOf(entry, 'gplink') ?? ''),
  blocksInheritance: ((numberOf(entry, 'gpoptions') ?? 0) & inheritanceBlocked) !== 0,
});
