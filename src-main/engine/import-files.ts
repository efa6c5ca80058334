import { createReadStream, type Stats } from 'node:fs';
import { lstat, open, readdir, readFile, realpath } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { EvidencePath } from '../../src-shared/model/plan';
import { decodeText } from '../evidence/text-decoding';
import { archiveBudget, unpackArchive } from './archives/archive-files';
import { looksLikeZip } from './archives/zip-archive';
import { headSize, type ImportFile } from './importer';

const filesLimit = 100_000;
const depthLimit = 24;

/** A file found below what the consultant gave, with what he said of its origin. */
export interface FoundFile {
  readonly file: ImportFile;
  readonly origin: EvidencePath;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** Sentences about what was passed over. */
  readonly notes: readonly string[];
  /** Paths that are not there or may not be read, archives that were not read whole. */
  readonly unreadable: readonly { readonly path: string; readonly message: string; readonly next: string }[];
}

/**
 * Lists the files of the given paths, folders in depth, and the members of zip archives as if they were folders. Links are not followed: they could lead
 * out of what was handed over.
 */
export async function findFiles(paths: readonly EvidencePath[], signal: AbortSignal): Promise<FoundFiles> {
  const files: FoundFile[] = [];
  const notes: string[] = [];
  const budget = archiveBudget(filesLimit);
  const unreadable: { path: string; message: string; next: string }[] = [];
  const visit = async (entry: Entry, root: string, origin: EvidencePath, depth: number): Promise<void> => {
    signal.throwIfAborted();
    if (files.length >= filesLimit) return;
    try {
      await take(entry, root, origin, depth);
    } catch (error) {
      signal.throwIfAborted();
      const { location } = entry;
      unreadable.push({ path: location, message: sentenceOf(error, location), next: nextForPath });
    }
  };
  const take = async ({ location, look }: Entry, root: string, origin: EvidencePath, depth: number): Promise<void> => {
    const { status, file } = await look;
    if (status.isSymbolicLink()) notes.push(`${location} is a link and was not followed.`);
    else if (file !== undefined) await takeFile(file, origin);
    else if (status.isDirectory() && depth >= depthLimit) notes.push(`${location} lies too deep and was not read.`);
    else if (status.isDirectory()) {
      const names = (await readdir(location)).sort();
      for (let start = 0; start < names.length; start += lookAhead) {
        const entries = names.slice(start, start + lookAhead).map((name) => lookAt(join(location, name), root));
        for (const entry of entries) await visit(entry, root, origin, depth + 1);
      }
    }
  };
  const takeFile = async (file: ImportFile, origin: EvidencePath): Promise<void> => {
    budget.files = filesLimit - files.length;
    const unpacked = looksLikeZip(file.bytes) ? await unpackArchive(file, budget, signal) : undefined;
    for (const each of unpacked?.files ?? [file]) files.push({ file: each, origin });
    notes.push(...(unpacked?.notes ?? []));
    unreadable.push(...(unpacked?.problems ?? []));
  };
  for (const origin of paths) {
    const root = await realpath(origin.path).catch(() => origin.path);
    await visit(lookAt(root, root), root, origin, 0);
  }
  if (files.length >= filesLimit) notes.push(`Only the first ${filesLimit} files were looked at.`);
  return { files, notes, unreadable };
}

/** Entries of a folder looked at side by side; one after the other each would wait for the disk. */
const lookAhead = 16;

/** A file or folder that is being looked at; of a file its head is read as well. */
interface Entry {
  readonly location: string;
  readonly look: Promise<{ readonly status: Stats; readonly file?: ImportFile }>;
}

function lookAt(location: string, root: string): Entry {
  const look = lstat(location).then(async (status) =>
    status.isFile() ? { status, file: await describeFile(location, root, status.size) } : { status },
  );
  look.catch(() => undefined); // told when it is its turn
  return { location, look };
}

const nextForPath = 'Check the path and the rights on it, then import it again.';

function sentenceOf(error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return `${path} does not exist.`;
  if (code === 'EACCES' || code === 'EPERM') return `${path} may not be read by the signed-in user.`;
  return `${path} could not be read (${code || 'unknown error'}).`;
}

async function describeFile(location: string, root: string, size: number): Promise<ImportFile> {
  const bytes = await readHead(location, size);
  const path = location === root ? basename(location) : join(basename(root), relative(root, location));
  return {
    name: basename(location),
    path: path.split(sep).join('/'),
    size,
    bytes,
    text: decodeText(bytes),
    location,
    stream: () => createReadStream(location),
    bytesOf: async () => (bytes.length === size && size < headSize ? bytes : await readFile(location)),
  };
}

async function readHead(location: string, size: number): Promise<Uint8Array> {
  const handle = await open(location, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(headSize, size));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
