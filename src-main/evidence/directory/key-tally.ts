import type { KeyCredential, KeyCredentials, KeyHolder } from '../../../src-shared/model/evidence/keys';
import { byDistinguishedName, firstNameOf } from '../distinguished-name';
import { decodeKeyCredential } from '../key-credential';
import { present } from '../present';
import { isProtected } from './account-tally';
import type { DirectoryEntry } from './directory-topic';
import { bytesOf, sidValueOf, textOf } from './entry-values';
import { ShortList } from './short-list';

export const keyCredentialLink = 'msDS-KeyCredentialLink';
const attribute = keyCredentialLink.toLowerCase();
const holderLimit = 20_000;
/** Keys kept in all; holders beyond it are only counted. */
const keyLimit = 100_000;

/** The readable keys of one object, and how many values are none. */
export function keysOf(entry: DirectoryEntry): {
  readonly keys: readonly KeyCredential[];
  readonly unreadable: number;
} {
  const values = bytesOf(entry, attribute);
  const keys = values.flatMap((value) => decodeKeyCredential(value) ?? []);
  return { keys, unreadable: values.length - keys.length };
}

const isSuspect = (key: KeyCredential): boolean => key.isRocaWeak === true || key.isHashValid === false;

/** Key credentials of accounts that stream by. */
export class KeyTally {
  readonly #holders = new ShortList<KeyHolder>(holderLimit);
  readonly #countByUsage: Record<string, number> = {};
  #holderCount = 0;
  #kept = 0;
  #rocaWeak = 0;
  #invalidHash = 0;
  #unreadable = 0;

  add(entry: DirectoryEntry): void {
    if (bytesOf(entry, attribute).length === 0) return;
    const { keys, unreadable } = keysOf(entry);
    this.#holderCount += 1;
    this.#unreadable += unreadable;
    for (const key of keys) this.#count(key);
    if (this.#kept + keys.length > keyLimit) return;
    this.#kept += keys.length;
    const adminCount = isProtected(entry);
    this.#holders.add(
      {
        distinguishedName: entry.dn,
        name: textOf(entry, 'samaccountname') ?? textOf(entry, 'name') ?? firstNameOf(entry.dn),
        adminCount,
        keys,
        unreadable,
        ...present({ objectSid: sidValueOf(entry, 'objectsid') }),
      },
      adminCount || unreadable > 0 || keys.some(isSuspect),
    );
  }

  #count(key: KeyCredential): void {
    const usage = String(key.usage ?? 'other');
    this.#countByUsage[usage] = (this.#countByUsage[usage] ?? 0) + 1;
    if (key.isRocaWeak === true) this.#rocaWeak += 1;
    if (key.isHashValid === false) this.#invalidHash += 1;
  }

  finish(): KeyCredentials {
    return {
      holderCount: this.#holderCount,
      countByUsage: this.#countByUsage,
      rocaWeakCount: this.#rocaWeak,
      invalidHashCount: this.#invalidHash,
      unreadableCount: this.#unreadable,
      holders: this.#holders.sorted(byDistinguishedName),
    };
  }
}
