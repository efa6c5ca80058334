/** Names by their first word, so that a text is read once whatever their number. */
export class NameIndex {
  readonly #byFirstWord = new Map<string, { readonly name: string; readonly standIn: string }[]>();

  add(name: string, standIn: string): void {
    const first = name.match(word)?.[0]?.toLowerCase();
    if (first === undefined) return;
    const known = this.#byFirstWord.get(first) ?? [];
    const lower = name.toLowerCase();
    if (known.some((each) => each.name === lower)) return;
    this.#byFirstWord.set(
      first,
      [...known, { name: lower, standIn }].sort((a, b) => b.name.length - a.name.length),
    );
  }

  /** The text with each of the names handed to `put`, which gives what stands there then; the longest name wins. */
  replace(text: string, put: (standIn: string) => string): string {
    const lower = text.toLowerCase();
    if (lower.length !== text.length) return text; // letters that grow when lowered: positions would not match
    let result = '';
    let done = 0;
    for (const { 0: first, index } of lower.matchAll(allWords)) {
      if (index < done) continue;
      const found = this.#byFirstWord.get(first)?.find(({ name }) => endsHere(lower, name, index));
      if (found === undefined) continue;
      result += text.slice(done, index) + put(found.standIn);
      done = index + found.name.length;
    }
    return result + text.slice(done);
  }
}

const word = /[\p{L}\p{N}_]+/u;
const allWords = /[\p{L}\p{N}_]+/gu;

function endsHere(text: string, name: string, index: number): boolean {
  if (!text.startsWith(name, index)) return false;
  const next = text.charAt(index + name.length);
  return next === '' || !word.test(next);
}
