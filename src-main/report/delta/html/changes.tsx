import { areaTitles } from '../../../../src-shared/model/area';
import { type Change, type CheckChange, changeTitles } from '../../../../src-shared/model/comparison';
import type { Outcome } from '../../../../src-shared/model/outcome';
import type { DeltaDocument } from '../../../../src-shared/report/delta-document';
import { amount, quantity } from '../../../../src-shared/text/quantity';
import { ColumnHeads } from '../../html/column-heads';
import { LeftOut } from '../../html/left-out';
import { Prose } from '../../html/prose';
import { shorten } from '../../html/shorten';
import { SeverityTag, Status } from '../../html/status';
import { Value } from '../../html/value';
import { changeGroups } from '../change-groups';
import { checksShown, deltaObjectsShown, summaryShown } from '../delta-limits';
import { caveats, objectWords } from '../delta-words';

/** By what became of it, the most urgent first; see {@link changeGroups}. */
export function Changes({ delta: { comparison } }: { readonly delta: DeltaDocument }) {
  const groups = changeGroups(comparison);
  if (groups.length === 0) return <p>No check and no object changed.</p>;
  return (
    <>
      {groups.map(({ title, checks }) => (
        <div key={title}>
          <h3>
            {title} ({amount(checks.length)})
          </h3>
          <ChangeTable checks={checks} />
        </div>
      ))}
    </>
  );
}

const ChangeTable = ({ checks }: { readonly checks: readonly CheckChange[] }) => (
  <>
    <table className="changes">
      <ColumnHeads names={['Check', 'Then and now', 'What was found']} />
      <tbody>
        {checks.slice(0, checksShown).map((check) => (
          <Row key={check.checkId} check={check} />
        ))}
      </tbody>
    </table>
    <LeftOut count={checks.length - checksShown} where="the workbook and the JSON export" />
  </>
);

const Row = ({ check }: { readonly check: CheckChange }) => (
  <tr>
    <th scope="row">
      <Prose text={check.title} />{' '}
      <span className="quiet">
        {check.checkId} · {areaTitles[check.area]}
      </span>
    </th>
    <td>
      <p>
        <Side outcome={check.before} /> <span aria-hidden="true">→</span> <Side outcome={check.after} />
      </p>
      <p>
        <SeverityTag severity={check.severity} />
      </p>
    </td>
    <td>
      <p>
        <Prose text={shorten(check.summaryAfter ?? 'Not judged now.', summaryShown)} />
      </p>
      {check.summaryBefore === undefined || check.summaryBefore === check.summaryAfter ? null : (
        <p className="quiet">
          Then: <Prose text={shorten(check.summaryBefore, summaryShown)} />
        </p>
      )}
      {caveats(check).map((caveat) => (
        <p key={caveat} className="caveat">
          {caveat}
        </p>
      ))}
      <Objects check={check} />
    </td>
  </tr>
);

const Side = ({ outcome }: { readonly outcome: Outcome | undefined }) =>
  outcome === undefined ? <span>Not judged</span> : <Status outcome={outcome} />;

/** The first objects by name, each with what became of it; all of them counted. */
function Objects({ check }: { readonly check: CheckChange }) {
  const { objects } = check;
  if (objects.length === 0) return null;
  return (
    <>
      <p className="quiet">
        {quantity(objects.length, 'object')} changed: {objectWords(check)}
      </p>
      <ul>
        {objects.slice(0, deltaObjectsShown).map(({ id, name, change }) => (
          <li key={id}>
            <Value text={name} limit={120} /> – {wordOf(change)}
          </li>
        ))}
      </ul>
      {objects.length > deltaObjectsShown ? (
        <p className="quiet">
          … and {amount(objects.length - deltaObjectsShown)} more, in the workbook and the JSON export
        </p>
      ) : null}
    </>
  );
}

const wordOf = (change: Change): string => changeTitles[change].toLowerCase();
