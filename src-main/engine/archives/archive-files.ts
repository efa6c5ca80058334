import { printable } from '../../../src-shared/model/printable';
import { decodeText } from '../../evidence/text-decoding';
import { hashFile } from '../hash-file';
import { type ArchiveOfFile, headSize, type ImportFile } from '../importer';
import { innerArchiveLimit, innerArchivesLimit, type RefusalReason, refusals, unpackedLimit } from './limits';
import {
  type ArchiveBytes,
  ArchiveError,
  listZip,
  looksLikeZip,
  readMember,
  unpackMember,
  withZip,
  type ZipMember,
} from './zip-archive';

/** What the archives of one drop may still unpack to; counts down. */
export interface ArchiveBudget {
  files: number;
  bytes: number;
  innerBytes: number;
}

export const archiveBudget = (files: number): ArchiveBudget => ({
  files,
  bytes: unpackedLimit,
  innerBytes: innerArchivesLimit,
});

export interface UnpackedArchive {
  readonly files: readonly ImportFile[];
  /** Sentences about what was passed over. */
  readonly notes: readonly string[];
  /** What is lost unless the consultant does something, one sentence an archive. */
  readonly problems: readonly { readonly path: string; readonly message: string; readonly next: string }[];
}

interface Unpacking {
  readonly budget: ArchiveBudget;
  readonly signal: AbortSignal;
  /** The archive that was handed over. */
  readonly outer: ArchiveOfFile;
}

/** The archive and where it lies, for what is said of its members. */
interface Place {
  readonly location: string;
  readonly path: string;
  readonly from: ArchiveBytes;
  readonly isInner: boolean;
}

type Refused = Map<RefusalReason, string[]>;

/**
 * The files inside a zip archive, and inside archives that lie in it; each was unpacked once to prove its size and checksum, none is written to the disk.
 * `undefined` for a document that is a zip archive by accident of its format (Office, packages): it holds no files of the customer.
 * Rejects only when cancelled.
 */
export async function unpackArchive(
  archive: ImportFile,
  budget: ArchiveBudget,
  signal: AbortSignal,
): Promise<UnpackedArchive | undefined> {
  const { location, path } = archive;
  const outer = { location, sha256: await hashFile(archive) };
  return unpackPlace({ location, path, from: { path: location }, isInner: false }, { budget, signal, outer });
}

async function unpackPlace(place: Place, unpacking: Unpacking): Promise<UnpackedArchive | undefined> {
  try {
    return await withZip(place.from, async (zip) => {
      const { members, refused } = await listZip(zip, unpacking.signal);
      if (members.some(({ name }) => name === '[Content_Types].xml')) return undefined;
      const lost: Refused = new Map();
      for (const { name, reason } of refused) refuse(lost, reason, name);
      const results: UnpackedArchive[] = [];
      for (const member of members) {
        unpacking.signal.throwIfAborted();
        const unpacked = await takeMember(member, (entry) => unpackMember(zip, entry), place, unpacking);
        if (typeof unpacked === 'string') refuse(lost, unpacked, member.name);
        else results.push(unpacked);
      }
      return merge([...results, reportRefused(place, lost)]);
    });
  } catch (error) {
    unpacking.signal.throwIfAborted();
    return { files: [], notes: [], problems: [unreadableArchive(place, error)] };
  }
}

const refuse = (refused: Refused, reason: RefusalReason, name: string): void => {
  refused.set(reason, [...(refused.get(reason) ?? []), name]);
};

const merge = (parts: readonly UnpackedArchive[]): UnpackedArchive => ({
  files: parts.flatMap(({ files }) => files),
  notes: parts.flatMap(({ notes }) => notes),
  problems: parts.flatMap(({ problems }) => problems),
});

async function takeMember(
  { name, entry }: ZipMember,
  unpack: (entry: ZipMember['entry']) => AsyncIterable<Uint8Array>,
  place: Place,
  unpacking: Unpacking,
): Promise<UnpackedArchive | RefusalReason> {
  const { budget, signal } = unpacking;
  if (budget.files <= 0 || entry.uncompressedSize > budget.bytes) return 'budget';
  budget.bytes -= entry.uncompressedSize;
  const proven = await prove(unpack(entry), signal).catch(() => undefined);
  signal.throwIfAborted();
  if (proven === undefined) return 'damaged';
  const file = describeMember(name, entry, proven, place, unpacking.outer);
  if (looksLikeZip(proven)) {
    const inner = await takeInnerArchive(file, place, unpacking);
    if (inner !== undefined) return inner;
  }
  budget.files -= 1;
  return { files: [file], notes: [], problems: [] };
}

/** Reads a member to its end and gives its first bytes. */
async function prove(content: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<Uint8Array> {
  const head: Uint8Array[] = [];
  let kept = 0;
  for await (const chunk of content) {
    signal.throwIfAborted();
    if (kept < headSize) {
      head.push(chunk.subarray(0, headSize - kept));
      kept += chunk.byteLength;
    }
  }
  return Buffer.concat(head);
}

/** `undefined` for a document that is packed like an archive. */
async function takeInnerArchive(
  file: ImportFile,
  place: Place,
  unpacking: Unpacking,
): Promise<UnpackedArchive | RefusalReason | undefined> {
  const { budget } = unpacking;
  if (place.isInner) return 'nested';
  if (file.size > innerArchiveLimit || file.size > budget.innerBytes) return 'budget';
  budget.innerBytes -= file.size;
  const bytes = Buffer.from(await file.bytesOf());
  return unpackPlace({ location: file.location, path: file.path, from: { bytes }, isInner: true }, unpacking);
}

function describeMember(
  name: string,
  entry: ZipMember['entry'],
  head: Uint8Array,
  place: Place,
  archive: ArchiveOfFile,
): ImportFile {
  const stream = (): AsyncIterable<Uint8Array> => readMember(place.from, entry);
  return {
    name: name.slice(name.lastIndexOf('/') + 1),
    path: `${place.path}!/${name}`,
    size: entry.uncompressedSize,
    bytes: head,
    text: decodeText(head),
    location: `${place.location}!/${name}`,
    archive,
    stream,
    bytesOf: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stream()) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
}

function reportRefused({ path, location }: Place, refused: Refused): UnpackedArchive {
  const sentences = (lost: boolean): string[] =>
    [...refused].flatMap(([reason, names]) =>
      refusals[reason].lost === lost ? [`${refusals[reason].sentence}: ${namesOf(names)}.`] : [],
    );
  const message = sentences(true).join(' ');
  return {
    files: [],
    notes: sentences(false).map((sentence) => `${path}: not read: ${sentence}`),
    problems:
      message === ''
        ? []
        : [{ path: location, message: `${path} was not read whole. ${message}`, next: nextForMembers }],
  };
}

const nextForMembers =
  'Unpack the archive where it was made, check the files named, and import the folder instead. Everything else of the archive was read.';

const namesOf = (names: readonly string[]): string =>
  `${names
    .slice(0, 5)
    .map((name) => printable(name, 200))
    .join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;

function unreadableArchive({ path, location }: Place, error: unknown): UnpackedArchive['problems'][number] {
  const reason =
    error instanceof ArchiveError
      ? error.message
      : `it is cut off, damaged or protected (${printable(error instanceof Error ? error.message : String(error), 300)})`;
  return {
    path: location,
    message: `${path} cannot be read as a zip archive: ${reason}. Nothing of it was read.`,
    next: 'Make the archive again with the packer of Windows, without a password, or import the folder instead.',
  };
}
