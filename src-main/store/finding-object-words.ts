import type { AffectedObject } from '../../src-shared/model/finding';

/** What a search looks through. */
export const searchText = (object: AffectedObject): string =>
  `${object.name}\n${object.id}\n${object.note}`.toLowerCase();

export const wordsOf = (search: string): readonly string[] => search.toLowerCase().split(/\s+/u).filter(Boolean);

const wordNames = ['word0', 'word1', 'word2', 'word3', 'word4', 'word5', 'word6', 'word7'] as const;

/** SQL: all of the first eight words occur. For as many words as there are, for each comparison is made for every object. */
export const wordsMatch = (words: readonly string[]): string =>
  ['TRUE', ...wordNames.slice(0, words.length).map((name) => `instr(search_text, @${name}) > 0`)].join(' AND ');

/** The parameters of {@link wordsMatch}. */
export const wordParameters = (words: readonly string[]): Record<string, string> =>
  Object.fromEntries(wordNames.slice(0, words.length).map((name, index) => [name, words[index] ?? '']));
