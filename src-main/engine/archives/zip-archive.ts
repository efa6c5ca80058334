import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, validateFileName, type ZipFile } from 'yauzl';
import { entriesLimit, type RefusalReason, ratioLimit, smallMember } from './limits';

/** Where the bytes of an archive are: on the disk, or unpacked from another archive. */
export type ArchiveBytes = { readonly path: string } | { readonly bytes: Buffer };

/** Why an archive as a whole is not read; the message is a sentence without its subject and final stop. */
export class ArchiveError extends Error {}

export interface ZipMember {
  /** `/`-separated, inside the archive, free of control characters. */
  readonly name: string;
  readonly entry: Entry;
}

export interface ZipContents {
  readonly members: readonly ZipMember[];
  readonly refused: readonly { readonly name: string; readonly reason: RefusalReason }[];
}

const unixMade = 3;
const darwinMade = 19;
const regularOrFolder = new Set([0x0000, 0x4000, 0x8000]);

/** Whether a file starts as a zip archive does (APPNOTE 4.3.7, or 4.3.16 for an empty one). */
export const looksLikeZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));

/** Names stay bytes, so that a bad one costs one member, not the archive. */
const openZip = (from: ArchiveBytes): Promise<ZipFile> => {
  const options = { autoClose: false, decodeStrings: false };
  return 'path' in from ? openPromise(from.path, options) : fromBufferPromise(from.bytes, options);
};

/** Opens an archive for as long as `use` takes. */
export async function withZip<T>(from: ArchiveBytes, use: (zip: ZipFile) => Promise<T>): Promise<T> {
  const zip = await openZip(from);
  try {
    return await use(zip);
  } finally {
    zip.close();
  }
}

/**
 * Lists the files of an archive by its central directory.
 * @throws ArchiveError when its members overlap or are too many; errors of the library when it is cut off or damaged
 */
export async function listZip(zip: ZipFile, signal: AbortSignal): Promise<ZipContents> {
  if (zip.entryCount > entriesLimit)
    throw new ArchiveError(`it holds ${zip.entryCount} entries; at most ${entriesLimit} are read`);
  const found: ZipMember[] = [];
  const spans: (readonly [number, number])[] = [];
  for await (const entry of zip.eachEntry()) {
    signal.throwIfAborted();
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    spans.push([entry.relativeOffsetOfLocalHeader, fileDataStart + entry.compressedSize]);
    if (!name.endsWith('/')) found.push({ name, entry });
  }
  refuseOverlaps(spans);
  return sortOut(found);
}

/** Members that share bytes are how a small archive unpacks to a huge one; no packer writes them. */
function refuseOverlaps(spans: readonly (readonly [number, number])[]): void {
  let reached = 0;
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    if (start < reached) throw new ArchiveError('members of it share bytes, as in an archive made to exhaust memory');
    reached = end;
  }
}

function sortOut(found: readonly ZipMember[]): ZipContents {
  const counts = new Map<string, number>();
  for (const { name } of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  const judged = found.map((member) => ({
    ...member,
    reason: (counts.get(member.name) ?? 0) > 1 ? ('repeated' as const) : refusalOf(member),
  }));
  return {
    members: judged.flatMap(({ name, entry, reason }) => (reason === undefined ? [{ name, entry }] : [])),
    refused: judged.flatMap(({ name, reason }) => (reason === undefined ? [] : [{ name, reason }])),
  };
}

function refusalOf({ name, entry }: ZipMember): RefusalReason | undefined {
  if (validateFileName(name) !== null || /\p{Cc}/u.test(name) || name.length > 1000) return 'bad-name';
  if (isSpecial(entry)) return 'link';
  if (entry.isEncrypted()) return 'encrypted';
  if (!entry.canDecodeFileData()) return 'unknown-method';
  const { compressedSize, uncompressedSize } = entry;
  return uncompressedSize > smallMember && uncompressedSize > ratioLimit * compressedSize ? 'ratio' : undefined;
}

/** Links, devices and pipes by the mode that Unix packers note in the upper half of the attributes. */
function isSpecial(entry: Entry): boolean {
  const madeBy = entry.versionMadeBy >>> 8;
  const type = (entry.externalFileAttributes >>> 16) & 0xf000;
  return (madeBy === unixMade || madeBy === darwinMade) && !regularOrFolder.has(type);
}

/**
 * Unpacks one member and proves size and checksum at its end.
 * @throws ArchiveError when the checksum does not match; errors of the library when the data is damaged or longer than stated
 */
export async function* unpackMember(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
  let checksum = 0;
  for await (const chunk of stream) {
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (checksum !== entry.crc32) throw new ArchiveError('its checksum does not match');
}

/** Unpacks one member of an archive that is opened for it alone. */
export async function* readMember(from: ArchiveBytes, entry: Entry): AsyncGenerator<Uint8Array> {
  const zip = await openZip(from);
  try {
    yield* unpackMember(zip, entry);
  } finally {
    zip.close();
  }
}
