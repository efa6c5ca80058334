import type { RegistryData } from '../../src-shared/model/evidence/host';
import { printable } from './printable';

/** A value as `reg query` prints it; bytes are upper-case hexadecimal text. */
export interface ReadValue {
  /** As printed, with the long name of the hive. */
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** What `reg query` printed of a key. */
export interface RegistryListing {
  readonly values: readonly ReadValue[];
  /** Every key named: the one asked for, if it has values, and those below it. */
  readonly keys: readonly string[];
}

/** Four spaces part name, type and data; a name may hold single ones. */
const valueLine = /^ {4}(.{1,16383}?) {4}(REG_[A-Z_]{1,40})(?: {4}(.*))?$/u;

/** Reads the output of `reg query`, whose hives and types are the same in every display language. Lines of another form are passed over. */
export function readRegQuery(text: string): RegistryListing {
  const values: ReadValue[] = [];
  const keys: string[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const key = /^HKEY_[A-Z_]+(?:\\.*)?$/u.exec(line.trimEnd())?.[0];
    if (key !== undefined) {
      keys.push(key);
      continue;
    }
    const [, name, type, data = ''] = valueLine.exec(line) ?? [];
    const current = keys.at(-1);
    if (name !== undefined && type !== undefined && current !== undefined)
      values.push({ key: current, name, type, text: data });
  }
  return { values, keys };
}

/** The value as evidence holds it; undefined for a number that is none. */
export function registryData({ type, text }: ReadValue): RegistryData | undefined {
  switch (type) {
    case 'REG_DWORD':
    case 'REG_QWORD': {
      const number = Number(text.trim());
      return text.trim() !== '' && Number.isSafeInteger(number) ? number : undefined;
    }
    case 'REG_MULTI_SZ':
      return text
        .split('\\0')
        .filter((part) => part !== '')
        .slice(0, 500)
        .map((part) => printable(part, 2000));
    case 'REG_BINARY':
      return `hex:${text.trim().toLowerCase().slice(0, 4000)}`;
    default:
      return printable(text, 2000);
  }
}
