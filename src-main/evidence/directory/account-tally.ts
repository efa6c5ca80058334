import type { AccountSample, PilotUser } from '../../../src-shared/model/evidence/directory';
import { byDistinguishedName } from '../distinguished-name';
import { present } from '../present';
import type { DirectoryEntry } from './directory-topic';
import { numberOf, sidValueOf, textOf } from './entry-values';

/** Counts accounts and keeps the first ones; an account that is only counted is not decoded. */
export class AccountTally {
  readonly #limit: number;
  readonly #users: PilotUser[] = [];
  #count = 0;

  constructor(limit = 100) {
    this.#limit = limit;
  }

  add(entry: DirectoryEntry): void {
    this.#count += 1;
    if (this.#users.length < this.#limit) this.#users.push(pilotUserOf(entry));
  }

  get sample(): AccountSample {
    return { count: this.#count, users: this.#users.sort(byDistinguishedName) };
  }
}

/** An account whose `objectSid` is known to be there. */
export const pilotUserOf = (entry: DirectoryEntry): PilotUser => ({
  distinguishedName: entry.dn,
  objectSid: sidValueOf(entry, 'objectsid') ?? '',
  samAccountName: textOf(entry, 'samaccountname') ?? '',
  ...present({ userPrincipalName: textOf(entry, 'userprincipalname') || undefined }),
});

/** AdminSDHolder protects the account, or did: members of privileged groups. */
export const isProtected = (entry: DirectoryEntry): boolean => (numberOf(entry, 'admincount') ?? 0) > 0;
