/**
 * Reading of BER as LDAP uses it (RFC 4511 section 5.1: definite lengths, no more). ldapts brings a reader too, but it tells the end of its input by `null`,
 * which its own loops take for an empty value: a server that lies about a length would keep it busy for ever. This one throws.
 */
export interface BerElement {
  readonly tag: number;
  /** Offsets of the content. */
  readonly start: number;
  readonly end: number;
}

export class BerError extends Error {}

export const berTag = { integer: 0x02, octetString: 0x04, enumerated: 0x0a, sequence: 0x30, set: 0x31 } as const;

/** Total length of the element that starts at `offset`, or undefined while its header is incomplete. */
export function elementLength(bytes: Buffer, offset: number): number | undefined {
  const first = bytes[offset + 1];
  if (first === undefined) return undefined;
  if (first < 0x80) return 2 + first;
  const count = first & 0x7f;
  if (count === 0 || count > 4) throw new BerError('Length form not allowed in LDAP');
  if (bytes.length < offset + 2 + count) return undefined;
  return 2 + count + bytes.readUIntBE(offset + 2, count);
}

/** The element at `offset`, which must end at or before `limit`. */
export function readElement(bytes: Buffer, offset: number, limit: number): BerElement {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  const length = elementLength(bytes, offset);
  if (tag === undefined || first === undefined || length === undefined || offset + length > limit)
    throw new BerError('Element reaches beyond its container');
  const header = first < 0x80 ? 2 : 2 + (first & 0x7f);
  return { tag, start: offset + header, end: offset + length };
}

/** The elements inside a constructed one. */
export function* childrenOf(bytes: Buffer, parent: BerElement): Generator<BerElement> {
  for (let offset = parent.start; offset < parent.end; ) {
    const child = readElement(bytes, offset, parent.end);
    yield child;
    offset = child.end;
  }
}

/**
 * Goes over the elements inside another one without making an object of each: a forest has some ten million values. `tag`, `start` and `end` are those of the
 * element it stands at.
 */
export class BerCursor implements BerElement {
  tag = 0;
  start = 0;
  end = 0;
  readonly #bytes: Buffer;
  #next: number;
  #limit: number;

  /** @param parent what to go over; nothing yet when left out */
  constructor(bytes: Buffer, parent?: BerElement) {
    this.#bytes = bytes;
    this.#next = parent?.start ?? 0;
    this.#limit = parent?.end ?? 0;
  }

  /** Starts again, inside `parent`. */
  enter(parent: BerElement): void {
    this.#next = parent.start;
    this.#limit = parent.end;
  }

  /** Moves to the next element; false when there is none. */
  next(): boolean {
    if (this.#next >= this.#limit) return false;
    const offset = this.#next;
    const first = this.#bytes[offset + 1];
    const length = elementLength(this.#bytes, offset);
    if (first === undefined || length === undefined || offset + length > this.#limit)
      throw new BerError('Element reaches beyond its container');
    this.tag = this.#bytes[offset] ?? 0;
    this.start = offset + (first < 0x80 ? 2 : 2 + (first & 0x7f));
    this.end = offset + length;
    this.#next = this.end;
    return true;
  }
}

export const contentOf = (bytes: Buffer, element: BerElement): Buffer => bytes.subarray(element.start, element.end);

export const textOf = (bytes: Buffer, element: BerElement): string =>
  bytes.toString('utf8', element.start, element.end);

/** INTEGER and ENUMERATED of up to four bytes. */
export function integerOf(bytes: Buffer, element: BerElement): number {
  const length = element.end - element.start;
  if (length < 1 || length > 4) throw new BerError('Number too long');
  return bytes.readIntBE(element.start, length);
}
