import type { DirectoryEntry } from '../../evidence/directory/directory-topic';
import { printable } from '../../evidence/printable';
import { LogicalLines } from './logical-lines';

/** A place of a file that could not be read, or a sign that the file is not whole. */
export interface LdifProblem {
  /** Counted from 1. */
  readonly line: number;
  /** Sentence without the file's name. */
  readonly message: string;
}

export interface LdifHandler {
  onEntry(entry: DirectoryEntry): void;
  onProblem(problem: LdifProblem): void;
}

const entryLimit = 64 * 1024 * 1024;
const dnLimit = 4096;
const space = 0x20;
const colon = 0x3a;
const numberSign = 0x23;
/** `noSuchObject`: the base of a search does not exist, which is an answer. */
const harmlessResults = new Set(['0', '32']);
/** First attributes of blocks that `ldapsearch` writes besides entries. */
const trailerAttributes = new Set([
  'search',
  'result',
  'ref',
  'control',
  'pagedresults',
  'matcheddn',
  'text',
  'version',
]);

/**
 * Reads LDIF (RFC 2849) as `ldifde` and `ldapsearch` write it: comments, base64, `changetype: add`, result blocks. Bytes are pushed in pieces; entries leave
 * as soon as they are whole. After a damaged entry it goes on with the next. Throws at lines without end.
 */
export class LdifParser {
  readonly #handler: LdifHandler;
  readonly #lines: LogicalLines;
  #entry: { readonly dn: string; readonly attributes: Map<string, Buffer[]>; size: number } | undefined;
  #block: 'none' | 'entry' | 'trailer' | 'damaged' = 'none';
  /** Outputs of ldapsearch that have begun and not yet shown their result. */
  #openSearches = 0;
  #hasChangeTypes = false;

  constructor(handler: LdifHandler) {
    this.#handler = handler;
    this.#lines = new LogicalLines({
      onLine: (bytes, line) => this.#line(bytes, line),
      onBlankLine: () => this.#endBlock(),
    });
  }

  push(chunk: Uint8Array): void {
    this.#lines.push(chunk);
  }

  /** To be called at the end of the file. */
  finish(): void {
    const isCutInLine = this.#lines.finish();
    const { line } = this.#lines;
    // ldifde ends every entry with a blank line; other tools and editors may leave the last one out.
    const isCut = this.#block === 'entry' && (isCutInLine || this.#hasChangeTypes);
    if (isCut) {
      const message = `The file ends in the middle of ${printable(this.#entry?.dn ?? 'an entry', 200)}.`;
      this.#handler.onProblem({ line, message });
      this.#entry = undefined;
    }
    this.#endBlock();
    if (!isCut && this.#openSearches > 0) {
      this.#handler.onProblem({ line, message: 'The output of ldapsearch has no result at its end: it was cut off.' });
    }
  }

  #line(bytes: Buffer, line: number): void {
    if (bytes[0] === numberSign) this.#comment(bytes);
    else if (this.#block !== 'damaged') this.#attributeLine(bytes, line);
  }

  /** `# extended LDIF` is the first line of a search's output in the style that also writes its result. */
  #comment(bytes: Buffer): void {
    if (bytes.length === 15 && bytes.toString('latin1') === '# extended LDIF') this.#openSearches += 1;
  }

  #attributeLine(bytes: Buffer, line: number): void {
    const end = bytes.indexOf(colon);
    const name = attributeName(bytes, end);
    const value = name === undefined ? undefined : valueAfter(bytes, end + 1);
    if (name === undefined) this.#damaged(line, `"${printable(bytes.toString('utf8', 0, 40))}" is no attribute.`);
    else if (value === undefined) this.#damaged(line, `The value of ${name} is not valid base64.`);
    else if (this.#block === 'none') this.#beginBlock(name, value, line);
    else if (this.#block === 'trailer') this.#trailer(name, value, line);
    else this.#attribute(name, value, line);
  }

  #beginBlock(name: string, value: Buffer, line: number): void {
    if (name === 'dn') this.#beginEntry(value.toString('utf8'), line);
    else if (trailerAttributes.has(name)) {
      this.#block = 'trailer';
      this.#trailer(name, value, line);
    } else this.#damaged(line, `An entry begins with ${name} and not with its distinguished name.`);
  }

  #beginEntry(dn: string, line: number): void {
    if (dn.length > dnLimit) {
      this.#damaged(line, `A distinguished name has more than ${dnLimit} characters.`);
      return;
    }
    this.#entry = { dn, attributes: new Map(), size: 0 };
    this.#block = 'entry';
  }

  #trailer(name: string, value: Buffer, line: number): void {
    // `version: 1` may stand directly above the first entry.
    if (name === 'dn') this.#beginEntry(value.toString('utf8'), line);
    if (name !== 'result') return;
    this.#openSearches -= 1;
    const result = value.toString('utf8');
    if (harmlessResults.has(result.split(' ')[0] ?? '')) return;
    this.#handler.onProblem({
      line,
      message: `The search ended with result ${printable(result, 200)}, so the export is not whole.`,
    });
  }

  #attribute(name: string, value: Buffer, line: number): void {
    const entry = this.#entry;
    if (entry === undefined) return;
    if (name === 'changetype') {
      this.#changeType(value.toString('latin1').trim().toLowerCase(), line);
      return;
    }
    entry.size += value.length;
    if (entry.size > entryLimit) this.#damaged(line, `${printable(entry.dn, 200)} has more than ${entryLimit} bytes.`);
    // An attribute exported without a value (`ldapsearch -A`, an empty text) counts as not returned.
    if (value.length === 0) return;
    const values = entry.attributes.get(name);
    if (values === undefined) entry.attributes.set(name, [value]);
    else values.push(value);
  }

  #changeType(changeType: string, line: number): void {
    this.#hasChangeTypes = true;
    if (changeType !== 'add')
      this.#damaged(line, `A change of type ${printable(changeType, 40)} is no part of an export.`);
  }

  #endBlock(): void {
    const entry = this.#entry;
    this.#entry = undefined;
    this.#block = 'none';
    if (entry !== undefined) this.#handler.onEntry({ dn: entry.dn, attributes: entry.attributes });
  }

  /** Gives up the entry; the next begins after a blank line. */
  #damaged(line: number, message: string): void {
    this.#handler.onProblem({ line, message });
    this.#entry = undefined;
    this.#block = 'damaged';
  }
}

/** Lower case and without options such as `;binary`; undefined when there is none before the colon at `end`. */
function attributeName(bytes: Buffer, end: number): string | undefined {
  if (end < 1 || end > 200) return undefined;
  const name = bytes.toString('latin1', 0, end).split(';')[0]?.toLowerCase() ?? '';
  return /^[a-z0-9][a-z0-9.-]*$/u.test(name) ? name : undefined;
}

/** The bytes after the colon: plain, or base64 after a second colon; undefined when that is no base64. */
function valueAfter(bytes: Buffer, start: number): Buffer | undefined {
  const isEncoded = bytes[start] === colon;
  let valueStart = isEncoded ? start + 1 : start;
  while (bytes[valueStart] === space) valueStart += 1;
  if (!isEncoded) return bytes.subarray(valueStart);
  const text = bytes.toString('latin1', valueStart).trimEnd();
  const decoded = Buffer.from(text, 'base64');
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return text.length % 4 === 0 && decoded.length === (text.length / 4) * 3 - padding ? decoded : undefined;
}
