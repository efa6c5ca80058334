import type { FindingRow } from '../../../src-shared/model/finding';
import { unknownReasonTitles } from '../../../src-shared/model/outcome';
import { unknownGroups } from '../../../src-shared/model/unknown-groups';
import { amount, quantity } from '../../../src-shared/text/quantity';
import { findingRow } from '../finding-row';
import type { ReportFacts } from '../report-facts';
import { CheckName } from './check-name';
import { ColumnHeads } from './column-heads';
import { namesShownToManagement } from './limits';
import { Prose } from './prose';
import { SeverityTag } from './status';

/** Unknown findings by what has to be done to know. */
export function NotKnown({ facts }: { readonly facts: ReportFacts }) {
  const { catalogue, notJudged, findings, readiness } = facts.document;
  const unknown = findings.filter(({ checkId }) => readiness.overall.unknown.includes(checkId));
  const groups = unknownGroups(unknown.map(findingRow), facts.checks);
  return (
    <>
      {groups.length === 0 ? <p>Every check that was judged and applies has an answer.</p> : null}
      {groups.map(({ title, howToFindOut, rows }) => (
        <div key={title} className="unknown-group">
          <h3>
            {title}: {quantity(rows.length, 'check')}
          </h3>
          <p className="how">
            <span className="label">How to find out</span> {howToFindOut}
          </p>
          {facts.profile === 'executive' ? <Names rows={rows} /> : <Reasons rows={rows} />}
        </div>
      ))}
      {notJudged.length === 0 ? null : (
        <p>
          Besides, {quantity(notJudged.length, 'check')} of the {catalogue.total} of the catalogue{' '}
          {notJudged.length === 1 ? 'is' : 'are'} not judged by this version. They are as unknown as those above and
          have to be looked at by other means.
        </p>
      )}
    </>
  );
}

/** Management reads what is not known; why it is not is for those who find it out. */
const Names = ({ rows }: { readonly rows: readonly FindingRow[] }) => (
  <ul className="names">
    {rows.slice(0, namesShownToManagement).map((row) => (
      <li key={row.checkId}>
        <CheckName title={row.title} checkId={row.checkId} />
      </li>
    ))}
    {rows.length > namesShownToManagement ? (
      <li>… and {amount(rows.length - namesShownToManagement)} more, in the technical report</li>
    ) : null}
  </ul>
);

const Reasons = ({ rows }: { readonly rows: readonly FindingRow[] }) => (
  <table className="unknowns">
    <ColumnHeads names={['Check', 'Severity', 'Why it is not known']} />
    <tbody>
      {rows.map((row) => (
        <tr key={row.checkId}>
          <th scope="row">
            <CheckName title={row.title} checkId={row.checkId} />
          </th>
          <td>
            <SeverityTag severity={row.severity} />
          </td>
          <td>
            {unknownReasonTitles[row.unknownReason ?? 'not-collected']}. <Prose text={row.summary} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
