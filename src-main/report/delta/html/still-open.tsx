import { isOpen } from '../../../../src-shared/model/review';
import type { DeltaDocument } from '../../../../src-shared/report/delta-document';
import { amount } from '../../../../src-shared/text/quantity';
import { Prose } from '../../html/prose';
import { shorten } from '../../html/shorten';
import { SeverityTag, Status } from '../../html/status';
import { openShown, openSummaryShown } from '../delta-limits';
import { stillOpen } from '../still-open-checks';

/** What was open then and is open now; what was in order both times is counted only. */
export function StillOpen({ delta }: { readonly delta: DeltaDocument }) {
  const checks = stillOpen(delta);
  const quiet = delta.comparison.checks.filter(
    ({ change, after }) => change === 'unchanged' && after !== undefined && !isOpen(after),
  ).length;
  return (
    <>
      <p>
        {checks.length === 0 ? 'Nothing that was open then is open as it was.' : null} {amount(quiet)} more checks were
        in order, or did not apply, both times.
      </p>
      {checks.length === 0 ? null : (
        <table className="still-open">
          <thead>
            <tr>
              <th scope="col">Check</th>
              <th scope="col">Then and now</th>
              <th scope="col">What is found</th>
            </tr>
          </thead>
          <tbody>
            {checks.slice(0, openShown).map(({ checkId, title, severity, after, summaryAfter, kept }) => (
              <tr key={checkId}>
                <th scope="row">
                  <Prose text={title} /> <span className="id">{checkId}</span>
                </th>
                <td>
                  {after === undefined ? null : <Status outcome={after} />} <SeverityTag severity={severity} />
                </td>
                <td>
                  <Prose text={shorten(summaryAfter ?? '', openSummaryShown)} />
                  {kept ? <p className="quiet">On kept evidence.</p> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {checks.length > openShown ? (
        <p className="more">… and {amount(checks.length - openShown)} more, in the workbook and the JSON export.</p>
      ) : null}
    </>
  );
}
