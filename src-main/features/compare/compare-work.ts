import { changedObjectsShown } from '../../../src-shared/ipc/compare';
import type { Comparison } from '../../../src-shared/model/comparison';
import type { ReportBranding } from '../../../src-shared/report/report-branding';
import { compareReports } from '../../report/compare-reports';
import type { RenderedReport, Rendering } from '../../report/render-report';
import { closeEngagement, type EngagementFile } from '../../store/engagement-file';
import { openBeside, type ReadableFile } from '../../store/open-beside';
import { loadComparedReport } from './load-compared-report';

/** Two engagements that are open elsewhere. */
interface Sides {
  readonly before: ReadableFile;
  readonly after: ReadableFile;
}

/** What is made of two engagements; with tens of thousands of objects it keeps its thread busy for most of a second. */
export interface CompareOrders {
  readonly compare: Sides;
  readonly render: Sides & {
    /** ISO 8601: when the delta report is made. */
    readonly createdAt: string;
    readonly branding: ReportBranding;
    /** Of the newer engagement, where names are to be replaced. */
    readonly redactionKey: string | undefined;
    readonly rendering: Rendering;
  };
}

export interface CompareResults {
  /** With the first changed objects of each check only; all are counted. */
  readonly compare: Comparison;
  readonly render: RenderedReport;
}

export type CompareKind = keyof CompareOrders;

/** Does one order; the app does it in a thread of its own, tests in theirs. Rejects with AppErrors. */
export type CompareWork = <K extends CompareKind>(
  kind: K,
  order: CompareOrders[K],
  signal: AbortSignal,
) => Promise<CompareResults[K]>;

type Works = { readonly [K in CompareKind]: (order: CompareOrders[K]) => Promise<CompareResults[K]> };

const works: Works = {
  compare: (sides) =>
    withBoth(sides, async (before, after) =>
      short(compareReports(await loadComparedReport(before), await loadComparedReport(after))),
    ),
  // Loads checks, React and the writers, which a comparison can do without.
  render: async ({ createdAt, branding, redactionKey, rendering, ...sides }) => {
    const [{ renderReport }, { loadReportDocument }, { prepareDelta }, { identitiesOf }] = await Promise.all([
      import('../../report/render-report'),
      import('../report/load-report-document'),
      import('./prepare-delta'),
      import('../report/redact-for-sharing'),
    ]);
    return await withBoth(sides, async (before, after) => {
      const at = new Date(createdAt);
      const identities = redactionKey === undefined ? undefined : await identitiesOf([before, after], redactionKey);
      const reports = [await loadReportDocument(before, at), await loadReportDocument(after, at)] as const;
      const delta = prepareDelta(...reports, { branding, identities });
      return await renderReport(delta, rendering);
    });
  },
};

/** Does the order in the calling thread. */
export const doCompareWork: CompareWork = async (kind, order) => await works[kind](order);

async function withBoth<T>(
  sides: Sides,
  work: (before: EngagementFile, after: EngagementFile) => Promise<T>,
): Promise<T> {
  const before = openBeside(sides.before);
  try {
    const after = openBeside(sides.after);
    try {
      return await work(before, after);
    } finally {
      closeEngagement(after);
    }
  } finally {
    closeEngagement(before);
  }
}

const short = (comparison: Comparison): Comparison => ({
  ...comparison,
  checks: comparison.checks.map((check) => ({ ...check, objects: check.objects.slice(0, changedObjectsShown) })),
});
