import type { DeltaDocument } from '../../../src-shared/report/delta-document';
import type { ReportBranding } from '../../../src-shared/report/report-branding';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { buildDeltaDocument } from '../../report/delta/build-delta-document';
import { redactDelta } from '../../report/delta/redact-delta';
import type { Identities } from '../../report/redaction/identities';
import { withBranding } from '../../report/with-branding';

/** What is made of the delta report before it is written. */
export interface DeltaWishes {
  readonly branding: ReportBranding;
  /** What both engagements name, to be replaced; absent = the names stay. */
  readonly identities?: Identities | undefined;
}

/** Compares the whole before it is redacted, so that two names that look alike then are still two. */
export function prepareDelta(
  before: ReportDocument,
  after: ReportDocument,
  { branding, identities }: DeltaWishes,
): DeltaDocument {
  const delta = buildDeltaDocument(before, after, after.createdAt);
  return withBranding(identities === undefined ? delta : redactDelta(delta, before, after, identities), branding);
}
