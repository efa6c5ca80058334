import { sidBytes } from '../../../src-main/evidence/sid';

export interface AceParts {
  readonly type: number;
  readonly flags?: number;
  readonly mask: number;
  readonly sid: string;
  readonly objectType?: Buffer;
  readonly inheritedObjectType?: Buffer;
  /** Application data behind the SID: the condition of a callback entry. */
  readonly more?: Buffer;
}

/** The bytes of a GUID as Windows stores it (MS-DTYP 2.3.4.2). */
export function guidBytes(guid: string): Buffer {
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex');
  bytes.subarray(0, 4).reverse();
  bytes.subarray(4, 6).reverse();
  bytes.subarray(6, 8).reverse();
  return bytes;
}

/** One access control entry (MS-DTYP 2.4.4). */
export function ace({ type, flags = 0, mask, sid, objectType, inheritedObjectType, more }: AceParts): Buffer {
  const hasObject = [0x05, 0x06, 0x0b, 0x0c].includes(type);
  const parts = Buffer.alloc(4);
  parts.writeUInt32LE((objectType === undefined ? 0 : 1) | (inheritedObjectType === undefined ? 0 : 2));
  const head = Buffer.alloc(8);
  const body = Buffer.concat([
    ...(hasObject ? [parts] : []),
    objectType ?? Buffer.alloc(0),
    inheritedObjectType ?? Buffer.alloc(0),
    sidBytes(sid) ?? Buffer.alloc(0),
    more ?? Buffer.alloc(0),
  ]);
  head.writeUInt8(type, 0);
  head.writeUInt8(flags, 1);
  head.writeUInt16LE(8 + body.length, 2);
  head.writeUInt32LE(mask >>> 0, 4);
  return Buffer.concat([head, body]);
}

/** A self-relative security descriptor; without `aces` it has no DACL. */
export function descriptorBytes({
  owner,
  aces,
}: {
  readonly owner?: string;
  readonly aces?: readonly Buffer[];
}): Buffer {
  const ownerBytes = owner === undefined ? Buffer.alloc(0) : (sidBytes(owner) ?? Buffer.alloc(0));
  const head = Buffer.alloc(20);
  head.writeUInt8(1, 0);
  head.writeUInt16LE(0x8000 | (aces === undefined ? 0 : 4), 2);
  head.writeUInt32LE(owner === undefined ? 0 : 20, 4);
  if (aces === undefined) return Buffer.concat([head, ownerBytes]);
  head.writeUInt32LE(20 + ownerBytes.length, 16);
  const list = Buffer.concat(aces);
  const listHead = Buffer.alloc(8);
  listHead.writeUInt8(4, 0);
  listHead.writeUInt16LE(8 + list.length, 2);
  listHead.writeUInt16LE(aces.length, 4);
  return Buffer.concat([head, ownerBytes, listHead, list]);
}
