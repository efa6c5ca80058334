import { beforeAll, describe, expect, test } from 'vitest';
import { renderReport } from '../../../src-main/report/render-report';
import { reportSheets } from '../../../src-main/report/sheets/report-sheets';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { membersOf } from '../../support/zip-members';
import { object, reportDocument } from './report-fixture';

/** A grey picture of one pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB4iG8MwAAAABJRU5ErkJggg==';
const document: ReportDocument = reportDocument({
  notes: [
    {
      checkId: 'DIR-001',
      note: '=Seen with the admin\nof the plant',
      pictures: [{ mediaType: 'image/png', width: 1, height: 1, caption: 'The dialog of the console', base64: pixel }],
    },
  ],
});
const sheetOf = (name: string, from = document) => reportSheets(from).find((sheet) => sheet.name === name);

async function written(format: 'html' | 'docx' | 'csv' | 'xlsx'): Promise<ReadonlyMap<string, string>> {
  const rendered = await renderReport(document, { format, nonce: 'n', paper: 'A4', profile: 'technical' });
  if (typeof rendered === 'string') return new Map([['html', rendered]]);
  return rendered instanceof Uint8Array ? membersOf(rendered) : rendered;
}

describe('a decision on many objects', () => {
  test('is one row of decisions, with count, state and proof', () => {
    expect(sheetOf('Decisions')?.rows).toHaveLength(2);
    expect(sheetOf('Decisions')?.rows[1]).toEqual([
      'DIR-001',
      expect.stringMatching(/^3 objects: .*, PC0902 and 1 more$/u),
      'Planned',
      'In force (2 of 3 as decided on)',
      'With the new plant',
      'Ada Kestrel',
      '2026-11-21T09:00:00.000Z',
      '2027-06-30',
      'Fail',
      '=Change 4711.pdf',
    ]);
  });

  test('stands beside each of its objects; one with a decision of its own has that', () => {
    const rows = (sheetOf('Objects')?.rows ?? []).filter(([checkId]) => checkId === 'DIR-001');
    const decisionOf = (index: number) => rows.find((row) => row[6] === object(index, 'fail').id)?.[7];
    expect(decisionOf(900)).toBe('');
    expect(decisionOf(901)).toBe(
      'Accepted risk by Ada Kestrel until 2027-03-31 – The finding has changed: decide again',
    );
    expect(decisionOf(902)).toBe('Planned by Ada Kestrel until 2027-06-30');
  });

  test.each(['html', 'docx'] as const)('is told in %s with its proof', async (format) => {
    const text = [...(await written(format)).values()].join('\n').replace(/<[^>]+>/gu, '');
    expect(text).toContain('3 objects: ');
    expect(text).toContain('2 of 3 as decided on');
    expect(text).toContain('Attached: =Change 4711.pdf');
  });
});

describe('notes', () => {
  let csv: ReadonlyMap<string, string>;
  beforeAll(async () => {
    csv = await written('csv');
  });

  test('have a sheet of their own when they were asked for', () => {
    expect(sheetOf('Notes')?.rows).toEqual([
      ['DIR-001', expect.any(String), '=Seen with the admin\nof the plant', 1, '1. The dialog of the console'],
    ]);
    expect(sheetOf('Notes', reportDocument())).toBeUndefined();
  });

  test('are no formula in CSV', () => {
    const notes = [...csv].find(([name]) => /notes/iu.test(name))?.[1];
    expect(notes).toContain('"\'=Seen with the admin\nof the plant"');
    const decisions = [...csv].find(([name]) => /decisions/iu.test(name))?.[1];
    expect(decisions).toContain("'=Change 4711.pdf");
  });

  test('pictures are in the documents with what they show', async () => {
    expect((await written('html')).get('html')).toMatch(/<img[^>]+alt="[^"]*The dialog of the console/u);
    const word = await written('docx');
    expect([...word.keys()].filter((name) => /^word\/media\/.+\.png$/u.test(name))).toHaveLength(1);
    expect(word.get('word/document.xml')).toContain('The dialog of the console');
  });
});
