import type { PilotUser } from '../../../src-shared/model/evidence/directory';
import { normalDn } from '../distinguished-name';
import { present } from '../present';
import { printable } from '../printable';
import { enabledAccountFilter, isEnabledAccount, isPersonAccount } from './account-control';
import type { DirectoryContext, DirectoryEntry, DirectoryTopic, TopicReader } from './directory-topic';
import { hasAttribute, rawTextOf, sidValueOf, textOf } from './entry-values';
import { isUnitOf, populationReading } from './population';

/** Users kept by suffix, as examples; the rest is counted. */
export const samplesPerSuffix = 100;
/** Suffixes for which examples are kept; real forests have a handful. */
const sampledSuffixes = 500;
const suffixLimit = 20_000;

/** Enabled users of the pilot, counted by the suffix of their user principal name. */
export const pilotUsersTopic: DirectoryTopic<'ad.pilot-users'> = {
  kind: 'ad.pilot-users',
  per: 'domain',
  searches: (context) =>
    populationReading(context.scope.pilotUsers, context).searches(
      `(&(objectCategory=person)(objectClass=user)${enabledAccountFilter})`,
      ['objectClass', 'objectCategory', 'objectSid', 'sAMAccountName', 'userPrincipalName', 'userAccountControl'],
    ),
  accepts: (_dn, entry) => isPersonAccount(entry),
  span: (context) => populationReading(context.scope.pilotUsers, context).span,
  reader: (context) => new PilotUsersReader(context),
};

class Tally {
  count = 0;
  readonly users: PilotUser[] = [];

  add(user: PilotUser, keep: boolean): void {
    this.count += 1;
    if (keep && this.users.length < samplesPerSuffix) this.users.push(user);
  }
}

class PilotUsersReader implements TopicReader<'ad.pilot-users'> {
  readonly #context: DirectoryContext;
  readonly #population;
  readonly #seen = new Set<string>();
  readonly #suffixes = new Map<string, Tally>();
  readonly #withoutUpn = new Tally();
  #total = 0;
  #withoutSid = 0;
  #tooManySuffixes = false;
  /** Of an export: accounts of whatever population, and those with a user principal name. */
  #accounts = 0;
  #named = 0;

  constructor(context: DirectoryContext) {
    this.#context = context;
    this.#population = populationReading(context.scope.pilotUsers, context);
  }

  add(entry: DirectoryEntry): void {
    if (isUnitOf(this.#context.scope.pilotUsers, entry)) this.#seen.add(normalDn(entry.dn));
    if (!isPersonAccount(entry)) return;
    this.#accounts += 1;
    if (hasAttribute(entry, 'userprincipalname')) this.#named += 1;
    if (!isEnabledAccount(entry)) return;
    if (this.#context.origin === 'export' && !this.#population.includes(entry)) return;
    const user = userOf(entry);
    if (user === undefined) this.#withoutSid += 1;
    else this.#count(user, rawTextOf(entry, 'userprincipalname'));
  }

  #count(user: PilotUser, name: string | undefined): void {
    this.#total += 1;
    if (name === undefined || name === '') {
      this.#withoutUpn.add(user, true);
      return;
    }
    const suffix = printable(name.slice(name.lastIndexOf('@') + 1).toLowerCase(), 256);
    const known = this.#suffixes.get(suffix);
    if (known === undefined && this.#suffixes.size >= suffixLimit) {
      this.#tooManySuffixes = true;
      return;
    }
    const tally = known ?? new Tally();
    this.#suffixes.set(suffix, tally);
    tally.add(user, this.#suffixes.size <= sampledSuffixes);
  }

  finish() {
    const suffixes = [...this.#suffixes].map(([suffix, { count, users }]) => ({ suffix, count, users }));
    return {
      data: {
        total: this.#total,
        suffixes: suffixes.sort((a, b) => b.count - a.count || a.suffix.localeCompare(b.suffix)),
        withoutUpn: { count: this.#withoutUpn.count, users: this.#withoutUpn.users },
        populationFound: this.#population.found(this.#seen),
      },
      facts: this.#total,
      notes: [],
      ...present({ incomplete: this.#incompleteness() }),
    };
  }

  #incompleteness(): string | undefined {
    if (this.#withoutSid > 0) return `${this.#withoutSid} users came without objectSid (ldifde leaves it out with -m).`;
    if (this.#tooManySuffixes)
      return `The users have more than ${suffixLimit} different suffixes; not all could be counted.`;
    if (this.#context.origin === 'search' || this.#accounts === 0) return undefined;
    return this.#named === 0
      ? `None of ${this.#accounts} users has a userPrincipalName; it seems that the attribute was not exported.`
      : this.#population.problem();
  }
}

function userOf(entry: DirectoryEntry): PilotUser | undefined {
  const objectSid = sidValueOf(entry, 'objectsid');
  if (objectSid === undefined) return undefined;
  return {
    distinguishedName: entry.dn,
    objectSid,
    samAccountName: textOf(entry, 'samaccountname') ?? '',
    ...present({ userPrincipalName: textOf(entry, 'userprincipalname') || undefined }),
  };
}
