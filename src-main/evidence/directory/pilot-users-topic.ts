import type { PilotUserTraits } from '../../../src-shared/model/evidence/directory';
import type { Population } from '../../../src-shared/model/scope';
import { normalDn } from '../distinguished-name';
import { present } from '../present';
import { printable } from '../printable';
import { enabledAccountFilter, isEnabledAccount, isPersonAccount } from './account-control';
import { AccountTally } from './account-tally';
import type { DirectoryContext, DirectoryEntry, DirectoryTopic, TopicReader } from './directory-topic';
import { hasAttribute, rawTextOf, sidValueOf } from './entry-values';
import { ExportedAttributes } from './exported-attributes';
import { PilotUserTraitsReader, traitAttributes } from './pilot-user-traits';
import { isUnitOf, populationReading } from './population';

/** Users kept by suffix, as examples; the rest is counted. */
export const samplesPerSuffix = 100;
/** Suffixes for which examples are kept; real forests have a handful. */
const sampledSuffixes = 500;
const suffixLimit = 20_000;

/** Of a pilot that is a unit nothing else tells which groups its members are in. */
const countsGroups = (population: Population): boolean => population.kind === 'unit';

/** Enabled users of the pilot, counted by the suffix of their user principal name, with what other checks need of them. */
export const pilotUsersTopic: DirectoryTopic<'ad.pilot-users'> = {
  kind: 'ad.pilot-users',
  per: 'domain',
  searches: (context) =>
    populationReading(context.scope.pilotUsers, context).searches(
      `(&(objectCategory=person)(objectClass=user)${enabledAccountFilter})`,
      [
        'objectClass',
        'objectCategory',
        'objectSid',
        'sAMAccountName',
        'userPrincipalName',
        'userAccountControl',
        ...traitAttributes(countsGroups(context.scope.pilotUsers)),
      ],
    ),
  accepts: (_dn, entry) => isPersonAccount(entry),
  span: (context) => populationReading(context.scope.pilotUsers, context).span,
  reader: (context) => new PilotUsersReader(context),
};

class PilotUsersReader implements TopicReader<'ad.pilot-users'> {
  readonly #context: DirectoryContext;
  readonly #population;
  readonly #traits;
  readonly #seen = new Set<string>();
  readonly #suffixes = new Map<string, AccountTally>();
  readonly #withoutUpn = new AccountTally(samplesPerSuffix);
  #total = 0;
  #withoutSid = 0;
  #tooManySuffixes = false;
  /** Of all accounts of people. */
  readonly #exported;
  #named = 0;

  constructor(context: DirectoryContext) {
    this.#context = context;
    this.#exported = new ExportedAttributes(context);
    this.#population = populationReading(context.scope.pilotUsers, context);
    this.#traits = new PilotUserTraitsReader(countsGroups(context.scope.pilotUsers));
  }

  add(entry: DirectoryEntry): void {
    if (isUnitOf(this.#context.scope.pilotUsers, entry)) this.#seen.add(normalDn(entry.dn));
    if (!isPersonAccount(entry)) return;
    this.#exported.add(entry);
    if (hasAttribute(entry, 'userprincipalname')) this.#named += 1;
    if (!isEnabledAccount(entry)) return;
    if (this.#context.origin === 'export' && !this.#population.includes(entry)) return;
    if (sidValueOf(entry, 'objectsid') === undefined) {
      this.#withoutSid += 1;
      return;
    }
    this.#total += 1;
    this.#countSuffix(entry);
    this.#traits.add(entry);
  }

  #countSuffix(entry: DirectoryEntry): void {
    const name = rawTextOf(entry, 'userprincipalname');
    if (name === undefined || name === '') {
      this.#withoutUpn.add(entry);
      return;
    }
    const suffix = printable(name.slice(name.lastIndexOf('@') + 1).toLowerCase(), 256);
    const known = this.#suffixes.get(suffix);
    if (known === undefined && this.#suffixes.size >= suffixLimit) {
      this.#tooManySuffixes = true;
      return;
    }
    const tally = known ?? new AccountTally(this.#suffixes.size < sampledSuffixes ? samplesPerSuffix : 0);
    this.#suffixes.set(suffix, tally);
    tally.add(entry);
  }

  finish() {
    const suffixes = [...this.#suffixes].map(([suffix, { sample }]) => ({ suffix, ...sample }));
    const traits = this.#knownTraits();
    return {
      data: {
        total: this.#total,
        suffixes: suffixes.sort((a, b) => b.count - a.count || a.suffix.localeCompare(b.suffix)),
        withoutUpn: this.#withoutUpn.sample,
        populationFound: this.#population.found(this.#seen),
        ...present({ traits, group: pilotGroupOf(this.#context) }),
      },
      facts: this.#total,
      notes:
        traits === undefined
          ? ['The export was made with chosen attributes; groups, keys and mappings of the users may be missing.']
          : [],
      ...present({ incomplete: this.#incompleteness() }),
    };
  }

  /** An attribute that was not exported looks like one that is empty, so nothing is said of traits when the attributes were chosen. */
  #knownTraits(): PilotUserTraits | undefined {
    return this.#exported.areChosen ? undefined : this.#traits.finish();
  }

  #incompleteness(): string | undefined {
    if (this.#withoutSid > 0) return `${this.#withoutSid} users came without objectSid (ldifde leaves it out with -m).`;
    if (this.#tooManySuffixes)
      return `The users have more than ${suffixLimit} different suffixes; not all could be counted.`;
    if (this.#traits.incomplete !== undefined) return this.#traits.incomplete;
    if (this.#context.origin === 'search' || this.#exported.accounts === 0) return undefined;
    return this.#named === 0
      ? `None of ${this.#exported.accounts} users has a userPrincipalName; it seems that the attribute was not exported.`
      : this.#population.problem();
  }
}

function pilotGroupOf({ scope, pilotGroups }: DirectoryContext) {
  const group = scope.pilotUsers.kind === 'group' ? pilotGroups.get(scope.pilotUsers.group) : undefined;
  return (
    group && {
      distinguishedName: group.dn,
      ...present({ objectSid: group.sid, groupType: group.groupType }),
    }
  );
}
