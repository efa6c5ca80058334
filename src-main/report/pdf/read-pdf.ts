import type { PdfDictionary, PdfFile, PdfName, PdfObject, PdfValue } from './pdf-object';
import { isDictionary, isReference } from './pdf-object';

/**
 * Reads a PDF as Chromium prints it: one plain cross-reference table, generation 0, no compressed objects. Made for files of this app's own making, not for
 * those of others.
 * @throws Error for any other layout
 */
export function readPdf(pdf: Uint8Array): PdfFile {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text.slice(-64))?.[1];
  if (start === undefined) throw new Error('The PDF does not end as expected.');
  const { offsets, end } = readTable(text, Number(start));
  const trailer = new Reader(text, end).value();
  if (!isDictionary(trailer)) throw new Error('The PDF has no trailer.');
  if (trailer.has('/Prev') || trailer.has('/Encrypt')) throw new Error('The PDF was written in parts or encrypted.');
  const objects = new Map<number, PdfObject>();
  for (const [number, offset] of offsets) objects.set(number, readObject(text, pdf, { number, offset, offsets }));
  return { objects, trailer };
}

/** Offsets by object number, and where the trailer's dictionary begins (ISO 32000-1, 7.5.4). */
function readTable(
  text: string,
  start: number,
): { readonly offsets: ReadonlyMap<number, number>; readonly end: number } {
  const offsets = new Map<number, number>();
  const sections = /xref\s+(\d+) (\d+)\s+/uy;
  sections.lastIndex = start;
  const [header, first] = sections.exec(text) ?? [];
  if (header === undefined) throw new Error('The PDF has no plain cross-reference table.');
  const rows = /(\d{10}) (\d{5}) ([nf])\s{1,2}/uy;
  rows.lastIndex = sections.lastIndex;
  let end = rows.lastIndex;
  for (let number = Number(first), row = rows.exec(text); row !== null; number += 1, row = rows.exec(text)) {
    if (row[3] === 'n') offsets.set(number, Number(row[1]));
    end = rows.lastIndex;
  }
  if (!text.startsWith('trailer', end)) throw new Error('The PDF has no trailer after its first table.');
  return { offsets, end: end + 'trailer'.length };
}

interface Place {
  readonly number: number;
  readonly offset: number;
  readonly offsets: ReadonlyMap<number, number>;
}

function readObject(text: string, pdf: Uint8Array, { number, offset, offsets }: Place): PdfObject {
  const head = `${number} 0 obj`;
  if (!text.startsWith(head, offset)) throw new Error(`Object ${number} of the PDF is not where it should be.`);
  const reader = new Reader(text, offset + head.length);
  const value = reader.value();
  if (!isDictionary(value) || !reader.skips('stream')) return { value };
  const begin = reader.position + (text.startsWith('\r\n', reader.position) ? 2 : 1);
  return { value, stream: pdf.subarray(begin, begin + lengthOf(value, text, offsets)) };
}

function lengthOf(value: PdfDictionary, text: string, offsets: ReadonlyMap<number, number>): number {
  const length = value.get('/Length');
  if (typeof length === 'number') return length;
  const offset = isReference(length) ? offsets.get(length.object) : undefined;
  const direct = offset === undefined ? null : /^\d+ 0 obj\s+(\d+)/u.exec(text.slice(offset, offset + 64));
  if (direct === null) throw new Error('A stream of the PDF has no length.');
  return Number(direct[1]);
}

const comment = /%[^\r\n]*/uy;
const reference = /(\d+) 0 R(?![^\0\t\n\f\r ()<>[\]{}/%])/uy;
const number = /[+-]?(?:\d+\.?\d*|\.\d+)/uy;
const name = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/uy;
const hexadecimal = /<([0-9A-Fa-f\s]*)>/uy;
const constants: readonly (readonly [string, PdfValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const isSpace = (character: string | undefined): boolean =>
  character === ' ' ||
  character === '\n' ||
  character === '\r' ||
  character === '\t' ||
  character === '\f' ||
  character === '\0';

/** Reads values one after the other (ISO 32000-1, 7.2 and 7.3). */
class Reader {
  readonly #text: string;
  position: number;

  constructor(text: string, position: number) {
    this.#text = text;
    this.position = position;
  }

  /** Whether the keyword stands next; then it is behind. */
  skips(keyword: string): boolean {
    this.#skipSpace();
    if (!this.#text.startsWith(keyword, this.position)) return false;
    this.position += keyword.length;
    return true;
  }

  /** A long report has half a million values: the first character tells which kind is tried first. */
  value(): PdfValue {
    this.#skipSpace();
    switch (this.#text[this.position]) {
      case '/':
        return this.#name();
      case '<':
        return this.skips('<<') ? this.#dictionary() : { bytes: this.#hexadecimal() };
      case '[':
        this.position += 1;
        return this.#array();
      case '(':
        this.position += 1;
        return { bytes: this.#literal() };
      default:
        return this.#numberOrConstant();
    }
  }

  #numberOrConstant(): PdfValue {
    const target = this.#match(reference);
    if (target !== null) return { object: Number(target[1]) };
    const amount = this.#match(number);
    if (amount !== null) return Number(amount[0]);
    for (const [keyword, constant] of constants) if (this.skips(keyword)) return constant;
    throw new Error(`What stands at byte ${this.position} of the PDF is no value.`);
  }

  #name(): PdfName {
    const found = this.#match(name);
    if (found === null) throw new Error(`What stands at byte ${this.position} of the PDF is no key.`);
    return found[0] as PdfName;
  }

  #hexadecimal(): string {
    const digits = this.#match(hexadecimal);
    if (digits === null) throw new Error(`What stands at byte ${this.position} of the PDF is no value.`);
    return Buffer.from((digits[1] ?? '').replace(/\s/gu, ''), 'hex').toString('latin1');
  }

  #skipSpace(): void {
    for (;;) {
      while (isSpace(this.#text[this.position])) this.position += 1;
      if (this.#text[this.position] !== '%') return;
      this.#match(comment);
    }
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.#text);
    if (found !== null) this.position = pattern.lastIndex;
    return found;
  }

  #dictionary(): PdfDictionary {
    const entries: PdfDictionary = new Map();
    while (!this.skips('>>')) entries.set(this.#name(), this.value());
    return entries;
  }

  #array(): readonly PdfValue[] {
    const elements: PdfValue[] = [];
    while (!this.skips(']')) elements.push(this.value());
    return elements;
  }

  /** Up to the bracket that closes the string (7.3.4.2). */
  #literal(): string {
    let bytes = '';
    for (let depth = 1; ; this.position += 1) {
      const character = this.#text[this.position];
      if (character === undefined) throw new Error('A string of the PDF does not end.');
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      if (depth === 0) break;
      bytes += character === '\\' ? this.#escaped() : character;
    }
    this.position += 1;
    return bytes;
  }

  /** Stands on the last character of the escape sequence afterwards. */
  #escaped(): string {
    const octal = /^[0-7]{1,3}/u.exec(this.#text.slice(this.position + 1, this.position + 4))?.[0];
    this.position += octal?.length ?? 1;
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    const character = this.#text[this.position] ?? '';
    return character === '\n' ? '' : (escapes[character] ?? character);
  }
}
