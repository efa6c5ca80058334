import { outcomeTitles } from '../../../src-shared/model/outcome';
import { decisionTitles } from '../../../src-shared/model/review';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { stateWords, subjectWords } from '../decision-words';
import { columns, type Sheet } from './sheet';

/** One row a decision, also one on many objects; the sheet of objects tells it for each. */
export const decisionsSheet = ({ reviews }: ReportDocument): Sheet => ({
  name: 'Decisions',
  columns: columns({
    ...{ Check: 10, Object: 44, Decision: 16, State: 30, Reason: 70, 'Decided by': 24, 'Decided at': 24, Until: 12 },
    ...{ 'Decided on': 14, Attachment: 40 },
  }),
  rows: reviews.map((stated) => {
    const { review } = stated;
    return [
      review.checkId,
      subjectWords(review),
      decisionTitles[review.decision],
      stateWords(stated),
      review.reason,
      review.author,
      review.decidedAt,
      review.until ?? '',
      outcomeTitles[review.outcome],
      review.attachment?.name ?? '',
    ];
  }),
});
