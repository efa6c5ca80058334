import type { AccessControlEntry, SecurityDescriptor } from '../../src-shared/model/evidence/access';
import { guidOf } from './guid';
import { present } from './present';
import { sidOf } from './sid';

/** Control bits of a security descriptor (MS-DTYP 2.4.6). */
const daclPresent = 0x0004;
const daclProtected = 0x1000;

/** Flags of an entry (MS-DTYP 2.4.4.1). Objects of a directory are containers, so what only "objects" inherit never takes effect on them. */
const containerInherit = 0x02;
const inheritOnly = 0x08;
const inherited = 0x10;

/** Which GUIDs an object entry carries (MS-DTYP 2.4.4.3). */
const objectTypePresent = 0x1;
const inheritedObjectTypePresent = 0x2;

interface EntryType {
  readonly allows: boolean;
  readonly hasObject: boolean;
  readonly isConditional: boolean;
}

/** Types that allow or deny (MS-DTYP 2.4.4.1); audit, label and compound entries decide nothing here. */
const entryTypes: ReadonlyMap<number, EntryType> = new Map([
  [0x00, { allows: true, hasObject: false, isConditional: false }],
  [0x01, { allows: false, hasObject: false, isConditional: false }],
  [0x05, { allows: true, hasObject: true, isConditional: false }],
  [0x06, { allows: false, hasObject: true, isConditional: false }],
  [0x09, { allows: true, hasObject: false, isConditional: true }],
  [0x0a, { allows: false, hasObject: false, isConditional: true }],
  [0x0b, { allows: true, hasObject: true, isConditional: true }],
  [0x0c, { allows: false, hasObject: true, isConditional: true }],
]);

/**
 * Decodes a self-relative security descriptor (MS-DTYP 2.4.6). Undefined when any part is damaged: half a DACL would lie about who has which right.
 * Entries of types other than allow and deny are left out.
 */
export function decodeSecurityDescriptor(bytes: Buffer): SecurityDescriptor | undefined {
  if (bytes.length < 20 || bytes[0] !== 1) return undefined;
  const control = bytes.readUInt16LE(2);
  const [ownerAt, daclAt] = [bytes.readUInt32LE(4), bytes.readUInt32LE(16)];
  const owner = ownerAt === 0 ? undefined : sidAt(bytes, ownerAt);
  if (ownerAt !== 0 && owner === undefined) return undefined;
  const hasDacl = (control & daclPresent) !== 0 && daclAt !== 0;
  const entries = hasDacl ? entriesAt(bytes, daclAt) : [];
  if (entries === undefined) return undefined;
  return { hasDacl, isProtected: (control & daclProtected) !== 0, entries, ...present({ owner }) };
}

/** The SID that begins at `offset`; what follows it is of no concern. */
export function sidAt(bytes: Buffer, offset: number): string | undefined {
  const count = bytes[offset + 1];
  return count === undefined ? undefined : sidOf(bytes.subarray(offset, offset + 8 + 4 * count));
}

/** Entries of the DACL as they are, of any type; undefined when there is no DACL or it is damaged. */
export function daclEntries(bytes: Buffer): readonly Buffer[] | undefined {
  return bytes.length < 20 ? undefined : rawEntriesAt(bytes, bytes.readUInt32LE(16));
}

function entriesAt(bytes: Buffer, offset: number): readonly AccessControlEntry[] | undefined {
  const entries: AccessControlEntry[] = [];
  const raw = rawEntriesAt(bytes, offset);
  for (const ace of raw ?? []) {
    const type = entryTypes.get(ace[0] ?? -1);
    const entry = type === undefined ? undefined : entryOf(ace, type);
    if (type !== undefined && entry === undefined) return undefined;
    if (entry !== undefined) entries.push(entry);
  }
  return raw === undefined ? undefined : entries;
}

/** An ACL (MS-DTYP 2.4.5); undefined when its size or that of an entry does not fit. */
function rawEntriesAt(bytes: Buffer, offset: number): readonly Buffer[] | undefined {
  if (offset + 8 > bytes.length) return undefined;
  const size = bytes.readUInt16LE(offset + 2);
  if (size < 8 || offset + size > bytes.length) return undefined;
  const list = bytes.subarray(offset, offset + size);
  const count = list.readUInt16LE(4);
  const entries: Buffer[] = [];
  let at = 8;
  for (let index = 0; index < count; index += 1) {
    if (at + 4 > list.length) return undefined;
    const length = list.readUInt16LE(at + 2);
    if (length < 4 || at + length > list.length) return undefined;
    entries.push(list.subarray(at, at + length));
    at += length;
  }
  return entries;
}

function entryOf(ace: Buffer, { allows, hasObject, isConditional }: EntryType): AccessControlEntry | undefined {
  if (ace.length < (hasObject ? 12 : 8)) return undefined;
  const flags = ace[1] ?? 0;
  const parts = hasObject ? ace.readUInt32LE(8) : 0;
  let at = hasObject ? 12 : 8;
  const nextGuid = (): string | undefined => {
    at += 16;
    return guidOf(ace.subarray(at - 16, at));
  };
  const objectType = (parts & objectTypePresent) === 0 ? undefined : nextGuid();
  const inheritedObjectType = (parts & inheritedObjectTypePresent) === 0 ? undefined : nextGuid();
  const sid = sidAt(ace, at);
  // A GUID that does not fit leaves no bytes for the SID.
  if (sid === undefined) return undefined;
  return {
    allows,
    sid,
    mask: ace.readUInt32LE(4),
    inherited: (flags & inherited) !== 0,
    inheritOnly: (flags & inheritOnly) !== 0,
    inheritable: (flags & containerInherit) !== 0,
    ...present({ objectType, inheritedObjectType, isConditional: isConditional || undefined }),
  };
}
