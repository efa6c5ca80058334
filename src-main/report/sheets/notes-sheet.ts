import type { ReportDocument } from '../../../src-shared/report/report-document';
import { columns, type Sheet } from './sheet';

/** What the consultant laid beside findings; pictures stand in the documents. */
export const notesSheet = ({ notes, findings }: ReportDocument): Sheet => {
  const titles = new Map(findings.map(({ checkId, title }) => [checkId, title]));
  return {
    name: 'Notes',
    columns: columns({ Check: 10, Title: 44, Note: 90, Pictures: 10, 'What they show': 60 }),
    rows: notes.map(({ checkId, note, pictures }) => [
      checkId,
      titles.get(checkId) ?? '',
      note,
      pictures.length,
      pictures.map(({ caption }, index) => `${index + 1}. ${caption === '' ? 'no caption' : caption}`).join('\n'),
    ]),
  };
};
