/** A value as `apply-directory.py` takes it: text, bytes, a security descriptor in SDDL, or a DNS record (A, CNAME, SRV, SOA). */
export type DirectoryValue =
  | string
  | { readonly base64: string }
  | { readonly sddl: string }
  | { readonly address: string }
  | { readonly alias: string }
  | { readonly authority: string }
  | { readonly service: string; readonly port: number };

export type DirectoryAttributes = Readonly<Record<string, readonly DirectoryValue[]>>;

/** One object's change. Everything but the DN is optional and done in the order of the fields. */
export interface DirectoryChange {
  readonly dn: string;
  /** Creates the object; `objectGUID` and `objectSid` may be given. */
  readonly add?: DirectoryAttributes;
  /** An empty list removes the attribute. */
  readonly replace?: DirectoryAttributes;
  readonly addValues?: DirectoryAttributes;
  readonly deleteValues?: DirectoryAttributes;
  /** Access control entries in SDDL, put in front of those the object has. */
  readonly addAccess?: readonly string[];
  /** DN of an object whose security descriptor this one gets. */
  readonly accessFrom?: string;
  /** Deletes the object and everything below it. */
  readonly delete?: true;
}

/** Each batch is one transaction; a later batch sees schema changes of an earlier one. */
export type DirectoryBatches = readonly (readonly DirectoryChange[])[];

export function bytes(value: Uint8Array): DirectoryValue {
  return { base64: Buffer.from(value).toString('base64') };
}

/** A GUID's 16 bytes as directories store it: the first three groups are little-endian. */
export function guidBytes(guid: string): Buffer {
  const raw = Buffer.from(guid.replace(/-/gu, ''), 'hex');
  raw.subarray(0, 4).reverse();
  raw.subarray(4, 6).reverse();
  raw.subarray(6, 8).reverse();
  return raw;
}

/** A SID's bytes from its text form. */
export function sidBytes(sid: string): Buffer {
  const [, , authority, ...subAuthorities] = sid.split('-').map(Number);
  const result = Buffer.alloc(8 + 4 * subAuthorities.length);
  result[0] = 1;
  result[1] = subAuthorities.length;
  result.writeUIntBE(authority ?? 0, 2, 6);
  for (const [index, value] of subAuthorities.entries()) result.writeUInt32LE(value, 8 + 4 * index);
  return result;
}

/** Hundreds of nanoseconds since 1601, as text. */
export function fileTime(date: Date): string {
  return String((BigInt(date.getTime()) + 11_644_473_600_000n) * 10_000n);
}

/** Escapes a value for use in a distinguished name (RFC 4514). */
export function escapeRdn(value: string): string {
  const escaped = value.replace(/[\\,+"<>;=]/gu, '\\$&');
  return escaped.replace(/^[ #]/u, '\\$&').replace(/ $/u, '\\ ');
}
