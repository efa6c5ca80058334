import { areas, areaTitles } from '../../../src-shared/model/area';
import { membersOf } from '../../support/zip-members';
import { type Counts, groupNames, type Told } from './counts';

type Rows = readonly (readonly string[])[];

/** What sheets tell, the first row of each being its head: the summary, and the findings themselves by area. */
export function toldByTables(tables: ReadonlyMap<string, Rows>): Readonly<Record<string, Told>> {
  const ofArea = areas.flatMap((area) => {
    const rows = tables.get(area);
    return rows === undefined ? [] : [[areaTitles[area], tally(rows)] as const];
  });
  return { summary: summaryOf(tables.get('summary') ?? []), findings: Object.fromEntries(ofArea) };
}

function summaryOf([head = [], ...rows]: Rows): Told {
  const cell = (row: readonly string[], name: string): number => Number(row[head.indexOf(name)]);
  const groups = rows.slice(rows.findIndex(([title]) => title === 'All'));
  return Object.fromEntries(
    groups.map((row) => [
      row[0] ?? '',
      {
        ...{ blockers: cell(row, 'Blockers'), warnings: cell(row, 'Warnings'), unknown: cell(row, 'Not known') },
        ...{ passed: cell(row, 'Passed'), notApplicable: cell(row, 'Not applicable') },
        ...{ conclusions: cell(row, 'Conclusions'), applicable: cell(row, 'Applicable') },
        conclusive: cell(row, 'Conclusive'),
      },
    ]),
  );
}

function tally([head = [], ...rows]: Rows): Partial<Counts> {
  const column = head.indexOf('Counts as');
  return Object.fromEntries(
    Object.entries(groupNames).map(([title, name]) => [name, rows.filter((row) => row[column] === title).length]),
  );
}

/** RFC 4180. */
export function rowsOfCsv(csv: string): Rows {
  const fields = [...csv.replace('\uFEFF', '').matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/gu)];
  const rows: string[][] = [[]];
  for (const [, field = '', end] of fields) {
    rows.at(-1)?.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** Sheets by their names in lower case. */
export function rowsOfWorkbook(workbook: Uint8Array): ReadonlyMap<string, Rows> {
  const members = membersOf(workbook);
  const shared = [...(members.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gsu)].map(([, text = '']) =>
    text.replaceAll(/<[^>]*>/gu, '').replaceAll('&amp;', '&'),
  );
  const names = [...(members.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/gu)];
  return new Map(
    names.map(([, name = ''], index) => {
      const sheet = members.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '';
      const rows = [...sheet.matchAll(/<row .*?<\/row>/gsu)].map(([row]) =>
        [...row.matchAll(/<c ([^>]*?)(?:\/>|>(?:<v>(.*?)<\/v>)?<\/c>)/gsu)].map(([, attributes = '', value = '']) =>
          attributes.includes('t="s"') ? (shared[Number(value)] ?? '') : value,
        ),
      );
      return [name.toLowerCase(), rows];
    }),
  );
}
