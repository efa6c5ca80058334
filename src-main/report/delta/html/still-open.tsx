import { isOpen } from '../../../../src-shared/model/review';
import type { DeltaDocument } from '../../../../src-shared/report/delta-document';
import { amount } from '../../../../src-shared/text/quantity';
import { CheckName } from '../../html/check-name';
import { ColumnHeads } from '../../html/column-heads';
import { LeftOut } from '../../html/left-out';
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
          <ColumnHeads names={['Check', 'Then and now', 'What is found']} />
          <tbody>
            {checks.slice(0, openShown).map(({ checkId, title, severity, after, summaryAfter, kept }) => (
              <tr key={checkId}>
                <th scope="row">
                  <CheckName title={title} checkId={checkId} />
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
      <LeftOut count={checks.length - openShown} where="the workbook and the JSON export" />
    </>
  );
}
