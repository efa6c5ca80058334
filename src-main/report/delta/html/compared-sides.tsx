import type { DeltaDocument } from '../../../../src-shared/report/delta-document';
import { ColumnHeads } from '../../html/column-heads';
import { comparedFacts } from '../compared-facts';
import { keptSentence } from '../delta-words';

export const ComparedSides = ({ delta }: { readonly delta: DeltaDocument }) => (
  <>
    <table className="compared">
      <ColumnHeads names={['What', 'Then', 'Now']} />
      <tbody>
        {comparedFacts(delta).map(([label, then, now]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{then}</td>
            <td>{now}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <p>
      {keptSentence(delta)} Findings are the same where they are of the same check, objects where their identity (SID,
      GUID, thumbprint) is the same; names may have changed meanwhile.
    </p>
  </>
);
