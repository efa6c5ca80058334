/** Names by their words, so that a text is read once whatever their number. */
export class NameIndex {
  readonly #standIns = new Map<string, string>();
  /** Length of the longest name that begins with a word. */
  readonly #longest = new Map<string, number>();

  /** A name that is known stays what it was. */
  add(name: string, standIn: string): void {
    const lower = name.toLowerCase();
    const start = lower.search(word);
    const first = lower.match(word)?.[0];
    if (first === undefined) return;
    const known = lower.slice(start);
    if (!this.#standIns.has(known)) this.#standIns.set(known, standIn);
    this.#longest.set(first, Math.max(this.#longest.get(first) ?? 0, known.length));
  }

  /** The text with each of the names handed to `put`, which gives what stands there then; the longest name wins. */
  replace(text: string, put: (standIn: string) => string): string {
    const lower = text.toLowerCase();
    if (lower.length !== text.length) return text; // letters that grow when lowered: positions would not match
    let result = '';
    let done = 0;
    for (const { 0: first, index } of lower.matchAll(allWords)) {
      if (index < done) continue;
      const longest = this.#longest.get(first);
      const found = longest === undefined ? undefined : this.#longestAt(lower, index, longest);
      if (found === undefined) continue;
      result += text.slice(done, index) + put(this.#standIns.get(found) ?? found);
      done = index + found.length;
    }
    return result + text.slice(done);
  }

  /** The longest name that begins here and ends with a word, or with a sign that no word goes on behind. */
  #longestAt(text: string, index: number, longest: number): string | undefined {
    for (let end = Math.min(text.length, index + longest); end > index; end -= 1) {
      if (isInside(text, end)) continue;
      const name = text.slice(index, end);
      if (this.#standIns.has(name)) return name;
    }
    return undefined;
  }
}

const word = /[\p{L}\p{N}_]+/u;
const allWords = /[\p{L}\p{N}_]+/gu;
const isInside = (text: string, end: number): boolean =>
  word.test(text.charAt(end - 1)) && end < text.length && word.test(text.charAt(end));
