import type { PilotIdentity, PilotUserTraits } from '../../../src-shared/model/evidence/directory';
import { byDistinguishedName, isAwkwardName, normalDn } from '../distinguished-name';
import { present } from '../present';
import { AccountTally, isProtected, pilotUserOf } from './account-tally';
import type { DirectoryEntry } from './directory-topic';
import { bytesOf, guidValueOf, numberOf, rawTextsOf } from './entry-values';
import { KeyTally, keyCredentialLink } from './key-tally';
import { MappingTally } from './mapping-tally';

const identityLimit = 20_000;
const groupLimit = 200_000;
/** A subject of a certificate longer than this is refused by a CA that enforces lengths. */
const subjectLength = 64;

/** What the traits need beside what tells a pilot user. Groups are asked for only where they are counted: they make an answer several times larger. */
export const traitAttributes = (withGroups: boolean): readonly string[] => [
  'objectGUID',
  'mS-DS-ConsistencyGuid',
  'adminCount',
  'primaryGroupID',
  'altSecurityIdentities',
  keyCredentialLink,
  ...(withGroups ? ['memberOf'] : []),
];

/** Reduces users that stream by to {@link PilotUserTraits}. */
export class PilotUserTraitsReader {
  readonly #withGroups: boolean;
  readonly #identities: PilotIdentity[] = [];
  readonly #protectedUsers = new AccountTally();
  readonly #keys = new KeyTally();
  readonly #mappings = new MappingTally();
  readonly #awkwardNames = new AccountTally();
  readonly #longNames = new AccountTally();
  readonly #countByGroup = new Map<string, number>();
  readonly #countByPrimaryGroup = new Map<number, number>();
  #hasAllGroups = true;

  constructor(withGroups: boolean) {
    this.#withGroups = withGroups;
  }

  /** A user whose `objectSid` is there. */
  add(entry: DirectoryEntry): void {
    if (this.#identities.length < identityLimit) this.#identities.push(identityOf(entry));
    if (isProtected(entry)) this.#protectedUsers.add(entry);
    if (isAwkwardName(entry.dn)) this.#awkwardNames.add(entry);
    if (entry.dn.length > subjectLength) this.#longNames.add(entry);
    this.#keys.add(entry);
    this.#mappings.add(entry);
    const primaryGroup = numberOf(entry, 'primarygroupid');
    if (primaryGroup !== undefined) increase(this.#countByPrimaryGroup, primaryGroup);
    if (this.#withGroups) this.#countGroups(entry);
  }

  #countGroups(entry: DirectoryEntry): void {
    for (const group of rawTextsOf(entry, 'memberof').map(normalDn)) {
      if (this.#countByGroup.has(group) || this.#countByGroup.size < groupLimit) increase(this.#countByGroup, group);
      else this.#hasAllGroups = false;
    }
  }

  /** Sentence when not all could be counted. */
  get incomplete(): string | undefined {
    return this.#hasAllGroups
      ? undefined
      : `The users are in more than ${groupLimit} groups; not all could be counted.`;
  }

  finish(): PilotUserTraits {
    return {
      identities: this.#identities.sort(byDistinguishedName),
      protectedUsers: this.#protectedUsers.sample,
      keys: this.#keys.finish(),
      mappings: this.#mappings.finish(),
      awkwardNames: this.#awkwardNames.sample,
      longNames: this.#longNames.sample,
      countByGroup: Object.fromEntries([...this.#countByGroup].sort(([a], [b]) => (a < b ? -1 : 1))),
      countByPrimaryGroup: Object.fromEntries(this.#countByPrimaryGroup),
    };
  }
}

const increase = <K>(counts: Map<K, number>, key: K): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

const identityOf = (entry: DirectoryEntry): PilotIdentity => ({
  ...pilotUserOf(entry),
  adminCount: isProtected(entry),
  ...present({
    objectGuid: guidValueOf(entry, 'objectguid'),
    consistencyGuid: bytesOf(entry, 'ms-ds-consistencyguid')[0]?.toString('base64'),
  }),
});
