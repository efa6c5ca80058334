import { printable } from '../../src-shared/model/printable';
import { type DeltaDocument, isDelta } from '../../src-shared/report/delta-document';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { deltaTitle } from './delta/delta-words';

/** What a window or a reader shows as the name of the report or delta report. */
export const reportTitle = (document: ReportDocument | DeltaDocument): string =>
  `${printable(document.details.customer)} – ${isDelta(document) ? deltaTitle.toLowerCase() : 'readiness for Windows Hello for Business'}`;
