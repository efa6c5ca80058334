import { attestedBy } from '../../../src-shared/interview/attested-by';
import type { AttestedAnswer } from '../../../src-shared/report/attested-answer';
import type { ReportFacts } from '../report-facts';
import { ColumnHeads } from './column-heads';
import { remarkShown } from './limits';
import { FindingLink, separated } from './links';
import { shorten } from './shorten';
import { Value } from './value';

/** What rests on somebody's word, told apart from what was read. */
export function AttestedAnswers({ facts }: { readonly facts: ReportFacts }) {
  const { interview } = facts.document;
  if (interview.length === 0) return null;
  return (
    <>
      <h3>What was attested in interviews</h3>
      <p>
        These answers were said, not read: no system confirms them. Findings that take one into account are marked as
        attested.
      </p>
      <table className="attested-answers">
        <ColumnHeads names={['Question', 'Answer', 'Who and when', 'Checks']} />
        <tbody>
          {interview.map((answer) => (
            <Row key={answer.question} answer={answer} facts={facts} />
          ))}
        </tbody>
      </table>
    </>
  );
}

const Row = ({ answer, facts }: { readonly answer: AttestedAnswer; readonly facts: ReportFacts }) => (
  <tr>
    <th scope="row">{answer.questionText}</th>
    <td>
      {answer.answerText}
      {answer.note === undefined ? null : <p className="quiet">{shorten(answer.note, remarkShown)}</p>}
    </td>
    <td>
      {attestedBy(answer)}
      {answer.attachment === undefined ? null : (
        <p className="quiet">
          Attached: <Value text={answer.attachment.name} />
          <span className="technical hash"> {answer.attachment.sha256}</span>
        </p>
      )}
    </td>
    <td>
      {answer.checks.length === 0
        ? 'none'
        : separated(answer.checks.map((checkId) => <FindingLink key={checkId} checkId={checkId} facts={facts} />))}
    </td>
  </tr>
);
