import type { Scope } from '../../../src-shared/model/scope';
import { normalDn } from '../distinguished-name';
import { present } from '../present';
import { isSid } from '../sid';
import type { DirectoryEntry, DirectorySearch, PilotGroup } from './directory-topic';
import { flagsOf, isOfClass, rawTextsOf, sidValueOf } from './entry-values';

/** The texts (SID or DN) that name pilot groups in the scope. */
export const namedGroups = ({ pilotUsers, pilotComputers }: Scope): readonly string[] => [
  ...new Set(
    [pilotUsers, pilotComputers].flatMap((population) => (population.kind === 'group' ? [population.group] : [])),
  ),
];

/** Finds the pilot groups of the scope on a live server, one search a group. */
export const pilotGroupSearches = (
  scope: Scope,
): readonly { readonly group: string; readonly search: DirectorySearch }[] =>
  namedGroups(scope).map((group) => ({
    group,
    search: {
      base: isSid(group) ? `<SID=${group}>` : group,
      scope: 'base',
      filter: '(objectClass=group)',
      attributes: ['objectClass', 'objectSid', 'groupType'],
    },
  }));

/** The group that {@link pilotGroupSearches} returned. */
export const pilotGroupOf = (entry: DirectoryEntry): PilotGroup => ({
  dn: entry.dn,
  ...present({ sid: sidValueOf(entry, 'objectsid'), groupType: flagsOf(entry, 'grouptype') }),
});

interface IndexedGroup {
  readonly dn: string;
  readonly sid: string | undefined;
  readonly groupType: number | undefined;
  readonly parents: readonly string[];
  readonly members: ReadonlySet<string>;
}

/**
 * The groups of an export and how they nest, by `memberOf`. Members are kept for the named groups only: other groups' members are found by their own
 * `memberOf`, so that memory grows with the number of groups and not of accounts.
 */
export class GroupIndex {
  readonly #named: readonly string[];
  readonly #groups = new Map<string, IndexedGroup>();

  constructor(named: readonly string[]) {
    this.#named = named.map((text) => normalDn(text));
  }

  /** Takes any entry; keeps it when it is a group. */
  add(entry: DirectoryEntry): void {
    if (!isOfClass(entry, 'group')) return;
    const key = normalDn(entry.dn);
    const sid = sidValueOf(entry, 'objectsid');
    const isNamed = this.#named.includes(key) || (sid !== undefined && this.#named.includes(sid.toLowerCase()));
    this.#groups.set(key, {
      dn: entry.dn,
      sid,
      groupType: flagsOf(entry, 'grouptype'),
      parents: rawTextsOf(entry, 'memberof').map(normalDn),
      members: new Set(isNamed ? rawTextsOf(entry, 'member').map(normalDn) : []),
    });
  }

  /** The group that `name` (SID or DN) means; undefined when the export has none. */
  resolve(name: string): PilotGroup | undefined {
    const wanted = normalDn(name);
    const found = [...this.#groups].find(([key, group]) => key === wanted || group.sid?.toLowerCase() === wanted);
    if (found === undefined) return undefined;
    const [key, group] = found;
    return {
      dn: group.dn,
      nestedGroups: this.#nestedIn(key),
      directMembers: group.members,
      ...present({ sid: group.sid, groupType: group.groupType }),
    };
  }

  #nestedIn(root: string): ReadonlySet<string> {
    const nested = new Set([root]);
    for (const member of this.#groups.get(root)?.members ?? []) if (this.#groups.has(member)) nested.add(member);
    for (let before = 0; before < nested.size; ) {
      before = nested.size;
      for (const [key, group] of this.#groups) if (group.parents.some((parent) => nested.has(parent))) nested.add(key);
    }
    return nested;
  }
}
