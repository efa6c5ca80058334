import { decisionTitles, type Review, reviewStateTitles, setWords } from '../../src-shared/model/review';
import type { ReportReview } from '../../src-shared/report/report-review';
import { amount } from '../../src-shared/text/quantity';

/** What of a finding a decision is about; empty for the finding itself. */
export const subjectWords = ({ objectId, objectName, set }: Review): string =>
  set === undefined ? (objectName ?? objectId ?? '') : `${amount(set.count)} objects: ${setWords(set)}`;

/** Whether it holds, in words: of a set with how many of its objects are as they were. */
export function stateWords({ review: { set }, state, counts }: ReportReview): string {
  if (set === undefined || counts === undefined) return reviewStateTitles[state];
  const changed = counts.changed === 0 ? '' : `, ${amount(counts.changed)} changed since`;
  return `${reviewStateTitles[state]} (${amount(counts.unchanged)} of ${amount(set.count)} as decided on${changed})`;
}

/** `Accepted risk by Ada until 2027-03-31`; what does not hold any more says so. */
export function decisionWords({ review: { decision, author, until }, state }: ReportReview): string {
  const end = until === undefined ? '' : ` until ${until}`;
  return `${decisionTitles[decision]} by ${author}${end}${state === 'in-force' ? '' : ` – ${reviewStateTitles[state]}`}`;
}
