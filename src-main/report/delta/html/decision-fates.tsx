import { decisionTitles } from '../../../../src-shared/model/review';
import { type DeltaDocument, decisionFateTitles } from '../../../../src-shared/report/delta-document';
import { ColumnHeads } from '../../html/column-heads';
import { calendarDate } from '../../html/dates';
import { LeftOut } from '../../html/left-out';
import { remarkShown } from '../../html/limits';
import { Value } from '../../html/value';
import { decisionsShown } from '../delta-limits';

/** What became of the decisions, those to take again first. */
export function DecisionFates({ delta: { decisions } }: { readonly delta: DeltaDocument }) {
  if (decisions.length === 0) return <p>No decision was recorded, then or now.</p>;
  return (
    <>
      <table className="decisions">
        <ColumnHeads names={['Finding', 'Decision, and what became of it', 'Reason', 'Who and when']} />
        <tbody>
          {decisions.slice(0, decisionsShown).map(({ fate, review }) => (
            <tr key={`${review.checkId} ${review.objectId ?? ''}`}>
              <th scope="row">
                <span className="id">{review.checkId}</span>
                {review.objectId === undefined ? null : (
                  <p>
                    <Value text={review.objectName ?? review.objectId} />
                  </p>
                )}
              </th>
              <td>
                {decisionTitles[review.decision]}
                <p className="quiet">{decisionFateTitles[fate]}</p>
              </td>
              <td>
                <Value text={review.reason} limit={remarkShown} />
              </td>
              <td>
                {review.author}, {calendarDate(review.decidedAt)}
                {review.until === undefined ? null : <p className="quiet">until {calendarDate(review.until)}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <LeftOut count={decisions.length - decisionsShown} where="the workbook and the JSON export" />
    </>
  );
}
