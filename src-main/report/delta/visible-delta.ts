import { printable } from '../../../src-shared/model/printable';
import type { DeltaDocument } from '../../../src-shared/report/delta-document';
import { visible } from '../visible-document';

/** The document with every text from the customer's systems and files made safe to show, as a report has it. */
export const visibleDelta = (delta: DeltaDocument): DeltaDocument => ({
  ...delta,
  details: visible(delta.details),
  ...(delta.branding && { branding: { ...delta.branding, company: printable(delta.branding.company) } }),
  comparison: visible(delta.comparison),
  decisions: visible(delta.decisions),
});
