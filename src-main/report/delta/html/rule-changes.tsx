import type { DeltaDocument } from '../../../../src-shared/report/delta-document';
import { amount } from '../../../../src-shared/text/quantity';
import { Prose } from '../../html/prose';
import { rulesShown } from '../delta-limits';
import { catalogueSentence, ruleWord } from '../delta-words';

export const RuleChanges = ({ delta }: { readonly delta: DeltaDocument }) => (
  <>
    <p>{catalogueSentence(delta)}</p>
    {delta.rules.length === 0 ? null : (
      <table className="rule-changes">
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col">Rule</th>
          </tr>
        </thead>
        <tbody>
          {delta.rules.slice(0, rulesShown).map(({ checkId, title, kind }) => (
            <tr key={checkId}>
              <th scope="row">
                <Prose text={title} /> <span className="id">{checkId}</span>
              </th>
              <td>{ruleWord(kind)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {delta.rules.length > rulesShown ? (
      <p className="more">… and {amount(delta.rules.length - rulesShown)} more, in the workbook and the JSON export.</p>
    ) : null}
  </>
);
