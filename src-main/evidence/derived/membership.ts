import type { DirectoryGroups, PrivilegedGroups, ServiceAccounts } from '../../../src-shared/model/evidence/access';
import { domainPrincipal } from '../../knowledge/well-known-principals';
import { normalDn } from '../distinguished-name';
import { isSid } from '../sid';

/** Every group something is in, directly or not. */
export interface Ancestry {
  /** SIDs, its own included. */
  readonly sids: ReadonlySet<string>;
  /** False = there may be more groups. */
  readonly isComplete: boolean;
}

export interface MembershipSources {
  readonly groups: readonly DirectoryGroups[];
  readonly privilegedGroups: readonly PrivilegedGroups[];
  readonly serviceAccounts: readonly ServiceAccounts[];
  /** Whether the groups of every domain were read: a domain nobody read may have groups with members from here. */
  readonly isEveryDomainRead: boolean;
}

/** An account or group as its own object tells of it. */
interface Member {
  readonly distinguishedName: string;
  readonly objectSid: string;
  readonly memberOf: readonly string[];
  readonly primaryGroupId?: number;
}

/** The SID of an account's primary group, which `memberOf` leaves out. */
export const primaryGroupSid = ({
  objectSid,
  primaryGroupId,
}: Omit<Member, 'memberOf' | 'distinguishedName'>): string | undefined => {
  const domain = domainPrincipal(objectSid)?.domainSid;
  return domain === undefined || primaryGroupId === undefined ? undefined : `${domain}-${primaryGroupId}`;
};

/** Who is in which groups, followed upwards through all domains. */
export class Membership {
  /** By DN in normal form. */
  readonly #members = new Map<string, Member>();
  readonly #bySid = new Map<string, Member>();
  /** Groups by the DN of a member, from the groups' own lists: a member of another domain does not name them. */
  readonly #listed = new Map<string, string[]>();
  readonly #known = new Map<string, Ancestry>();
  /** Accounts whose primary group was not returned: which groups they are in is not known whole. */
  readonly #withoutPrimary: ReadonlySet<string>;
  readonly #isEveryDomainRead: boolean;

  constructor({ groups, privilegedGroups, serviceAccounts, isEveryDomainRead }: MembershipSources) {
    this.#isEveryDomainRead = isEveryDomainRead;
    this.#withoutPrimary = new Set(
      serviceAccounts.flatMap(({ accounts }) =>
        accounts.filter(({ primaryGroupId }) => primaryGroupId === undefined).map(({ objectSid }) => objectSid),
      ),
    );
    const members: readonly Member[] = [
      ...privilegedGroups.flatMap((domain) => domain.groups),
      ...groups.flatMap((domain) => [...domain.groups, ...(domain.wellKnownMembers ?? [])]),
      ...serviceAccounts.flatMap((domain) => domain.accounts),
    ];
    for (const member of members) {
      this.#members.set(normalDn(member.distinguishedName), member);
      this.#bySid.set(member.objectSid, member);
    }
    for (const { distinguishedName, members: list } of privilegedGroups.flatMap((domain) => domain.groups))
      for (const member of list.map(normalDn))
        this.#listed.set(member, [...(this.#listed.get(member) ?? []), distinguishedName]);
  }

  /** The groups of an account or group named by SID or DN. */
  ancestryOf(sidOrDn: string): Ancestry {
    const key = isSid(sidOrDn) ? sidOrDn : normalDn(sidOrDn);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const member = this.#bySid.get(key) ?? this.#members.get(key);
    const ancestry = member === undefined ? this.#ancestryOfStranger(key) : this.climb(member);
    this.#known.set(key, ancestry);
    return ancestry;
  }

  /** The groups of an account that tells of itself; it need not be among those read. */
  climb(start: Member): Ancestry {
    const sids = new Set<string>();
    const waiting: Member[] = [start];
    let isComplete = this.#isEveryDomainRead && !this.#withoutPrimary.has(start.objectSid);
    for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
      if (sids.has(member.objectSid)) continue;
      sids.add(member.objectSid);
      const primary = primaryGroupSid(member);
      if (primary !== undefined) {
        const group = this.#bySid.get(primary);
        if (group === undefined) {
          sids.add(primary);
          isComplete = false;
        } else waiting.push(group);
      }
      const parents = [...member.memberOf, ...(this.#listed.get(normalDn(member.distinguishedName)) ?? [])];
      for (const parent of new Set(parents.map(normalDn))) {
        const group = this.#members.get(parent);
        if (group === undefined) isComplete = false;
        else waiting.push(group);
      }
    }
    return { sids, isComplete };
  }

  /** Something whose own object was not read. */
  #ancestryOfStranger(key: string): Ancestry {
    if (!isSid(key)) {
      const { sids } = this.climb({ distinguishedName: key, objectSid: key, memberOf: [] });
      return { sids: new Set([...sids].filter((sid) => sid !== key)), isComplete: false };
    }
    // Everyone and the like are in a group only by an object that says so, and these come with the groups.
    const isComplete = this.#isEveryDomainRead && domainPrincipal(key) === undefined && !key.startsWith('S-1-5-32-');
    return { sids: new Set([key]), isComplete };
  }
}
