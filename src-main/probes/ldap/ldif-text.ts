import type { DirectoryEntry, DirectorySearch } from '../../evidence/directory/directory-topic';

/** SAFE-STRING of RFC 2849: ASCII without NUL, CR, LF; no blank, colon or less-than first, no blank last. */
const safe = /^(?![ :<])[\x01-\x09\x0b\x0c\x0e-\x7f]*(?<! )$/u;
const lineLength = 76;
/** What fits on a continuation line after its blank. */
const continuation = new RegExp(`.{1,${lineLength - 1}}`, 'gsu');

function line(name: string, value: Buffer): string {
  const text = value.toString('latin1');
  const whole = safe.test(text) ? `${name}: ${text}` : `${name}:: ${value.toString('base64')}`;
  if (whole.length <= lineLength) return `${whole}\n`;
  return `${whole.slice(0, lineLength)}\n${whole.slice(lineLength).replace(continuation, ' $&\n')}`;
}

/** One entry as LDIF (RFC 2849), so that what was read can be looked at and imported again. */
export function ldifEntry({ dn, attributes }: DirectoryEntry): string {
  const lines = [line('dn', Buffer.from(dn, 'utf8'))];
  for (const [name, values] of attributes) for (const value of values) lines.push(line(name, value));
  return `${lines.join('')}\n`;
}

/** Collects entries as one LDIF text up to a limit; beyond it the text is given up, since half of it would look like the whole. */
export class LdifText {
  readonly #limit: number;
  #parts: string[] = ['version: 1\n\n'];
  #size = 0;
  #isTooLarge = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  search({ base, scope, filter }: DirectorySearch): void {
    this.#append(`# ${JSON.stringify({ base, scope, filter })}\n`);
  }

  entry(entry: DirectoryEntry): void {
    if (!this.#isTooLarge) this.#append(ldifEntry(entry));
  }

  #append(text: string): void {
    this.#size += text.length;
    if (this.#size > this.#limit) {
      this.#isTooLarge = true;
      this.#parts = [];
    } else if (!this.#isTooLarge) this.#parts.push(text);
  }

  /** UTF-8 bytes, or undefined above the limit. */
  bytes(): Buffer | undefined {
    return this.#isTooLarge ? undefined : Buffer.from(this.#parts.join(''), 'utf8');
  }
}
