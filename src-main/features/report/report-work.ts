import type { Comparison } from '../../../src-shared/model/comparison';
import type { FinishedPdf, PdfAdditions } from '../../report/pdf/finish-pdf';
import type { RedactionSample } from '../../report/redaction/redaction-sample';
import type { RenderedReport } from '../../report/render-report';
import type { DeltaOrder, Sides } from '../compare/compare-engagements';
import type { ReportOrder, SampleOrder } from './report-of-engagement';

/** What is made of whole engagements; with tens of thousands of objects each keeps its thread busy for most of a second, or for several. */
export interface ReportOrders {
  readonly report: ReportOrder;
  readonly 'redaction-sample': SampleOrder;
  readonly compare: Sides;
  readonly delta: DeltaOrder;
  /** Of a printed report. */
  readonly 'finish-pdf': { readonly printed: Uint8Array; readonly additions: PdfAdditions };
}

export interface ReportResults {
  readonly report: RenderedReport;
  readonly 'redaction-sample': RedactionSample;
  /** With the first changed objects of each check only; all are counted. */
  readonly compare: Comparison;
  readonly delta: RenderedReport;
  readonly 'finish-pdf': FinishedPdf;
}

export type ReportKind = keyof ReportOrders;

/** Does one order; the app does it in a thread of its own, tests in theirs. Rejects with AppErrors. */
export type ReportWork = <K extends ReportKind>(
  kind: K,
  order: ReportOrders[K],
  signal?: AbortSignal,
) => Promise<ReportResults[K]>;

type Works = { readonly [K in ReportKind]: (order: ReportOrders[K]) => Promise<ReportResults[K]> };

/** Each loads what it needs: checks, React and the writers take most of the time of a small order. */
const works: Works = {
  report: async (order) => (await import('./report-of-engagement')).renderOfEngagement(order),
  'redaction-sample': async (order) => (await import('./report-of-engagement')).sampleOfEngagement(order),
  compare: async (order) => (await import('../compare/compare-engagements')).compareEngagements(order),
  delta: async (order) => (await import('../compare/compare-engagements')).renderDeltaOf(order),
  'finish-pdf': async ({ printed, additions }) =>
    (await import('../../report/pdf/finish-pdf')).finishPdf(printed, additions),
};

/** Does the order in the calling thread. */
export const doReportWork: ReportWork = async (kind, order) => await works[kind](order);
