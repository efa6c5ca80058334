import type { DeltaDocument } from '../../../../src-shared/report/delta-document';
import { CheckName } from '../../html/check-name';
import { ColumnHeads } from '../../html/column-heads';
import { LeftOut } from '../../html/left-out';
import { rulesShown } from '../delta-limits';
import { catalogueSentence, ruleWord } from '../delta-words';

export const RuleChanges = ({ delta }: { readonly delta: DeltaDocument }) => (
  <>
    <p>{catalogueSentence(delta)}</p>
    {delta.rules.length === 0 ? null : (
      <table className="rule-changes">
        <ColumnHeads names={['Check', 'Rule']} />
        <tbody>
          {delta.rules.slice(0, rulesShown).map(({ checkId, title, kind }) => (
            <tr key={checkId}>
              <th scope="row">
                <CheckName title={title} checkId={checkId} />
              </th>
              <td>{ruleWord(kind)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    <LeftOut count={delta.rules.length - rulesShown} where="the workbook and the JSON export" />
  </>
);
