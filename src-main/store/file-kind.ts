import { open } from 'node:fs/promises';
import { saltLength } from './cipher';

const sampleLength = 512;
const pageSize = 4096;

const knownStarts: readonly (readonly [start: string, kind: string])[] = [
  ['SQLite format 3\0', 'a SQLite database without encryption'],
  ['PK\u0003\u0004', 'a zip archive or an Office document'],
  ['%PDF-', 'a PDF document'],
  ['\u001f\u008b', 'a gzip archive'],
  ['\u0089PNG', 'a picture'],
  ['MZ', 'a program'],
];

/** The last two: names no file can have. */
const noSuchFile: readonly string[] = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'];

/** What the unencrypted part of a file tells. */
export type FileKind =
  | { readonly kind: 'missing' }
  /** Certainly no engagement; `what` completes "It is …". */
  | { readonly kind: 'foreign'; readonly what: string }
  /** Nothing but noise, as an engagement is without its key. */
  | { readonly kind: 'possible'; readonly salt: Uint8Array };

/** Looks at the start of a file. An encrypted file has no header: what is neither text nor a known format may be an engagement. */
export async function fileKind(path: string): Promise<FileKind> {
  const head = await readHead(path);
  if (head === undefined) return { kind: 'missing' };
  if (head.size === 0) return { kind: 'foreign', what: 'empty' };
  const start = head.bytes.toString('latin1', 0, 16);
  const known = knownStarts.find(([prefix]) => start.startsWith(prefix));
  if (known !== undefined) return { kind: 'foreign', what: known[1] };
  if (isText(head.bytes)) return { kind: 'foreign', what: 'a text file' };
  if (head.size < pageSize) return { kind: 'foreign', what: 'too short' };
  return { kind: 'possible', salt: new Uint8Array(head.bytes.subarray(0, saltLength)) };
}

async function readHead(path: string): Promise<{ readonly size: number; readonly bytes: Buffer } | undefined> {
  try {
    const file = await open(path, 'r');
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(sampleLength), 0, sampleLength, 0);
      return { size: (await file.stat()).size, bytes: buffer.subarray(0, bytesRead) };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && noSuchFile.includes(String(error.code))) return undefined;
    throw error;
  }
}

/** Ciphertext of this length without a single control character does not occur. */
function isText(bytes: Buffer): boolean {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return utf16 || bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
