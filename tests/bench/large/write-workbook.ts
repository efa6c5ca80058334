import { readFile } from 'node:fs/promises';
import { reportSheets } from '../../../src-main/report/sheets/report-sheets';
import { xlsxOf } from '../../../src-main/report/sheets/write-xlsx';
import { answerRequests } from '../answer-requests';
import { plainWorkbook } from './plain-workbook';

export interface WorkbookRequest {
  readonly report: string;
  readonly by: 'app' | 'plain';
}

export interface WorkbookWritten {
  readonly ms: number;
  /** What the process held at most, beyond what it held before, in megabytes. */
  readonly megabytes: number;
  readonly bytes: number;
}

/** Writes the cells of a report, read from its JSON, once; a process for each, so that the memory is its own. */
answerRequests(async ({ report, by }: WorkbookRequest): Promise<WorkbookWritten> => {
  const sheets = reportSheets(JSON.parse(await readFile(report, 'utf8')));
  const before = process.resourceUsage().maxRSS;
  const start = performance.now();
  const bytes = by === 'app' ? await xlsxOf(sheets, new Date()) : plainWorkbook(sheets);
  const ms = performance.now() - start;
  return { ms, megabytes: ((process.resourceUsage().maxRSS - before) * 1024) / 1e6, bytes: bytes.length };
});
