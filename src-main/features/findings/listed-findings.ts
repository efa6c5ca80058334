import type { ListedFinding } from '../../../src-shared/ipc/findings';
import { countAs } from '../../../src-shared/model/counted-as';
import { isRaisedAgain, standingOf, undecided } from '../../../src-shared/model/decision-standing';
import type { FindingRow } from '../../../src-shared/model/finding';
import type { StatedReview } from '../../../src-shared/model/review';
import { catalogue } from '../../knowledge/catalogue';
import type { EngagementFile } from '../../store/engagement-file';
import { listFindingRows } from '../../store/findings';
import { listReviews, reviewsVersion } from '../../store/reviews';
import { latestRunId } from '../../store/runs';
import { rememberRead } from '../remember-read';
import { statedReviews } from '../reviews/judged-now';

const entries = new Map(catalogue.map((entry) => [entry.id, entry]));

/** Findings of the latest judged run, which never change; none before the first. */
export const judgedRows: (file: EngagementFile) => Promise<readonly FindingRow[]> = rememberRead(
  (file) => latestRunId(file) ?? '',
  async (file) => {
    const runId = latestRunId(file);
    return runId === undefined ? [] : await listFindingRows(file, runId);
  },
);

export interface ListedFindings {
  readonly rows: readonly ListedFinding[];
  readonly conclusions: number;
  readonly undecided: number;
  readonly decisionsRaisedAgain: number;
}

/** Findings of the latest judged run with what they count as and where they stand, and how much waits for a decision. Read anew when a run was judged, a decision changed or a day began. */
export const listedFindings: (file: EngagementFile) => Promise<ListedFindings> = rememberRead(
  (file) => `${latestRunId(file) ?? ''} ${reviewsVersion(file)} ${new Date().toISOString().slice(0, 10)}`,
  async (file) => {
    const reviews = await statedReviews(file, listReviews(file));
    const byCheck = new Map<string, StatedReview[]>();
    for (const stated of reviews) {
      const known = byCheck.get(stated.review.checkId);
      if (known === undefined) byCheck.set(stated.review.checkId, [stated]);
      else known.push(stated);
    }
    const rows = (await judgedRows(file)).map((row): ListedFinding => {
      const counted = { ...row, countedAs: countAs(row, entries.get(row.checkId)) };
      return { ...counted, standing: standingOf(counted, byCheck.get(row.checkId) ?? [], row.affectedCount) };
    });
    return {
      rows,
      conclusions: rows.filter(({ countedAs }) => countedAs === 'conclusion').length,
      undecided: rows.filter(({ standing }) => undecided.includes(standing)).length,
      decisionsRaisedAgain: reviews.filter(isRaisedAgain).length,
    };
  },
);
