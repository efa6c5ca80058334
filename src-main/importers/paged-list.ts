import type { ImportFile } from '../engine/importer';

/** Pages of one list: whole when exactly one of them, the last, names no further page. */
export class PagedList<T> {
  readonly #keyOf: (item: T) => string;
  readonly #items = new Map<string, T>();
  #pages = 0;
  #lastPages = 0;
  file: ImportFile | undefined;

  constructor(keyOf: (item: T) => string) {
    this.#keyOf = keyOf;
  }

  add(file: ImportFile, items: readonly T[], more: boolean): void {
    this.file ??= file;
    this.#pages += 1;
    if (!more) this.#lastPages += 1;
    for (const item of items) this.#items.set(this.#keyOf(item), item);
  }

  get items(): readonly T[] {
    return [...this.#items.values()];
  }

  get isComplete(): boolean {
    return this.#lastPages > 0;
  }

  get notes(): readonly string[] {
    return this.#pages > 1 ? [`Put together from ${this.#pages} files.`] : [];
  }
}
