import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { reportSheets } from '../../../src-main/report/sheets/report-sheets';
import type { Sheet } from '../../../src-main/report/sheets/sheet';
import { csvOf } from '../../../src-main/report/sheets/write-csv';
import { xlsxOf } from '../../../src-main/report/sheets/write-xlsx';
import { membersOf } from '../../support/zip-members';
import { hostile, reportDocument } from './report-fixture';

const madeAt = new Date('2026-11-22T12:00:00Z');
const sheet = (rows: Sheet['rows']): Sheet => ({
  name: 'Objects',
  columns: [
    { title: 'Name', width: 20 },
    { title: 'Count', width: 10 },
  ],
  rows,
});

test('one sheet per area that has findings, their objects, and where the facts came from', () => {
  const document = reportDocument();
  const sheets = reportSheets(document);
  const areas = new Set(document.findings.map(({ area }) => area.toUpperCase()));
  expect(sheets.map(({ name }) => name)).toEqual([
    'Summary',
    ...['DIR', 'FED', 'DEV', 'PKI', 'MFA', 'POL', 'RA', 'PRV', 'SSO', 'SEC', 'TRU'].filter((area) => areas.has(area)),
    ...['Remediation plan', 'Objects', 'Clients', 'Interview', 'Contradictions'],
    ...['Decisions', 'Not judged', 'Contacted', 'Evidence'],
  ]);
  for (const { columns, rows } of sheets)
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(columns.length);
});

test('every finding and every object that did not pass is there, with the numbers of the report', () => {
  const document = reportDocument();
  const sheets = reportSheets(document);
  const ids = sheets.filter(({ name }) => name === name.toUpperCase()).flatMap(({ rows }) => rows.map(([id]) => id));
  expect([...ids].sort()).toEqual(document.findings.map(({ checkId }) => checkId).sort());
  const concerned = document.findings.flatMap(({ objects }) =>
    objects.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'not-applicable'),
  );
  expect(sheets.find(({ name }) => name === 'Objects')?.rows).toHaveLength(concerned.length);
});

test('CSV: quotes, line breaks and what a spreadsheet would take for a formula', () => {
  const csv = csvOf(
    sheet([
      ['=HYPERLINK("http://evil","x")', 1],
      ['a,"b"\nc', -2],
      ['+1', 0],
      ['@SUM(1)', 0],
      ['＝1+1', 0],
      ['Köln', 3],
    ]),
  );
  expect(csv).toBe(
    '\uFEFFName,Count\r\n"\'=HYPERLINK(""http://evil"",""x"")",1\r\n"a,""b""\nc",-2\r\n\'+1,0\r\n\'@SUM(1),0\r\n\'＝1+1,0\r\nKöln,3\r\n',
  );
});

test('the workbook holds texts as texts, filters each sheet and keeps its head in view', async () => {
  const [workbook] = [
    await xlsxOf(
      [
        sheet([
          ['=1+1', 7],
          [hostile.script, 8],
        ]),
      ],
      madeAt,
    ),
  ];
  const members = membersOf(workbook);
  const part = members.get('xl/worksheets/sheet1.xml') ?? '';
  expect(part).toContain('<autoFilter ref="A1:B3"/>');
  expect(part).toMatch(/ySplit="1"[^>]*state="frozen"/u);
  expect(part).not.toContain('<f>');
  expect(members.get('xl/sharedStrings.xml')).toContain('=1+1');
  for (const [name, text] of members) expect(() => new XMLParser().parse(text, true), name).not.toThrow();
});

test('the same report gives the same bytes', async () => {
  const sheets = reportSheets(reportDocument());
  expect(Buffer.from(await xlsxOf(sheets, madeAt)).equals(await xlsxOf(sheets, madeAt))).toBe(true);
});

test('texts beyond what a cell can hold are cut', async () => {
  const members = membersOf(await xlsxOf([sheet([['x'.repeat(40_000), 1]])], madeAt));
  const longest = Math.max(
    ...(members.get('xl/sharedStrings.xml') ?? '').split(/<[^>]+>/u).map(({ length }) => length),
  );
  expect(longest).toBe(32_767);
});
