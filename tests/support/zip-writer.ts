import { crc32, deflateRawSync } from 'node:zlib';

/** A member to pack; every field but name and content is a lie or an oddity to tell about it. */
export interface ZipEntryPlan {
  readonly name: string | Buffer;
  readonly content: Buffer | string;
  readonly method?: number;
  /** General purpose flags (APPNOTE 4.4.4); bit 11, names in UTF-8, is set when absent. */
  readonly flags?: number;
  readonly crc?: number;
  readonly statedSize?: number;
  /** Mode of Unix in the attributes, such as `0o120777` for a link. */
  readonly mode?: number;
  /** Points the central entry at the header of this other member. */
  readonly sharesHeaderOf?: number;
}

/** Packs members into a zip archive (APPNOTE 6.3), as told, right or wrong. */
export function writeZip(entries: readonly ZipEntryPlan[]): Buffer {
  const locals: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = Buffer.concat([localHeader(entry), nameOf(entry), packed(entry)]);
    offsets.push(offset);
    offset += local.length;
    locals.push(local);
  }
  const central = Buffer.concat(
    entries.map((entry, index) =>
      Buffer.concat([centralHeader(entry, offsets[entry.sharesHeaderOf ?? index] ?? 0), nameOf(entry)]),
    ),
  );
  return Buffer.concat([...locals, central, endRecord(entries.length, central.length, offset)]);
}

const nameOf = ({ name }: ZipEntryPlan): Buffer => Buffer.from(name);
const contentOf = ({ content }: ZipEntryPlan): Buffer => Buffer.from(content);
const packed = (entry: ZipEntryPlan): Buffer =>
  (entry.method ?? 8) === 8 ? deflateRawSync(contentOf(entry)) : contentOf(entry);

/** Fields that local and central header have in common, from "version needed" on. */
function sharedFields(entry: ZipEntryPlan): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(entry.flags ?? 0x800, 2);
  fields.writeUInt16LE(entry.method ?? 8, 4);
  fields.writeUInt32LE(entry.crc ?? crc32(contentOf(entry)), 10);
  fields.writeUInt32LE(packed(entry).length, 14);
  fields.writeUInt32LE(entry.statedSize ?? contentOf(entry).length, 18);
  fields.writeUInt16LE(nameOf(entry).length, 22);
  return fields;
}

const localHeader = (entry: ZipEntryPlan): Buffer =>
  Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), sharedFields(entry)]);

function centralHeader(entry: ZipEntryPlan, offset: number): Buffer {
  const start = Buffer.from([0x50, 0x4b, 1, 2, 20, entry.mode === undefined ? 0 : 3]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([start, sharedFields(entry), rest]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  Buffer.from([0x50, 0x4b, 5, 6]).copy(record);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
