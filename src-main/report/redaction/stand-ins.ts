/** What is replaced, each with a way of its own to look like what it stands for. */
export const standInKinds = [
  'person',
  'user',
  'host',
  'domain',
  'tenant',
  'organisation',
  'authority',
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

/** Gives the same stand-in for the same value, and another one for each other; values that differ in case only are the same. */
export class StandIns {
  readonly #numbers = new Map<string, number>();
  readonly #counts = new Map<StandInKind, number>();

  /** Number of a value among those of its kind, from 1. */
  numberOf(kind: StandInKind, value: string): number {
    const key = `${kind} ${value.toLowerCase()}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    this.#numbers.set(key, number);
    return number;
  }

  person = (name: string): string => `person-${this.numberOf('person', name)}`;
  user = (name: string): string => `user-${this.numberOf('user', name)}`;
  host = (label: string): string => `host-${this.numberOf('host', label)}`;
  organisation = (name: string): string => `org-${this.numberOf('organisation', name)}`;
  authority = (name: string): string => `ca-${this.numberOf('authority', name)}`;
  object = (name: string): string => `object-${this.numberOf('object', name)}`;
  tenant = (label: string): string => `tenant-${this.numberOf('tenant', label)}`;

  /** Reserved for examples (RFC 2606), so it leads to nobody. */
  domain = (name: string): string => `domain-${this.numberOf('domain', name)}.example`;

  /** A file, with its ending: that tells the format. */
  file(path: string): string {
    const ending = /\.[A-Za-z0-9]{1,8}$/u.exec(path)?.[0] ?? '';
    return `file-${this.numberOf('file', path)}${ending.toLowerCase()}`;
  }

  guid = (guid: string): string => `00000000-0000-4000-8000-${pad(this.numberOf('guid', guid).toString(16), 12)}`;

  /** The same relative identifier below 1000 stays: it is the same in every domain and tells what the account is. */
  sid(sid: string): string {
    const parts = sid.split('-');
    const relative = Number(parts.at(-1));
    if (parts[3] !== '21') return `S-1-12-1-0-0-0-${this.numberOf('account', sid)}`;
    const domain = `S-1-5-21-0-0-${this.numberOf('realm', `${parts.slice(0, 7).join('-')}`)}`;
    if (parts.length === 7) return domain;
    return `${domain}-${relative < 1000 ? relative : 1_000_000 + this.numberOf('account', sid)}`;
  }

  /** A range for tests of networks (RFC 2544). */
  address4(address: string): string {
    const number = this.numberOf('address4', address);
    return `198.18.${(number >> 8) & 255}.${number & 255}`;
  }

  /** The range for documents (RFC 3849). */
  address6 = (address: string): string => `2001:db8::${this.numberOf('address6', address).toString(16)}`;

  /** A hash or another long hexadecimal number, as long as it was. */
  digest = (digits: string): string => pad(this.numberOf('digest', digits).toString(16), digits.length);
}

const pad = (text: string, length: number): string => text.padStart(length, '0');
