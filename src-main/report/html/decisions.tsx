import { isOfWhole } from '../../../src-shared/model/decision-standing';
import { outcomeTitles } from '../../../src-shared/model/outcome';
import { decisionTitles, type Review } from '../../../src-shared/model/review';
import type { ReportReview } from '../../../src-shared/report/report-review';
import { stateWords, subjectWords } from '../decision-words';
import type { ReportFacts } from '../report-facts';
import { ColumnHeads } from './column-heads';
import { calendarDate } from './dates';
import { remarkShown } from './limits';
import { FindingLink } from './links';
import { Status } from './status';
import { Value } from './value';

/** What people decided about findings; the findings themselves say what was found. */
export function Decisions({ facts }: { readonly facts: ReportFacts }) {
  const { reviews } = facts.document;
  if (reviews.length === 0) return <p>No decision was recorded.</p>;
  return (
    <>
      <p>
        A decision changes no result and no verdict. One that has expired, or whose finding has changed since, has to be
        taken again.
      </p>
      <table className="decisions">
        <ColumnHeads names={['Finding', 'Decision', 'Reason', 'Who and when']} />
        <tbody>
          {reviews.map((stated) => (
            <Row key={keyOf(stated.review)} stated={stated} facts={facts} />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface RowProps {
  readonly stated: ReportReview;
  readonly facts: ReportFacts;
}

const keyOf = ({ checkId, objectId, set }: Review): string => `${checkId} ${set?.number ?? ''} ${objectId ?? ''}`;

const Row = ({ stated, stated: { review, state }, facts }: RowProps) => (
  <tr>
    <th scope="row">
      <FindingLink checkId={review.checkId} facts={facts} />
      {isOfWhole(review) ? null : (
        <p className="technical">
          <Value text={subjectWords(review)} limit={remarkShown} />
        </p>
      )}
    </th>
    <td>
      {decisionTitles[review.decision]}
      <p className="quiet">
        on <Status outcome={review.outcome} word={outcomeTitles[review.outcome].toLowerCase()} />
      </p>
      {state === 'in-force' && review.set === undefined ? null : <p>{stateWords(stated)}</p>}
    </td>
    <td>
      <Value text={review.reason} limit={remarkShown} />
      {review.attachment === undefined ? null : (
        <p className="quiet">
          Attached: <Value text={review.attachment.name} limit={remarkShown} />
        </p>
      )}
    </td>
    <td>
      {review.author}, {calendarDate(review.decidedAt)}
      {review.until === undefined ? null : <p className="quiet">holds until {review.until}</p>}
    </td>
  </tr>
);
