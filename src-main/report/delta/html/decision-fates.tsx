import { decisionTitles } from '../../../../src-shared/model/review';
import { type DeltaDocument, decisionFateTitles } from '../../../../src-shared/report/delta-document';
import { amount } from '../../../../src-shared/text/quantity';
import { calendarDate } from '../../html/dates';
import { remarkShown } from '../../html/limits';
import { Value } from '../../html/value';
import { decisionsShown } from '../delta-limits';

/** What became of the decisions, those to take again first. */
export function DecisionFates({ delta: { decisions } }: { readonly delta: DeltaDocument }) {
  if (decisions.length === 0) return <p>No decision was recorded, then or now.</p>;
  return (
    <>
      <table className="decisions">
        <thead>
          <tr>
            <th scope="col">Finding</th>
            <th scope="col">Decision, and what became of it</th>
            <th scope="col">Reason</th>
            <th scope="col">Who and when</th>
          </tr>
        </thead>
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
      {decisions.length > decisionsShown ? (
        <p className="more">
          … and {amount(decisions.length - decisionsShown)} more, in the workbook and the JSON export.
        </p>
      ) : null}
    </>
  );
}
