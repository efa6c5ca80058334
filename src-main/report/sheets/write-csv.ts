import type { CellValue, Sheet } from './sheet';

const byteOrderMark = '\uFEFF';
/** Also in their full-width forms, which spreadsheets of East Asian locales take for the same. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * One sheet as CSV (RFC 4180) that spreadsheets open as it is: UTF-8 with byte order mark, commas, CRLF. A text that a spreadsheet would take for a formula
 * gets an apostrophe in front.
 */
export function csvOf({ columns, rows }: Sheet): string {
  const lines = [columns.map(({ title }) => title), ...rows].map((row) => row.map(field).join(','));
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`;
}

function field(value: CellValue): string {
  if (typeof value === 'number') return String(value);
  const harmless = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
