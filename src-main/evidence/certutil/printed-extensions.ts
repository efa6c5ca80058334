import { extensionOid } from '../../knowledge/object-identifiers';
import { dumpedBytes } from './hex-dump';
import {
  type BytesOf,
  keyUsageBytes,
  policiesBytes,
  sidBytes,
  templateBytes,
  templateNameBytes,
  usagesBytes,
} from './rebuilt-extensions';
import { alternativeNamesBytes } from './rebuilt-names';

/** An extension as `certutil -v` prints it: `2.5.29.37: Flags = 0, Length = 16`, then what it says in the language of the machine. */
export interface PrintedExtension {
  readonly oid: string;
  /** Of its value, which proves whether the text was understood. */
  readonly length: number;
  readonly lines: readonly string[];
}

const header =
  /^[ \t]{0,40}([0-2](?:\.\d{1,20}){2,30})\s?: ?[^\r\n]{1,80}=\s?([0-9a-f]{1,6})(?: \(\d{1,8}\))?[ \t]{0,5}$/iu;

/**
 * The extensions of one certificate, from the lines of its description. Undefined unless the line before the first, `Certificate Extensions: 9` in whatever
 * language, counts as many: only then does a missing extension mean that the certificate has none.
 */
export function printedExtensions(lines: readonly string[]): readonly PrintedExtension[] | undefined {
  const heads = lines.flatMap((line, index) => {
    const [, oid, length = ''] = header.exec(line) ?? [];
    return oid === undefined ? [] : [{ oid, length: Number.parseInt(length, 16), index }];
  });
  const [first] = heads;
  if (first === undefined) return undefined;
  const before = lines.slice(0, first.index).findLast((line) => line.trim() !== '') ?? '';
  if (Number(/(?:^|\D)(\d{1,4})[ \t]{0,5}$/u.exec(before)?.[1]) !== heads.length) return undefined;
  return heads.map(({ oid, length, index }, at) => ({
    oid,
    length,
    lines: lines.slice(index + 1, heads[at + 1]?.index),
  }));
}

/** Number of the line at which the extensions begin; that of all lines without any. */
export function linesBeforeExtensions(lines: readonly string[]): number {
  const found = lines.findIndex((line) => header.test(line));
  return found === -1 ? lines.length : found;
}

const rebuild: Readonly<Record<string, BytesOf>> = {
  [extensionOid.keyUsage]: keyUsageBytes,
  [extensionOid.extendedKeyUsage]: usagesBytes,
  [extensionOid.applicationPolicies]: policiesBytes,
  [extensionOid.subjectAlternativeName]: alternativeNamesBytes,
  [extensionOid.template]: templateBytes,
  [extensionOid.templateName]: templateNameBytes,
  [extensionOid.sid]: sidBytes,
};

/**
 * The value of an extension: as bytes where certutil dumps them, as it does for what it cannot decode; otherwise rebuilt from the text. What is not exactly as
 * long as certutil says was misunderstood and is undefined. `usages` are names of usages in the language of the machine.
 */
export function valueOfExtension(
  { oid, length, lines }: PrintedExtension,
  usages: ReadonlyMap<string, string>,
): Buffer | undefined {
  const dumped = dumpedBytes(lines);
  if (dumped?.length === length) return dumped;
  const end = lines.findIndex((line) => line.trim() === '');
  const rebuilt = rebuild[oid]?.(end === -1 ? lines : lines.slice(0, end), usages);
  return rebuilt?.length === length ? rebuilt : undefined;
}
