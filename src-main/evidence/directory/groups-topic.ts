import type { DirectoryGroup, WellKnownMember } from '../../../src-shared/model/evidence/access';
import { hasBits } from '../../knowledge/certificate-template-values';
import { groupTypeBit } from '../../knowledge/group-type';
import { domainPrincipal, isWellKnownGroup } from '../../knowledge/well-known-principals';
import { byDistinguishedName, normalDn } from '../distinguished-name';
import { directoryGroup } from './directory-group';
import type { DirectoryEntry, DirectoryTopic, TopicReader } from './directory-topic';
import { flagsOf, isOfClass, rawTextsOf, sidValueOf } from './entry-values';
import { bitAnd } from './ldap-filter';

/** Only these groups get into a token. */
const securityEnabled = groupTypeBit.security;
/** Groups kept of a domain; of more than these only the ones that nesting passes through or that matter by themselves. */
export const groupLimit = 20_000;
/** Groups a domain may have at all before reading them stops to be safe. */
const readLimit = 500_000;
const wellKnownLimit = 1000;

const foreignPrincipal = 'foreignsecurityprincipal';

const isSecurityGroup = (entry: DirectoryEntry): boolean =>
  isOfClass(entry, 'group') && hasBits(flagsOf(entry, 'grouptype') ?? securityEnabled, securityEnabled);

/** Security groups of a domain and the groups each is directly a member of. Members are not read: a group of everybody has a million. */
export const groupsTopic: DirectoryTopic<'ad.groups'> = {
  kind: 'ad.groups',
  per: 'domain',
  searches: ({ domain }) => [
    {
      base: domain.namingContext,
      scope: 'sub',
      filter: `(&(objectCategory=group)(groupType:${bitAnd}:=${securityEnabled}))`,
      attributes: ['objectClass', 'objectSid', 'sAMAccountName', 'groupType', 'adminCount', 'memberOf'],
    },
    {
      base: `CN=ForeignSecurityPrincipals,${domain.namingContext}`,
      scope: 'one',
      filter: '(&(objectClass=foreignSecurityPrincipal)(memberOf=*))',
      attributes: ['objectClass', 'objectSid', 'memberOf'],
    },
  ],
  accepts: (_dn, entry) => isSecurityGroup(entry) || isOfClass(entry, foreignPrincipal),
  span: ({ domain }) => [
    normalDn(domain.namingContext),
    normalDn(`CN=Users,${domain.namingContext}`),
    normalDn(`CN=Builtin,${domain.namingContext}`),
  ],
  reader: () => new GroupsReader(),
};

class GroupsReader implements TopicReader<'ad.groups'> {
  readonly #groups: DirectoryGroup[] = [];
  readonly #wellKnown: WellKnownMember[] = [];
  #total = 0;
  #withoutSid = 0;

  add(entry: DirectoryEntry): void {
    if (isOfClass(entry, foreignPrincipal)) {
      this.#addForeign(entry);
      return;
    }
    this.#total += 1;
    const group = this.#total > readLimit ? undefined : directoryGroup(entry);
    if (group !== undefined) this.#groups.push(group);
    else if (this.#total <= readLimit) this.#withoutSid += 1;
  }

  /** Accounts of other forests are theirs to tell of; Everyone and the like have no other object than this. */
  #addForeign(entry: DirectoryEntry): void {
    const objectSid = sidValueOf(entry, 'objectsid');
    if (objectSid === undefined || domainPrincipal(objectSid) !== undefined || this.#wellKnown.length >= wellKnownLimit)
      return;
    this.#wellKnown.push({
      distinguishedName: entry.dn,
      objectSid,
      memberOf: [...rawTextsOf(entry, 'memberof')].sort(),
    });
  }

  finish() {
    const kept = this.#groups.length > groupLimit ? thoseThatMatter(this.#groups) : this.#groups;
    const incomplete = this.#incompleteness();
    return {
      data: {
        groups: kept.sort(byDistinguishedName),
        wellKnownMembers: this.#wellKnown.sort(byDistinguishedName),
        total: this.#total,
      },
      facts: this.#total,
      notes: kept.length < this.#total ? [`${this.#total} groups were counted; ${kept.length} of them are kept.`] : [],
      ...(incomplete === undefined ? {} : { incomplete }),
    };
  }

  #incompleteness(): string | undefined {
    if (this.#withoutSid > 0)
      return `${this.#withoutSid} groups came without objectSid (ldifde leaves it out with -m).`;
    if (this.#total > readLimit) return `The domain has more than ${readLimit} groups; not all could be looked at.`;
    return this.#total === 0 ? 'No security group was returned, although every domain has some.' : undefined;
  }
}

/** Well-known and protected groups, groups in groups and the groups they are in; then others until the limit. */
function thoseThatMatter(groups: readonly DirectoryGroup[]): DirectoryGroup[] {
  const parents = new Set(groups.flatMap(({ memberOf }) => memberOf.map(normalDn)));
  const matters = (group: DirectoryGroup): boolean =>
    group.adminCount ||
    group.memberOf.length > 0 ||
    isWellKnownGroup(group.objectSid) ||
    parents.has(normalDn(group.distinguishedName));
  const chosen = groups.filter(matters);
  if (chosen.length >= groupLimit) return chosen;
  const others = groups.filter((group) => !matters(group)).sort(byDistinguishedName);
  return [...chosen, ...others.slice(0, groupLimit - chosen.length)];
}
