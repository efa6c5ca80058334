import type { PolicyValue } from '../../src-shared/model/evidence/policy';
import { holdsJudgedKey, isCertificateKey, isJudgedKey } from './judged-registry-keys';
import { printable } from './printable';

/** Bytes a registry.pol may have; true ones with certificates in them have some hundred KiB. */
export const registryPolLimit = 16 * 1024 * 1024;
const entryLimit = 100_000;

/** REG_* type numbers (MS-RRP 3.1.1.5). */
const registryType = { string: 1, expandString: 2, dword: 4, dwordBigEndian: 5, multiString: 7, qword: 11 } as const;

export interface RegistryPolicy {
  /** Values below the keys the catalogue judges. */
  readonly values: readonly PolicyValue[];
  /** Entries of the file. */
  readonly count: number;
}

interface PolicyEntry {
  readonly key: string;
  readonly name: string;
  readonly type: number;
  readonly data: Buffer;
}

/** Reads a registry.pol (MS-GPREG 2.2.1, "PReg" version 1). Throws an Error that names the byte at which the file cannot be read further. */
export function decodeRegistryPol(bytes: Uint8Array): RegistryPolicy {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length > registryPolLimit) throw new Error(`${buffer.length} bytes are too many for a registry.pol`);
  if (!isRegistryPol(buffer)) throw new Error('It does not begin with the signature PReg and version 1');
  const values: PolicyValue[] = [];
  let count = 0;
  for (let offset = 8; offset < buffer.length; count += 1) {
    if (count >= entryLimit) throw new Error(`It has more than ${entryLimit} entries`);
    const { entry, end } = readEntry(buffer, offset);
    values.push(...policyValuesOf(entry).filter(isKept));
    offset = end;
  }
  return { values, count };
}

export const isRegistryPol = (bytes: Uint8Array): boolean =>
  bytes.length >= 8 && Buffer.from(bytes.subarray(0, 8)).toString('latin1') === 'PReg\u0001\0\0\0';

/** `[key;value;type;size;data]`, everything but the numbers and the data in UTF-16LE. */
function readEntry(buffer: Buffer, offset: number): { entry: PolicyEntry; end: number } {
  const afterBracket = expect(buffer, offset, '[');
  const key = readText(buffer, afterBracket);
  const name = readText(buffer, expect(buffer, key.end, ';'));
  const typeAt = expect(buffer, name.end, ';');
  const type = readNumber(buffer, typeAt);
  const sizeAt = expect(buffer, typeAt + 4, ';');
  const size = readNumber(buffer, sizeAt);
  const dataAt = expect(buffer, sizeAt + 4, ';');
  if (dataAt + size > buffer.length) throw cutOff(buffer, offset);
  const end = expect(buffer, dataAt + size, ']');
  return { entry: { key: key.text, name: name.text, type, data: buffer.subarray(dataAt, dataAt + size) }, end };
}

const cutOff = (buffer: Buffer, offset: number): Error =>
  new Error(`It is cut off: the entry at byte ${offset} goes beyond its end at byte ${buffer.length}`);

function expect(buffer: Buffer, offset: number, character: string): number {
  if (offset + 2 > buffer.length) throw cutOff(buffer, offset);
  if (buffer.readUInt16LE(offset) !== character.charCodeAt(0))
    throw new Error(`It is damaged: "${character}" is missing at byte ${offset}`);
  return offset + 2;
}

function readNumber(buffer: Buffer, offset: number): number {
  if (offset + 4 > buffer.length) throw cutOff(buffer, offset);
  return buffer.readUInt32LE(offset);
}

/** Text up to its zero character, which is passed. */
function readText(buffer: Buffer, start: number): { text: string; end: number } {
  for (let offset = start; offset + 2 <= buffer.length; offset += 2) {
    if (buffer.readUInt16LE(offset) === 0) return { text: buffer.toString('utf16le', start, offset), end: offset + 2 };
  }
  throw cutOff(buffer, start);
}

const isKept = ({ key, name }: PolicyValue): boolean => isJudgedKey(key) || (name === wholeKey && holdsJudgedKey(key));

/** Name of a deletion that takes a key with everything below it; `*` takes the values of the key only. */
export const wholeKey = '**';

/** An entry as values (MS-GPREG 2.2.1): markers of deletion may name several values or keys at once, and `**SecureKey` sets no value. */
function policyValuesOf({ key, name, type, data }: PolicyEntry): readonly PolicyValue[] {
  const lower = name.toLowerCase();
  const deletion = (ofKey: string, ofName: string): PolicyValue => ({
    key: printable(ofKey),
    name: printable(ofName),
    type,
    value: '',
    deletes: true,
  });
  if (lower === '**deletekeys') return listed(data).map((child) => deletion(`${key}\\${child}`, wholeKey));
  if (lower === '**deletevalues') return listed(data).map((child) => deletion(key, child));
  if (lower.startsWith('**delvals')) return [deletion(key, '*')];
  if (lower.startsWith('**del.')) return [deletion(key, name.slice('**del.'.length))];
  if (lower.startsWith('**securekey')) return [];
  const isSoft = lower.startsWith('**soft.');
  const value = {
    key: printable(key),
    name: printable(isSoft ? name.slice('**soft.'.length) : name),
    type,
    value: isCertificateKey(key) ? '' : typedValue(type, data),
    deletes: false,
  };
  return [isSoft ? { ...value, isSoft } : value];
}

const listed = (data: Buffer): readonly string[] =>
  textOf(data)
    .split(';')
    .filter((part) => part !== '')
    .slice(0, 1000);

/** Text without the zero characters at its end. */
function textOf(data: Buffer): string {
  let end = data.length & ~1;
  while (end >= 2 && data.readUInt16LE(end - 2) === 0) end -= 2;
  return data.toString('utf16le', 0, end);
}

function typedValue(type: number, data: Buffer): PolicyValue['value'] {
  switch (type) {
    case registryType.string:
    case registryType.expandString:
      return printable(textOf(data), 4096);
    case registryType.multiString:
      return textOf(data)
        .split('\0')
        .slice(0, 1000)
        .map((text) => printable(text, 4096));
    case registryType.dword:
      return data.length === 4 ? data.readUInt32LE() : data.toString('base64');
    case registryType.dwordBigEndian:
      return data.length === 4 ? data.readUInt32BE() : data.toString('base64');
    case registryType.qword:
      return data.length === 8 ? Number(data.readBigUInt64LE()) : data.toString('base64');
    default:
      return data.toString('base64');
  }
}
