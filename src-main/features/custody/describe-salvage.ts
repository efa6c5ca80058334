import type { Salvage, SavedTable } from '../../store/whole-file/save-readable';

/** What a person knows tables by: one, several. Tables of parts (chunks, targets of runs) are told by what they are part of. */
const nouns: Readonly<Record<string, readonly [one: string, several: string]>> = {
  runs: ['run', 'runs'],
  evidence: ['piece of evidence', 'pieces of evidence'],
  raw_inputs: ['received file', 'received files'],
  findings: ['finding', 'findings'],
  finding_objects: ['object of findings', 'objects of findings'],
  interview_answers: ['answer of the interview', 'answers of the interview'],
  reviews: ['decision', 'decisions'],
  review_sets: ['decision on many objects', 'decisions on many objects'],
};
const parts: readonly string[] = [
  'engagement',
  'blobs',
  'blob_chunks',
  'run_targets',
  'review_set_objects',
  'redaction_key',
];

/** What was saved and what was lost, in sentences. */
export function describeSalvage({ tables, hasDraft }: Salvage): string[] {
  const told = tables.filter(({ table }) => !parts.includes(table));
  const saved = told.filter((table) => table.saved > 0).map((table) => named(table.table, table.saved));
  const lost = told.filter((table) => table.lost !== 0).map(lostOf);
  return [
    saved.length === 0 ? 'Nothing but the engagement itself could be saved.' : `Saved: ${saved.join(', ')}.`,
    lost.length === 0 ? 'Nothing of these was lost.' : `Lost: ${lost.join(', ')}.`,
    ...(hasDraft
      ? []
      : [
          'Customer, scope and sources could not be read: the customer’s name is the one of the library, the rest has to be set anew.',
        ]),
    'The damaged file was not changed. Delete it when nothing more is needed of it.',
  ];
}

const named = (table: string, count: number): string => {
  const [one, several] = nouns[table] ?? [`row of ${plain(table)}`, `rows of ${plain(table)}`];
  return `${count} ${count === 1 ? one : several}`;
};

const lostOf = ({ table, lost }: SavedTable): string =>
  lost === null ? `an unknown number of ${nouns[table]?.[1] ?? `rows of ${plain(table)}`}` : named(table, lost);

const plain = (table: string): string => table.replaceAll('_', ' ');
