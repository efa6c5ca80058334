import { printable } from '../../src-shared/model/printable';
import type { ReportDocument } from '../../src-shared/report/report-document';

/** Characters of one value; longer than anything a schema allows but observed values, which have no limit of their own. */
const longestValue = 4200;

/**
 * The document with every text from the customer's systems and files made safe to show: control and direction-changing characters visible, length
 * bounded. What the catalogue says (`checks`) is ours and keeps its line breaks.
 */
export const visibleDocument = (document: ReportDocument): ReportDocument => ({
  ...document,
  details: visible(document.details),
  ...(document.branding && { branding: { ...document.branding, company: printable(document.branding.company) } }),
  scope: visible(document.scope),
  findings: visible(document.findings),
  targets: visible(document.targets),
  evidence: visible(document.evidence),
  interview: visible(document.interview),
  contradictions: visible(document.contradictions),
  clients: visible(document.clients),
  reviews: visible(document.reviews),
  notes: document.notes.map(({ checkId, note, pictures }) => ({
    checkId: visible(checkId),
    note: note.split(/\r?\n/u).map(visible).join('\n'),
    pictures: pictures.map((picture) => ({ ...picture, caption: visible(picture.caption) })),
  })),
});

/** Same shape, other characters. */
export function visible<T>(value: T): T;
export function visible(value: unknown): unknown {
  if (typeof value === 'string') return printable(value, longestValue);
  if (Array.isArray(value)) return value.map((item) => visible(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, visible(item)]));
}
