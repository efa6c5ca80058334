/** Keeps at most `limit` items of a stream: important ones before others, each in the order they came. */
export class ShortList<T> {
  readonly #limit: number;
  readonly #important: T[] = [];
  readonly #others: T[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(item: T, isImportant: boolean): void {
    const list = isImportant ? this.#important : this.#others;
    if (list.length < this.#limit) list.push(item);
  }

  /** Both parts in the order of `compare`. */
  sorted(compare: (a: T, b: T) => number): readonly T[] {
    return [...this.#important.sort(compare), ...this.#others.sort(compare)].slice(0, this.#limit);
  }
}
