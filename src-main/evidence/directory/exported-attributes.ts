import type { DirectoryContext, DirectoryEntry } from './directory-topic';
import { hasAttribute } from './entry-values';

/** `whenChanged` is on every object, and no search for accounts or devices asks for it: it shows an export with all attributes. */
export const hasAllAttributes = (entry: DirectoryEntry): boolean => hasAttribute(entry, 'whenchanged');

/** Whether the accounts of an export came with all of their attributes: one that was not exported looks like one that is empty. */
export class ExportedAttributes {
  readonly #origin;
  #accounts = 0;
  #areAll = false;

  constructor({ origin }: DirectoryContext) {
    this.#origin = origin;
  }

  add(entry: DirectoryEntry): void {
    this.#accounts += 1;
    this.#areAll ||= hasAllAttributes(entry);
  }

  /** Accounts seen, of whatever population. */
  get accounts(): number {
    return this.#accounts;
  }

  /** The export was made with chosen attributes; a search never is, for it asks for what it needs. */
  get areChosen(): boolean {
    return this.#origin === 'export' && this.#accounts > 0 && !this.#areAll;
  }
}
