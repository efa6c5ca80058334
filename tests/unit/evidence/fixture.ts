import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DirectoryEntry } from '../../../src-main/evidence/directory/directory-topic';

/** Path of a file below `tests/fixtures`. */
export const fixturePath = (path: string): string => fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url));
export const fixture = (path: string): Buffer => readFileSync(fixturePath(path));
export const fixtureText = (path: string): string => fixture(path).toString('utf8');

/** Path of a file of the demo customer. */
export const demoPath = (path: string): string =>
  fileURLToPath(new URL(`../../../assets/demo/contoso/${path}`, import.meta.url));
export const demo = (path: string): Buffer => readFileSync(demoPath(path));

/** An entry as LDAP or LDIF gives it, from readable values. */
export function entryOf(
  dn: string,
  attributes: Readonly<Record<string, string | Buffer | readonly (string | Buffer)[]>>,
): DirectoryEntry {
  const values = Object.entries(attributes).map(([name, value]) => {
    const list = Array.isArray(value) ? value : [value];
    return [
      name.toLowerCase(),
      list.map((item: string | Buffer) => (Buffer.isBuffer(item) ? item : Buffer.from(item, 'utf8'))),
    ] as const;
  });
  return { dn, attributes: new Map(values) };
}

/** Runs a decoder over every truncation and many single-byte changes; it must answer or throw an ordinary Error, and in time. */
export function fuzz(
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => unknown,
  step = 1,
): { answered: number; refused: number } {
  const result = { answered: 0, refused: 0 };
  const attempt = (input: Uint8Array): void => {
    try {
      decode(input);
      result.answered += 1;
    } catch (error) {
      if (
        !(error instanceof Error) ||
        error instanceof RangeError ||
        error instanceof TypeError ||
        error.message.length < 10
      )
        throw error;
      result.refused += 1;
    }
  };
  for (let length = 0; length < bytes.length; length += step) attempt(bytes.subarray(0, length));
  for (let index = 0; index < bytes.length; index += step) {
    const changed = Uint8Array.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ (index % 2 === 0 ? 0xff : 0x01);
    attempt(changed);
  }
  return result;
}
