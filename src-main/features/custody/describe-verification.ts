import type { Verification } from '../../store/whole-file/verify-file';

/** Numbers and names that are listed; the rest is counted. */
const namedAtMost = 10;

/** What a check of the whole file found, in sentences; the first one sums up. */
export function describeVerification(found: Verification): { readonly isSound: boolean; readonly sentences: string[] } {
  const sentences = [
    ...damagedPages(found),
    ...found.structure.slice(0, namedAtMost).map((line) => `Its tables are not in order: ${line}.`),
    ...(found.looseRows === 0
      ? []
      : [`${counted(found.looseRows, 'row')} of its tables name something that is not there.`]),
    ...changedInputs(found),
  ];
  if (sentences.length > 0) return { isSound: false, sentences };
  const inputs =
    found.inputs === 0 ? 'no file was received yet' : `${counted(found.inputs, 'received file')} as received`;
  return {
    isSound: true,
    sentences: [
      `Everything is in order: ${counted(found.pages, 'page')} with an intact seal, tables and references whole, ${inputs}.`,
    ],
  };
}

function damagedPages({ damagedPages: damaged, pages }: Verification): string[] {
  if (damaged.length === 0) return [];
  return [
    `${counted(damaged.length, 'page')} of ${pages} cannot be read (${listed(damaged.map(String))}): the disk failed, or the file was changed outside the app.`,
    'Tables and received files were not checked, because they cannot be read around these pages.',
    'Use a backup. Without one, close the engagement; the library then offers to save what can still be read into a new one.',
  ];
}

function changedInputs({ changedInputs: changed, inputs }: Verification): string[] {
  if (changed.length === 0) return [];
  return [
    `${changed.length} of ${counted(inputs, 'received file')} no longer have the content they were received with: ${listed(changed)}. What was read from them before is kept.`,
  ];
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const listed = (names: readonly string[]): string => {
  const more = names.length - namedAtMost;
  return more > 0 ? `${names.slice(0, namedAtMost).join(', ')} and ${more} more` : names.join(', ');
};
