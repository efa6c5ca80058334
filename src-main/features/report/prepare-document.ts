import type { ReportBranding } from '../../../src-shared/report/report-branding';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { findingAlone } from '../../report/finding-alone';
import { redactDocument } from '../../report/redaction/redact-document';
import { withBranding } from '../../report/with-branding';

/** What is made of the report before it is written. */
export interface ReportWishes {
  readonly branding: ReportBranding;
  /** Names of the customer are replaced. */
  readonly redact: boolean;
  /** One finding instead of all. */
  readonly checkId?: string | undefined;
}

/**
 * Redacts the whole before a part is taken, so that a value has the same stand-in in every part that is handed over.
 * @throws AppError `no-finding`
 */
export function prepareDocument(document: ReportDocument, { branding, redact, checkId }: ReportWishes): ReportDocument {
  const shared = redact ? redactDocument(document) : document;
  return withBranding(checkId === undefined ? shared : findingAlone(shared, checkId), branding);
}
