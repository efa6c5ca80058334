/** A name is a string with its solidus: `/Type`. Names as Chromium writes them are kept as they are written. */
export type PdfName = `/${string}`;
/** An indirect reference, by object number; Chromium writes generation 0 only. */
export interface PdfReference {
  readonly object: number;
}
/** A string of bytes, each a character of U+0000 to U+00FF. */
export interface PdfString {
  readonly bytes: string;
}
export type PdfDictionary = Map<PdfName, PdfValue>;

/** The kinds of objects of ISO 32000-1, 7.3. */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfReference
  | readonly PdfValue[]
  | PdfDictionary;

/** A numbered object, with the bytes of its stream as they stand in the file. */
export interface PdfObject {
  readonly value: PdfValue;
  readonly stream?: Uint8Array;
}

/** A whole file: its objects by number, and the dictionary that leads to them. Functions that finish a report change it in place. */
export interface PdfFile {
  readonly objects: Map<number, PdfObject>;
  readonly trailer: PdfDictionary;
}

export const isName = (value: PdfValue | undefined): value is PdfName => typeof value === 'string';
export const isArray = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value);
export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value instanceof Map;
export const isReference = (value: PdfValue | undefined): value is PdfReference =>
  typeof value === 'object' && value !== null && 'object' in value;
export const isString = (value: PdfValue | undefined): value is PdfString =>
  typeof value === 'object' && value !== null && 'bytes' in value;

export const dictionary = (entries: Readonly<Record<PdfName, PdfValue>>): PdfDictionary =>
  new Map(Object.entries(entries) as [PdfName, PdfValue][]);

/** Puts an object into the file, under a number that is free. */
export function addObject({ objects }: PdfFile, object: PdfObject): PdfReference {
  let number = objects.size + 1;
  while (objects.has(number)) number += 1;
  objects.set(number, object);
  return { object: number };
}

/** The dictionary a value is or leads to; undefined for anything else. */
export function dictionaryAt({ objects }: PdfFile, value: PdfValue | undefined): PdfDictionary | undefined {
  const found = isReference(value) ? objects.get(value.object)?.value : value;
  return isDictionary(found) ? found : undefined;
}

/** The elements of the array a value is or leads to; none for anything else. */
export function arrayAt({ objects }: PdfFile, value: PdfValue | undefined): readonly PdfValue[] {
  const found = isReference(value) ? objects.get(value.object)?.value : value;
  return isArray(found) ? found : [];
}

/** Text as a string of the file: ASCII as it is, everything else as UTF-16 with its mark (ISO 32000-1, 7.9.2.2). */
export function textString(text: string): PdfString {
  if (/^[\x20-\x7e]*$/u.test(text)) return { bytes: text };
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return { bytes: utf16.toString('latin1') };
}

/** The text of a string of the file. */
export function textOf({ bytes }: PdfString): string {
  if (!bytes.startsWith('\xfe\xff')) return bytes;
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le');
}
