import type { CellValue, Sheet } from '../../../src-main/report/sheets/sheet';
import { writeZip } from '../../support/zip-writer';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** The cells and nothing else, as directly as ECMA-376 allows: texts in their cells, no styles, no widths. */
export function plainWorkbook(sheets: readonly Sheet[]): Buffer {
  const parts = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: sheetXml(sheet),
  }));
  const list = sheets.map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index + 1}"/>`);
  const relations = sheets.map((_, index) =>
    relation(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  return writeZip([
    { name: '[Content_Types].xml', content: contentTypes(parts.map(({ name }) => name)) },
    { name: '_rels/.rels', content: relationships([relation('w', 'officeDocument', 'xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${documents}"><sheets>${list.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: relationships(relations) },
    ...parts,
  ]);
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${documents}/${type}" Target="${target}"/>`;
const relationships = (relations: readonly string[]): string =>
  `<Relationships xmlns="${packages}/relationships">${relations.join('')}</Relationships>`;

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const contentTypes = (sheets: readonly string[]): string =>
  `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
  `${sheets.map((name) => `<Override PartName="/${name}" ContentType="${spreadsheet}.worksheet+xml"/>`).join('')}</Types>`;

const sheetXml = ({ columns, rows }: Sheet): string =>
  `<worksheet xmlns="${main}"><sheetData>${[columns.map(({ title }) => title), ...rows].map(rowXml).join('')}</sheetData></worksheet>`;
const rowXml = (row: readonly CellValue[]): string => `<row>${row.map(cellXml).join('')}</row>`;
const cellXml = (value: CellValue): string =>
  typeof value === 'number'
    ? `<c><v>${value}</v></c>`
    : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
const escaped = (text: string): string => text.replace(/[&<>]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
