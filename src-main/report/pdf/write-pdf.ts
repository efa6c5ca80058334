import { createHash } from 'node:crypto';
import { assertNever } from '../../../src-shared/model/assert-never';
import { packed } from './page-content';
import {
  dictionary,
  isArray,
  isDictionary,
  isName,
  isReference,
  isString,
  type PdfDictionary,
  type PdfFile,
  type PdfObject,
  type PdfReference,
  type PdfValue,
} from './pdf-object';

/** Objects that share one compressed stream; a reader has to unpack all of one to see any. */
const objectsTogether = 200;
/** Bytes of the three fields of a row of the cross-reference stream. */
const fieldWidths = [1, 4, 2] as const;

type Row = readonly [kind: number, second: number, third: number];

/**
 * Writes a file as PDF 1.7 with compressed objects (ISO 32000-1, 7.5.7 and 7.5.8): what nothing leads to is left out, the rest is numbered in the order in
 * which it is met. The same file gives the same bytes.
 */
export async function writePdf(file: PdfFile): Promise<Uint8Array> {
  const { order, numbers } = numbered(file);
  const writer = new Writer(numbers, order.length + 1);
  const plain: Numbered[] = [];
  order.forEach(({ value, stream }, index) => {
    if (stream !== undefined && isDictionary(value)) writer.put(index + 1, value, stream);
    else plain.push({ number: index + 1, value });
  });
  const groups = Array.from({ length: Math.ceil(plain.length / objectsTogether) }, (_, group) =>
    writer.packTogether(plain.slice(group * objectsTogether, (group + 1) * objectsTogether)),
  );
  for (const group of groups) writer.putTogether(await group);
  return await writer.end(file.trailer);
}

interface Numbered {
  readonly number: number;
  readonly value: PdfValue;
}

/** Objects without streams in a stream of their own, which has no number yet. */
interface ObjectStream {
  readonly objects: readonly Numbered[];
  readonly about: PdfDictionary;
  readonly stream: Uint8Array;
}

class Writer {
  readonly #numbers: ReadonlyMap<number, number>;
  readonly #parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  readonly #rows: Row[] = [[0, 0, 65_535]];
  #length = this.#parts[0]?.length ?? 0;
  #next: number;

  /** `next`: the first number that no object of the file has. */
  constructor(numbers: ReadonlyMap<number, number>, next: number) {
    this.#numbers = numbers;
    this.#next = next;
  }

  put(number: number, about: PdfDictionary, stream: Uint8Array): void {
    const head = written(new Map(about).set('/Length', stream.length), this.#numbers);
    const lead = Buffer.from(`${number} 0 obj\n${head}\nstream\n`, 'latin1');
    const part = Buffer.concat([lead, stream, Buffer.from('\nendstream\nendobj\n', 'latin1')]);
    this.#rows[number] = [1, this.#length, 0];
    this.#parts.push(part);
    this.#length += part.length;
  }

  /** Makes one stream of objects without streams. */
  async packTogether(objects: readonly Numbered[]): Promise<ObjectStream> {
    const texts = objects.map(({ value }) => `${written(value, this.#numbers)}\n`);
    const index: string[] = [];
    let offset = 0;
    objects.forEach(({ number }, at) => {
      index.push(`${number} ${offset}`);
      offset += texts[at]?.length ?? 0;
    });
    const head = `${index.join(' ')}\n`;
    const about = dictionary({
      '/Type': '/ObjStm',
      '/N': objects.length,
      '/First': head.length,
      '/Filter': '/FlateDecode',
    });
    return { objects, about, stream: await packed(head + texts.join('')) };
  }

  putTogether({ objects, about, stream }: ObjectStream): void {
    objects.forEach(({ number }, at) => {
      this.#rows[number] = [2, this.#next, at];
    });
    this.put(this.#next, about, stream);
    this.#next += 1;
  }

  async end(trailer: PdfDictionary): Promise<Uint8Array> {
    const start = this.#length;
    const id = fingerprint(this.#parts);
    this.#rows[this.#next] = [1, start, 0];
    const about: PdfDictionary = new Map([...trailer].filter(([key]) => key === '/Root' || key === '/Info'));
    about
      .set('/Type', '/XRef')
      .set('/Size', this.#rows.length)
      .set('/W', [...fieldWidths])
      .set('/ID', [id, id])
      .set('/Filter', '/FlateDecode');
    this.put(this.#next, about, await packed(rowBytes(this.#rows)));
    return Buffer.concat([...this.#parts, Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1')]);
  }
}

/** Everything the trailer leads to, in the order in which it is met, with its new numbers by the old ones. */
function numbered({ objects, trailer }: PdfFile): {
  readonly order: readonly PdfObject[];
  readonly numbers: ReadonlyMap<number, number>;
} {
  const order: PdfObject[] = [];
  const numbers = new Map<number, number>();
  const waiting: PdfValue[] = [trailer.get('/Info') ?? null, trailer.get('/Root') ?? null];
  while (waiting.length > 0) {
    const value = waiting.pop() ?? null;
    if (isReference(value)) {
      const object = objects.get(value.object);
      if (object === undefined || numbers.has(value.object)) continue;
      order.push(object);
      numbers.set(value.object, order.length);
      waiting.push(object.value);
    } else if (isArray(value)) waiting.push(...[...value].reverse());
    else if (isDictionary(value))
      waiting.push(...[...value].flatMap(([key, inner]) => (key === '/Length' ? [] : [inner])).reverse());
  }
  return { order, numbers };
}

function written(value: PdfValue, numbers: ReadonlyMap<number, number>): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(5)));
  if (isName(value)) return value;
  if (isString(value)) return `(${value.bytes.replace(/[\\()\r]/gu, (byte) => (byte === '\r' ? '\\r' : `\\${byte}`))})`;
  if (isReference(value)) return writtenReference(value, numbers);
  if (isArray(value)) return `[${value.map((element) => written(element, numbers)).join(' ')}]`;
  if (isDictionary(value))
    return `<<${[...value].map(([key, inner]) => `${key} ${written(inner, numbers)}`).join(' ')}>>`;
  return assertNever(value);
}

/** Leads to nothing when its object is not there, which a reader takes for null (7.3.10). */
function writtenReference({ object }: PdfReference, numbers: ReadonlyMap<number, number>): string {
  const number = numbers.get(object);
  return number === undefined ? 'null' : `${number} 0 R`;
}

function rowBytes(rows: readonly Row[]): Buffer {
  const width = fieldWidths.reduce((sum, field) => sum + field, 0);
  const bytes = Buffer.alloc(rows.length * width);
  rows.forEach((row, index) => {
    let at = index * width;
    fieldWidths.forEach((field, column) => {
      bytes.writeUIntBE(row[column] ?? 0, at, field);
      at += field;
    });
  });
  return bytes;
}

/** Of everything before the cross-reference stream. */
function fingerprint(parts: readonly Buffer[]): PdfValue {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return { bytes: hash.digest().subarray(0, 16).toString('latin1') };
}
