import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, open, readdir, readFile, realpath } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { EvidencePath } from '../../src-shared/model/plan';
import { decodeText } from '../evidence/text-decoding';
import type { ImportFile } from './importer';

const headSize = 64 * 1024;
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
  /** Paths that are not there or may not be read. */
  readonly unreadable: readonly { readonly path: string; readonly message: string }[];
}

/** Lists the files of the given paths, folders in depth. Links are not followed: they could lead out of what was handed over. */
export async function findFiles(paths: readonly EvidencePath[], signal: AbortSignal): Promise<FoundFiles> {
  const files: FoundFile[] = [];
  const notes: string[] = [];
  const unreadable: { path: string; message: string }[] = [];
  const visit = async (location: string, root: string, origin: EvidencePath, depth: number): Promise<void> => {
    signal.throwIfAborted();
    if (files.length >= filesLimit) return;
    try {
      await take(location, root, origin, depth);
    } catch (error) {
      signal.throwIfAborted();
      unreadable.push({ path: location, message: sentenceOf(error, location) });
    }
  };
  const take = async (location: string, root: string, origin: EvidencePath, depth: number): Promise<void> => {
    const status = await lstat(location);
    if (status.isSymbolicLink()) notes.push(`${location} is a link and was not followed.`);
    else if (status.isFile()) files.push({ file: await describeFile(location, root, status.size), origin });
    else if (status.isDirectory() && depth >= depthLimit) notes.push(`${location} lies too deep and was not read.`);
    else if (status.isDirectory()) {
      for (const name of (await readdir(location)).sort()) await visit(join(location, name), root, origin, depth + 1);
    }
  };
  for (const origin of paths) {
    const root = await realpath(origin.path).catch(() => origin.path);
    await visit(root, root, origin, 0);
  }
  if (files.length >= filesLimit) notes.push(`Only the first ${filesLimit} files were looked at.`);
  return { files, notes, unreadable };
}

function sentenceOf(error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return `${path} does not exist.`;
  if (code === 'EACCES' || code === 'EPERM') return `${path} may not be read by the signed-in user.`;
  return `${path} could not be read (${code || 'unknown error'}).`;
}

async function describeFile(location: string, root: string, size: number): Promise<ImportFile> {
  const bytes = await readHead(location);
  const path = location === root ? basename(location) : join(basename(root), relative(root, location));
  return {
    name: basename(location),
    path: path.split(sep).join('/'),
    size,
    bytes,
    text: decodeText(bytes),
    location,
    stream: () => createReadStream(location),
    bytesOf: () => readFile(location),
  };
}

async function readHead(location: string): Promise<Uint8Array> {
  const handle = await open(location, 'r');
  try {
    const buffer = Buffer.alloc(headSize);
    const { bytesRead } = await handle.read(buffer, 0, headSize, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** SHA-256 (hex) of a whole file, streamed. */
export async function hashFile(file: ImportFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of file.stream()) hash.update(chunk);
  return hash.digest('hex');
}
