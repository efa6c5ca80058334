import type { ReportBranding } from '../../../src-shared/report/report-branding';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { findingAlone } from '../../report/finding-alone';
import { withBranding } from '../../report/with-branding';

/** What is made of the report before it is written. */
export interface ReportWishes {
  readonly branding: ReportBranding;
  /** One finding instead of all. */
  readonly checkId?: string | undefined;
}

/**
 * Takes the part and puts the clothes on; a report to be redacted was before, as a whole.
 * @throws AppError `no-finding`
 */
export function prepareDocument(document: ReportDocument, { branding, checkId }: ReportWishes): ReportDocument {
  return withBranding(checkId === undefined ? document : findingAlone(document, checkId), branding);
}
