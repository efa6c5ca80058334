import { createHmac } from 'node:crypto';

/** What is replaced, each with a way of its own to look like what it stands for. */
export const standInKinds = [
  'person',
  'name',
  'user',
  'group',
  'host',
  'domain',
  'tenant',
  'organisation',
  'authority',
  'site',
  'object',
  'file',
  'guid',
  'account',
  'realm',
  'address4',
  'address6',
  'digest',
] as const;
export type StandInKind = (typeof standInKinds)[number];

/** Without the letters that are taken for digits or for each other. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
/** Of the range for tests of networks, 198.18.0.0/15 (RFC 2544). */
const addresses = 131_072;

interface KnownStandIns {
  /** By the value, lower case. */
  readonly known: Map<string, string>;
  readonly taken: Set<string>;
  /** Values, lower case, that are another name of something. */
  readonly same: Map<string, string>;
}

/**
 * Gives the same stand-in for the same value, and another one for each other; values that differ in case only are the same. A stand-in comes from the key of the
 * engagement and the value alone, so that it is the same in every report made with that key, whatever else stands in there. When two values of one report would
 * get the same, the later one gets another.
 */
export class StandIns {
  readonly #key: string;
  readonly #ofKind = new Map<StandInKind, KnownStandIns>();
  readonly #addresses = new Set<string>();

  constructor(key: string) {
    this.#key = key;
  }

  /** From now on `value` is another name of `of`. */
  same(kind: StandInKind, value: string, of: string): void {
    if (value.toLowerCase() !== of.toLowerCase()) this.#of(kind).same.set(value.toLowerCase(), of.toLowerCase());
  }

  #of(kind: StandInKind): KnownStandIns {
    const found = this.#ofKind.get(kind) ?? { known: new Map(), taken: new Set(), same: new Map() };
    this.#ofKind.set(kind, found);
    return found;
  }

  /** What `form` makes of a number of 48 bits that stands for the value; asked again with another one while its answer is taken. */
  #standIn(kind: StandInKind, value: string, form: (number: number) => string): string {
    const { known, taken, same } = this.#of(kind);
    const lower = value.toLowerCase();
    const name = same.get(lower) ?? lower;
    const before = known.get(name);
    if (before !== undefined) return before;
    for (let attempt = 0; ; attempt += 1) {
      const digest = createHmac('sha256', this.#key).update(`${kind} ${name}\n${attempt}`).digest('hex');
      const standIn = form(Number.parseInt(digest.slice(0, 12), 16));
      if (taken.has(standIn)) continue;
      taken.add(standIn);
      known.set(name, standIn);
      return standIn;
    }
  }

  #named = (kind: StandInKind, value: string, prefix: string): string =>
    this.#standIn(kind, value, (number) => `${prefix}-${codeOf(number)}`);

  person = (name: string): string => this.#named('person', name, 'person');
  /** A first name or surname that several people have. */
  name = (name: string): string => this.#named('name', name, 'name');
  user = (name: string): string => this.#named('user', name, 'user');
  group = (name: string): string => this.#named('group', name, 'group');
  host = (label: string): string => this.#named('host', label, 'host');
  organisation = (name: string): string => this.#named('organisation', name, 'org');
  authority = (name: string): string => this.#named('authority', name, 'ca');
  site = (name: string): string => this.#named('site', name, 'site');
  object = (name: string): string => this.#named('object', name, 'object');
  tenant = (label: string): string => this.#named('tenant', label, 'tenant');

  /** Reserved for examples (RFC 2606), so it leads to nobody. */
  domain = (name: string): string => `${this.#named('domain', name, 'domain')}.example`;

  /** A file, with its ending: that tells the format. */
  file(path: string): string {
    const ending = /\.[A-Za-z0-9]{1,8}$/u.exec(path)?.[0] ?? '';
    return `${this.#named('file', path, 'file')}${ending.toLowerCase()}`;
  }

  guid = (guid: string): string =>
    this.#standIn('guid', guid, (number) => `00000000-0000-4000-8000-${pad(number.toString(16), 12)}`);

  /** The same relative identifier below 1000 stays: it is the same in every domain and tells what the account is. */
  sid = (sid: string): string => {
    const parts = sid.split('-');
    const relative = Number(parts.at(-1));
    if (parts[3] !== '21') return this.#standIn('account', sid, (number) => `S-1-12-1-0-0-0-${number % 1_000_000_000}`);
    const realm = parts.slice(0, 7).join('-');
    const domain = this.#standIn('realm', realm, (number) => `S-1-5-21-0-0-${number % 1_000_000_000}`);
    if (parts.length === 7) return domain;
    if (relative < 1000) return `${domain}-${relative}`;
    return `${domain}-${this.#standIn('account', sid, (number) => String(1_000_000 + (number % 1_000_000_000)))}`;
  };

  /** An address of a range that belongs to nobody; more of them than the range has share the last ones. */
  address4(address: string): string {
    this.#addresses.add(address);
    if (this.#addresses.size > addresses / 2) return '198.19.255.255';
    return this.#standIn('address4', address, (number) => {
      const place = number % (addresses - 1);
      return `198.${18 + (place >> 16)}.${(place >> 8) & 255}.${place & 255}`;
    });
  }

  /** The range for documents (RFC 3849). */
  address6 = (address: string): string =>
    this.#standIn(
      'address6',
      address,
      (number) => `2001:db8::${((number >> 16) & 0xffff).toString(16)}:${(number & 0xffff).toString(16)}`,
    );

  /** A hash or another long hexadecimal number, as long as it was. */
  digest = (digits: string): string =>
    this.#standIn('digest', digits, (number) => pad(number.toString(16), digits.length));
}

const pad = (text: string, length: number): string => text.padStart(length, '0');

/** Six signs, of 887 million. */
function codeOf(number: number): string {
  let code = '';
  for (let rest = number, place = 0; place < 6; place += 1) {
    code += alphabet[rest % 31] ?? '';
    rest = Math.floor(rest / 31);
  }
  return code;
}
