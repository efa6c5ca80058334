import type { LibraryEntry } from '../../../src-shared/model/engagement';

/** What is wrong with a file of the library and what can be done about it; undefined when it can be opened. */
export function entryTrouble(
  state: LibraryEntry['state'],
): { readonly word: string; readonly sentence: string } | undefined {
  switch (state) {
    case 'available':
      return undefined;
    case 'missing':
      return {
        word: 'Not found',
        sentence:
          'The file is not where it was. Connect the drive it is on, or use “Find file” if it was moved or renamed.',
      };
    case 'damaged':
      return {
        word: 'Damaged',
        sentence:
          'The file is not a readable engagement any more. Nothing was changed in it. Open a copy or a backup with “Find file”, or save what can still be read (under “More”).',
      };
    case 'newer':
      return {
        word: 'Newer version',
        sentence:
          'The file was written by a newer Hello Preflight and stays as it is. Install that version to open it.',
      };
  }
}
