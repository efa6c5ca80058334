const lineLimit = 32 * 1024 * 1024;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const byteOrderMark = 'efbbbf';

export interface LogicalLineHandler {
  /** A line put together from its folded parts; `line` is where it begins, counted from 1. */
  onLine(bytes: Buffer, line: number): void;
  onBlankLine(): void;
}

/** Puts the lines of RFC 2849 together from bytes pushed in pieces: ends of CRLF or LF, continuations after a blank. Throws at lines without end. */
export class LogicalLines {
  readonly #handler: LogicalLineHandler;
  #rest: Buffer = Buffer.alloc(0);
  #line = 0;
  #parts: Buffer[] = [];
  #firstLine = 0;
  #length = 0;

  constructor(handler: LogicalLineHandler) {
    this.#handler = handler;
  }

  /** The physical line last read, counted from 1. */
  get line(): number {
    return this.#line;
  }

  push(chunk: Uint8Array): void {
    const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    let start = this.#line === 0 && bytes.subarray(0, 3).toString('hex') === byteOrderMark ? 3 : 0;
    for (let end = bytes.indexOf(lineFeed, start); end >= 0; end = bytes.indexOf(lineFeed, start)) {
      this.#physicalLine(bytes.subarray(start, end > start && bytes[end - 1] === carriageReturn ? end - 1 : end));
      start = end + 1;
    }
    this.#rest = bytes.subarray(start);
    if (this.#rest.length > lineLimit) {
      throw new Error(`Line ${this.#line + 1} has more than ${lineLimit} bytes; this is no LDIF`);
    }
  }

  /** Gives what is left; true when the last line had no end. */
  finish(): boolean {
    const hasNoEnd = this.#rest.length > 0;
    if (hasNoEnd) this.#physicalLine(this.#rest);
    this.#rest = Buffer.alloc(0);
    this.#endLine();
    return hasNoEnd;
  }

  #physicalLine(bytes: Buffer): void {
    this.#line += 1;
    if (bytes[0] === space) {
      this.#continue(bytes);
      return;
    }
    this.#endLine();
    if (bytes.length === 0) {
      this.#handler.onBlankLine();
      return;
    }
    this.#parts = [bytes];
    this.#firstLine = this.#line;
    this.#length = bytes.length;
  }

  #continue(bytes: Buffer): void {
    this.#length += bytes.length;
    if (this.#length > lineLimit) {
      throw new Error(
        `The value that begins in line ${this.#firstLine} has more than ${lineLimit} bytes; this is no export of a directory`,
      );
    }
    this.#parts.push(bytes.subarray(1));
  }

  #endLine(): void {
    const [first] = this.#parts;
    if (first === undefined) return;
    const bytes = this.#parts.length === 1 ? first : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#handler.onLine(bytes, this.#firstLine);
  }
}
