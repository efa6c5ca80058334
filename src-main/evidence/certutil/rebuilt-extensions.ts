import { derTag } from '../der';
import { derOid, derSequence, derValue } from '../der-encoding';

/**
 * DER of extensions (RFC 5280 4.2; MS-WCCE 2.2.2.7) from what `certutil -v` prints of them in the language of the machine: identifiers, numbers and values are the same in
 * every language. Undefined for lines of another form; the caller holds the length against the one that was printed.
 */
export type BytesOf = (lines: readonly string[], usages: ReadonlyMap<string, string>) => Buffer | undefined;

const oidPattern = '[0-2](?:\\.\\d{1,20}){1,30}';
const usageLine = new RegExp(`^[ \\t]{0,40}(\\S[^\\r\\n]{0,200}?) ?\\((${oidPattern})\\)[ \\t]{0,5}$`, 'u');
const onlyOid = new RegExp(`^${oidPattern}$`, 'u');

/**
 * Names of usages in the language of the machine, by the lines that print them with their identifier: `Client Authentication (1.3.6.1.5.5.7.3.2)`. Application
 * policies are printed by these names alone. A name that stands for several identifiers is left out.
 */
export function usageNames(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  for (const line of text.split(/\r\n|\r|\n/u)) {
    if (line.length > 300) continue;
    const [, name, oid] = usageLine.exec(line) ?? [];
    if (name !== undefined && oid !== undefined) found.set(name, (found.get(name) ?? new Set()).add(oid));
  }
  return new Map([...found].flatMap(([name, oids]) => (oids.size === 1 ? [[name, [...oids][0] ?? ''] as const] : [])));
}

/** What stands behind the first `=` of the lines that have one. */
const valuesOf = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => (line.includes('=') ? [line.slice(line.indexOf('=') + 1).trim()] : []));

const last = (lines: readonly string[]): string => lines.at(-1)?.trim() ?? '';

/** `Digital Signature, Key Encipherment (a0)`: the octets of the bit string. */
export const keyUsageBytes: BytesOf = (lines) => {
  const [, first, second] = /\(([0-9a-f]{2})(?:,? ([0-9a-f]{2}))?\)$/iu.exec(last(lines)) ?? [];
  if (first === undefined) return undefined;
  const octets = [first, ...(second === undefined ? [] : [second])].map((octet) => Number.parseInt(octet, 16));
  const lowest = octets.at(-1) ?? 0;
  const unused = lowest === 0 ? 0 : 31 - Math.clz32(lowest & -lowest);
  return derValue(derTag.bitString, Uint8Array.of(unused, ...octets));
};

/** `KDC Authentication (1.3.6.1.5.2.3.5)`, one a line under the title of the extension. */
export const usagesBytes: BytesOf = (lines) => {
  const oids = lines.flatMap((line) => usageLine.exec(line)?.[2] ?? []);
  return oids.length === 0 ? undefined : derSequence(...oids.map(derOid));
};

/** `Policy Identifier=KDC Authentication` under `[1]Application Certificate Policy:`. */
export const policiesBytes: BytesOf = (lines, usages) => {
  const values = valuesOf(lines);
  const oids = values.flatMap((value) => (onlyOid.test(value) ? value : (usages.get(value) ?? [])));
  return oids.length === 0 || oids.length < values.length
    ? undefined
    : derSequence(...oids.map((oid) => derSequence(derOid(oid))));
};

/** `Template=WHFB Authentication(1.3.6.1.4.1.311.21.8.…)`, then the numbers of its version. */
export const templateBytes: BytesOf = (lines) => {
  const [template = '', ...versions] = valuesOf(lines);
  const oid = new RegExp(`(?:^|\\()(${oidPattern})\\)?$`, 'u').exec(template)?.[1];
  if (oid === undefined || versions.some((version) => !/^\d{1,9}$/u.test(version))) return undefined;
  return derSequence(derOid(oid), ...versions.map((version) => derInteger(Number(version))));
};

/** `DomainController` under the title of the extension: the name of a version 1 template. */
export const templateNameBytes: BytesOf = (lines) =>
  last(lines) === '' ? undefined : derValue(derTag.bmpString, Buffer.from(last(lines), 'utf16le').swap16());

const sidIdentifier = '1.3.6.1.4.1.311.25.2.1';

/** A SID somewhere in the text, as SEQUENCE { [0] { OID, [0] { OCTET STRING } } }. */
export const sidBytes: BytesOf = (lines) => {
  const sid = /\bS-1-\d{1,3}(?:-\d{1,10}){1,15}\b/u.exec(lines.join('\n').slice(0, 4096))?.[0];
  if (sid === undefined) return undefined;
  const text = derValue(derTag.octetString, Buffer.from(sid, 'latin1'));
  return derSequence(derValue(derTag.context0, derOid(sidIdentifier), derValue(derTag.context0, text)));
};

function derInteger(value: number): Buffer {
  const hex = value.toString(16);
  const octets = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return derValue(derTag.integer, (octets[0] ?? 0) >= 0x80 ? Buffer.concat([Uint8Array.of(0), octets]) : octets);
}
