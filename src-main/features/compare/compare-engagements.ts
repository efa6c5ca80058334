import { changedObjectsShown } from '../../../src-shared/ipc/compare';
import type { CheckChange, Comparison } from '../../../src-shared/model/comparison';
import type { ReportBranding } from '../../../src-shared/report/report-branding';
import { compareReports } from '../../report/compare-reports';
import type { RenderedReport, Rendering } from '../../report/render-report';
import type { EngagementFile } from '../../store/engagement-file';
import { type ReadableFile, readBeside } from '../../store/open-beside';
import { handedOver } from '../report/handed-over';
import { loadComparedReport } from './load-compared-report';

/** Two engagements that are open elsewhere. */
export interface Sides {
  readonly before: ReadableFile;
  readonly after: ReadableFile;
}

export interface DeltaOrder extends Sides {
  /** ISO 8601: when the delta report is made. */
  readonly createdAt: string;
  readonly branding: ReportBranding;
  /** Of the newer engagement, where names are to be replaced. */
  readonly redactionKey: string | undefined;
  readonly rendering: Rendering;
}

/** @throws AppError `nothing-judged` and those of the store */
export const compareEngagements = (sides: Sides): Promise<Comparison> =>
  withBoth(sides, async (before, after) =>
    short(compareReports(await loadComparedReport(before), await loadComparedReport(after))),
  );

/**
 * Loads checks, React and the writers, which a comparison can do without.
 * @throws AppError as {@link compareEngagements}
 */
export async function renderDeltaOf(order: DeltaOrder): Promise<RenderedReport> {
  const [{ renderReport }, { loadReportDocument }, { prepareDelta }, { identitiesOf }] = await Promise.all([
    import('../../report/render-report'),
    import('../report/load-report-document'),
    import('./prepare-delta'),
    import('../report/redact-for-sharing'),
  ]);
  const { createdAt, branding, redactionKey, rendering } = order;
  return await withBoth(order, async (before, after) => {
    const at = new Date(createdAt);
    const identities = redactionKey === undefined ? undefined : await identitiesOf([before, after], redactionKey);
    const reports = [await loadReportDocument(before, at), await loadReportDocument(after, at)] as const;
    return handedOver(await renderReport(prepareDelta(...reports, { branding, identities }), rendering), rendering);
  });
}

const withBoth = <T>(sides: Sides, work: (before: EngagementFile, after: EngagementFile) => Promise<T>): Promise<T> =>
  readBeside(sides.before, (before) => readBeside(sides.after, (after) => work(before, after)));

const short = (comparison: Comparison): Comparison => ({
  ...comparison,
  checks: comparison.checks.map(withObjectsShown),
  conclusions: comparison.conclusions.map(withObjectsShown),
});

const withObjectsShown = (check: CheckChange): CheckChange => ({
  ...check,
  objects: check.objects.slice(0, changedObjectsShown),
});
