import { isWordAt, numberOf, wordsNumbered } from './words';

/** Names by their words, so that a text is read once whatever their number. */
export class NameIndex {
  readonly #standIns = new Map<string, string>();
  /** Length of the longest name that begins with a word. */
  readonly #longest = new Map<string, number>();
  /** Of the words that names begin with. */
  readonly #numbers = new Set<number>();

  /** A name that is known stays what it was. */
  add(name: string, standIn: string): void {
    const lower = name.toLowerCase();
    const found = word.exec(lower);
    if (found === null) return;
    const [first] = found;
    const known = lower.slice(found.index);
    if (!this.#standIns.has(known)) this.#standIns.set(known, standIn);
    this.#longest.set(first, Math.max(this.#longest.get(first) ?? 0, known.length));
    this.#numbers.add(numberOf(first));
  }

  /** The text with each of the names handed to `put`, which gives what stands there then; the longest name wins. */
  replace(text: string, put: (standIn: string) => string): string {
    const lower = text.toLowerCase();
    if (lower.length !== text.length) return text; // letters that grow when lowered: positions would not match
    let result = '';
    let done = 0;
    for (const { start, end } of wordsNumbered(lower, this.#numbers)) {
      const longest = start < done ? undefined : this.#longest.get(lower.slice(start, end));
      const found = longest === undefined ? undefined : this.#longestAt(lower, start, longest);
      if (found === undefined) continue;
      result += text.slice(done, start) + put(this.#standIns.get(found) ?? found);
      done = start + found.length;
    }
    return result + text.slice(done);
  }

  /** The longest name that begins here and ends with a word, or with a sign that no word goes on behind. */
  #longestAt(text: string, index: number, longest: number): string | undefined {
    for (let end = Math.min(text.length, index + longest); end > index; end -= 1) {
      if (isWordAt(text, end - 1) && isWordAt(text, end)) continue;
      const name = text.slice(index, end);
      if (this.#standIns.has(name)) return name;
    }
    return undefined;
  }
}

const word = /[\p{L}\p{N}_]+/u;
