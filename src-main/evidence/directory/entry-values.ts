import type { SecurityDescriptor } from '../../../src-shared/model/evidence/access';
import { generalizedTimeToIso } from '../ad-time';
import { guidOf } from '../guid';
import { printable } from '../printable';
import { decodeSecurityDescriptor } from '../security-descriptor';
import { sidOf } from '../sid';
import type { DirectoryEntry } from './directory-topic';

/** Typed reading of an entry's attributes. Names are lower case; `undefined` = the attribute was not returned or is not of that syntax. */

export const bytesOf = (entry: DirectoryEntry, name: string): readonly Buffer[] => entry.attributes.get(name) ?? [];

export const hasAttribute = (entry: DirectoryEntry, name: string): boolean => bytesOf(entry, name).length > 0;

/** Texts exactly as stored, for comparing; {@link textOf} and {@link textsOf} are for showing. */
export const rawTextsOf = (entry: DirectoryEntry, name: string): readonly string[] =>
  bytesOf(entry, name).map((value) => value.toString('utf8'));

export const rawTextOf = (entry: DirectoryEntry, name: string): string | undefined =>
  bytesOf(entry, name)[0]?.toString('utf8');

export const textsOf = (entry: DirectoryEntry, name: string): readonly string[] =>
  rawTextsOf(entry, name).map((text) => printable(text));

export function textOf(entry: DirectoryEntry, name: string): string | undefined {
  const text = rawTextOf(entry, name);
  return text === undefined ? undefined : printable(text);
}

/** A whole number of at most 15 digits. */
export function numberOf(entry: DirectoryEntry, name: string): number | undefined {
  const text = rawTextOf(entry, name);
  return text !== undefined && /^-?\d{1,15}$/u.test(text) ? Number(text) : undefined;
}

/** A 32-bit number without its sign: LDAP shows flags above 0x7FFFFFFF as negative (MS-CRTD). */
export function flagsOf(entry: DirectoryEntry, name: string): number | undefined {
  const value = numberOf(entry, name);
  return value === undefined ? undefined : value >>> 0;
}

export function booleanOf(entry: DirectoryEntry, name: string): boolean | undefined {
  const text = rawTextOf(entry, name)?.toUpperCase();
  return text === 'TRUE' ? true : text === 'FALSE' ? false : undefined;
}

export const timeOf = (entry: DirectoryEntry, name: string): string | undefined =>
  generalizedTimeToIso(rawTextOf(entry, name));
export const guidValueOf = (entry: DirectoryEntry, name: string): string | undefined => guidOf(bytesOf(entry, name)[0]);
export const sidValueOf = (entry: DirectoryEntry, name: string): string | undefined => sidOf(bytesOf(entry, name)[0]);

/** Undefined when `nTSecurityDescriptor` did not come (the account may not read it, or the export left it out) or is damaged. */
export function securityDescriptorOf(entry: DirectoryEntry): SecurityDescriptor | undefined {
  const bytes = bytesOf(entry, 'ntsecuritydescriptor')[0];
  return bytes === undefined ? undefined : decodeSecurityDescriptor(bytes);
}

/** Every topic asks for the classes of an entry, one topic after the other: those of the last entry are kept. */
let lastAsked: { readonly entry: DirectoryEntry; readonly classes: readonly string[] } | undefined;

function classesOf(entry: DirectoryEntry): readonly string[] {
  if (lastAsked?.entry === entry) return lastAsked.classes;
  const classes = rawTextsOf(entry, 'objectclass').map((value) => value.toLowerCase());
  lastAsked = { entry, classes };
  return classes;
}

/** Whether `objectClass` holds the class (lower case). */
export const isOfClass = (entry: DirectoryEntry, objectClass: string): boolean =>
  classesOf(entry).includes(objectClass);
