import type { EngagementFile } from '../../store/engagement-file';
import { rawInputBytes, readRawInputInfo } from '../../store/raw-inputs';
import { hexWindow } from './hex-lines';
import { type RawWindow, splitLines, textWindow } from './raw-lines';

/** Binary input is shown up to this size; text is read to its end. */
const binaryLimit = 4 * 1024 * 1024;

/** A window of a kept raw input; undefined when it was not kept (too large, or nothing was received). */
export async function rawView(
  file: EngagementFile,
  sha256: string,
  locate: string | undefined,
): Promise<(RawWindow & { readonly name: string }) | undefined> {
  const info = readRawInputInfo(file, sha256);
  if (info === undefined) return undefined;
  const bytes = rawInputBytes(file, sha256);
  const first = await bytes.next();
  const head = first.done === true ? Buffer.alloc(0) : Buffer.from(first.value);
  const chunks = rest(head, bytes);
  const encoding = encodingOf(head);
  if (encoding === undefined) return { name: info.name, ...hexWindow(await gather(chunks, binaryLimit), locate) };
  return { name: info.name, ...(await textWindow(splitLines(decode(chunks, encoding)), locate)) };
}

async function* rest(head: Buffer, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  yield* bytes;
}

/** By byte order mark, else UTF-8; undefined when it is not text. */
function encodingOf(head: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.subarray(0, 8192).some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)))
    return undefined;
  return isUtf8(head) ? 'utf-8' : 'windows-1252';
}

function isUtf8(head: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

async function* decode(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function gather(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.length;
    if (size >= limit) break;
  }
  return Buffer.concat(parts).subarray(0, limit);
}
