import type { LibraryEntry } from '../../../src-shared/model/engagement';

/** Entries whose name, customer or path holds every word; the one opened last comes first. */
export function filterEntries(entries: readonly LibraryEntry[], search: string): LibraryEntry[] {
  const words = search
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  return entries
    .filter((entry) => {
      const text = `${entry.name} ${entry.customer} ${entry.path}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => b.lastOpenedAt.localeCompare(a.lastOpenedAt));
}
