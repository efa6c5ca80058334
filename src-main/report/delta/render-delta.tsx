import { renderToStaticMarkup } from 'react-dom/server';
import { assertNever } from '../../../src-shared/model/assert-never';
import type { DeltaDocument } from '../../../src-shared/report/delta-document';
import type { RenderedReport, Rendering } from '../render-report';
import { csvOf } from '../sheets/write-csv';
import { xlsxOf } from '../sheets/write-xlsx';
import { deltaDocx } from './delta-docx';
import { deltaSheets } from './delta-sheets';
import { DeltaPage } from './html/delta-page';
import { visibleDelta } from './visible-delta';

/** Renders in this thread. */
export async function renderDelta(
  delta: DeltaDocument,
  { format, paper, nonce }: Pick<Rendering, 'format' | 'paper' | 'nonce'>,
): Promise<RenderedReport> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(delta, null, 2)}\n`;
    case 'html':
      return `<!doctype html>${renderToStaticMarkup(<DeltaPage delta={visibleDelta(delta)} paper={paper} nonce={nonce} />)}`;
    case 'docx':
      return await deltaDocx(delta, paper);
    case 'xlsx':
      return await xlsxOf(deltaSheets(delta), new Date(delta.createdAt));
    case 'csv':
      return new Map(deltaSheets(delta).map((sheet) => [`${sheet.name.toLowerCase()}.csv`, csvOf(sheet)]));
    default:
      return assertNever(format);
  }
}
