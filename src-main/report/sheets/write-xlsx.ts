import writeExcelFile, { type Feature } from 'write-excel-file/universal';
import { fixZipTimes } from '../fixed-zip-times';
import type { CellValue, Sheet } from './sheet';

/** Excel's own limits (specifications and limits of Excel). */
const rowLimit = 1_048_576;
const textLimit = 32_767;

/**
 * The sheets as an Excel workbook: heads that stay in view and filter, wrapped texts. Texts are texts, never formulas. Rows beyond what Excel can hold are
 * replaced by a line that says how many. The same sheets give the same bytes; `madeAt` is the time of the parts.
 */
export async function xlsxOf(sheets: readonly Sheet[], madeAt: Date): Promise<Uint8Array> {
  const written = writeExcelFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      stickyRowsCount: 1,
      columns: sheet.columns.map(({ width }) => ({ width })),
      data: [sheet.columns.map(({ title }) => head(title)), ...rowsThatFit(sheet).map((row) => row.map(cell))],
    })),
    { fontFamily: 'Calibri', fontSize: 11, features: [filters(sheets)] },
  );
  const workbook = new Uint8Array(await (await written.toBlob()).arrayBuffer());
  fixZipTimes(workbook, madeAt);
  return workbook;
}

function rowsThatFit({ rows }: Sheet): Sheet['rows'] {
  const room = rowLimit - 1;
  if (rows.length <= room) return rows;
  return [...rows.slice(0, room - 1), [`… and ${rows.length - room + 1} more rows, in the JSON export`]];
}

const head = (title: string) => ({
  value: title,
  type: String,
  fontWeight: 'bold' as const,
  backgroundColor: '#E8EEF7',
  wrap: true,
});

const cell = (value: CellValue) =>
  typeof value === 'number'
    ? { value, type: Number, alignVertical: 'top' as const }
    : { value: value.slice(0, textLimit), type: String, wrap: true, alignVertical: 'top' as const };

/** Lets every sheet be filtered by its head (`autoFilter`, ECMA-376 18.3.1.2, which stands behind `sheetData`). */
const filters = (sheets: readonly Sheet[]): Feature<Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (content, _options, { sheetIndex }) => {
          const sheet = sheets[sheetIndex];
          if (sheet === undefined) return content;
          const range = `A1:${columnName(sheet.columns.length)}${rowsThatFit(sheet).length + 1}`;
          return content.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`);
        },
      },
    },
  },
});

/** `A` … `Z`; no sheet has more columns. */
const columnName = (position: number): string => String.fromCharCode(64 + position);
