import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type FileKey, saltLength } from '../cipher';

/** SQLCipher 4: each page ends with an initialisation vector of 16 bytes and the HMAC-SHA512 over all before it and the page's number. */
const pageSize = 4096;
const sealLength = 64;
const sealIterations = 2;
const sealSaltMask = 0x3a;
const pagesAtOnce = 256;

/**
 * Pages whose seal does not fit the key, counted from 1. SQLite has no such check of its own, and stops at the first page it cannot read.
 * What is missing of a last page cut short counts as damage. Throws file system errors.
 */
export function damagedPages(
  path: string,
  { key, salt }: FileKey,
  onProgress: (done: number, total: number) => void,
): { readonly pages: number; readonly damaged: readonly number[] } {
  const sealKey = pbkdf2Sync(
    key,
    salt.map((byte) => byte ^ sealSaltMask),
    sealIterations,
    32,
    'sha512',
  );
  const file = openSync(path, 'r');
  try {
    const pages = Math.ceil(fstatSync(file).size / pageSize);
    const damaged: number[] = [];
    const buffer = Buffer.alloc(pageSize * pagesAtOnce);
    for (let first = 1; first <= pages; first += pagesAtOnce) {
      const length = readSync(file, buffer, 0, buffer.length, (first - 1) * pageSize);
      for (let offset = 0; offset < length; offset += pageSize) {
        const number = first + offset / pageSize;
        if (!isSealed(buffer.subarray(offset, Math.min(offset + pageSize, length)), number, sealKey))
          damaged.push(number);
      }
      onProgress(Math.min(first + pagesAtOnce - 1, pages), pages);
    }
    return { pages, damaged };
  } finally {
    closeSync(file);
    sealKey.fill(0);
  }
}

/** The first page begins with the salt, which is not part of what is sealed. */
function isSealed(page: Buffer, number: number, sealKey: Buffer): boolean {
  if (page.length < pageSize) return false;
  const end = pageSize - sealLength;
  const ordinal = Buffer.alloc(4);
  ordinal.writeUInt32LE(number);
  const seal = createHmac('sha512', sealKey)
    .update(page.subarray(number === 1 ? saltLength : 0, end))
    .update(ordinal);
  return timingSafeEqual(seal.digest(), page.subarray(end));
}
