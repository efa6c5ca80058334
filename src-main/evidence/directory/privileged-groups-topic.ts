import type { PrivilegedGroup } from '../../../src-shared/model/evidence/access';
import { domainPrincipal, domainRid } from '../../knowledge/well-known-principals';
import { byDistinguishedName, normalDn } from '../distinguished-name';
import { isProtected } from './account-tally';
import { directoryGroup } from './directory-group';
import type { DirectoryEntry, DirectoryTopic, TopicReader } from './directory-topic';
import { isOfClass, rawTextsOf, sidValueOf } from './entry-values';

/** Members kept of one group; the rest is counted. */
const memberLimit = 2000;
const groupLimit = 5000;

const privilegedRids: ReadonlySet<number> = new Set([
  domainRid.enterpriseReadOnlyControllers,
  domainRid.domainAdmins,
  domainRid.domainControllers,
  domainRid.certPublishers,
  domainRid.schemaAdmins,
  domainRid.enterpriseAdmins,
  domainRid.policyCreators,
  domainRid.keyAdmins,
  domainRid.enterpriseKeyAdmins,
]);
/** Administrators; account, server, print and backup operators. */
const privilegedBuiltins: ReadonlySet<string> = new Set([544, 548, 549, 550, 551].map((rid) => `S-1-5-32-${rid}`));

/** Whether a SID is of a group with power over the directory in every domain. */
const isPrivilegedSid = (sid: string): boolean =>
  privilegedBuiltins.has(sid) || privilegedRids.has(domainPrincipal(sid)?.rid ?? -1);

const isPrivilegedGroup = (entry: DirectoryEntry): boolean =>
  isOfClass(entry, 'group') && (isProtected(entry) || isPrivilegedSid(sidValueOf(entry, 'objectsid') ?? ''));

/**
 * Groups with power over the directory, by RID, and every group AdminSDHolder protects, with their direct members. A RID cannot be searched for; the groups
 * that come with the system are marked as critical.
 */
export const privilegedGroupsTopic: DirectoryTopic<'ad.privileged-groups'> = {
  kind: 'ad.privileged-groups',
  per: 'domain',
  searches: ({ domain }) => [
    {
      base: domain.namingContext,
      scope: 'sub',
      filter: '(&(objectCategory=group)(|(adminCount=1)(isCriticalSystemObject=TRUE)))',
      attributes: ['objectClass', 'objectSid', 'sAMAccountName', 'groupType', 'adminCount', 'memberOf', 'member'],
      ranged: ['member'],
    },
  ],
  accepts: (_dn, entry) => isPrivilegedGroup(entry),
  span: ({ domain }) => [
    normalDn(domain.namingContext),
    normalDn(`CN=Users,${domain.namingContext}`),
    normalDn(`CN=Builtin,${domain.namingContext}`),
  ],
  reader: () => new PrivilegedGroupsReader(),
};

class PrivilegedGroupsReader implements TopicReader<'ad.privileged-groups'> {
  readonly #groups: PrivilegedGroup[] = [];
  #withoutSid = 0;

  add(entry: DirectoryEntry): void {
    const group = directoryGroup(entry);
    if (group === undefined) this.#withoutSid += 1;
    else if (isPrivilegedGroup(entry) && this.#groups.length <= groupLimit) {
      const members = rawTextsOf(entry, 'member');
      this.#groups.push({
        ...group,
        members: [...members].sort().slice(0, memberLimit),
        memberCount: members.length,
      });
    }
  }

  finish() {
    const incomplete = this.#incompleteness();
    return {
      data: { groups: this.#groups.sort(byDistinguishedName) },
      facts: this.#groups.length,
      notes: [],
      ...(incomplete === undefined ? {} : { incomplete }),
    };
  }

  #incompleteness(): string | undefined {
    if (this.#withoutSid > 0)
      return `${this.#withoutSid} groups came without objectSid (ldifde leaves it out with -m).`;
    if (this.#groups.length > groupLimit) return `More than ${groupLimit} groups are protected; not all were kept.`;
    const hasAdministrators = this.#groups.some(
      ({ objectSid }) => domainPrincipal(objectSid)?.rid === domainRid.domainAdmins,
    );
    return hasAdministrators
      ? undefined
      : 'The group of domain administrators, which every domain has, was not returned.';
  }
}
