import { stepTitles } from '../../../src-shared/model/area';
import { horizonTitles } from '../../../src-shared/model/roadmap';
import { decidedSentence } from '../../../src-shared/model/roadmap-words';
import { amount } from '../../../src-shared/text/quantity';
import { type PlanLine, remediationPlan } from '../remediation-plan';
import type { ReportFacts } from '../report-facts';
import { planShown } from './limits';
import { FindingLink } from './links';
import { Prose } from './prose';

/** The roadmap as a list to work through, with a column for who does it by when. */
export function RemediationPlan({ facts }: { readonly facts: ReportFacts }) {
  const lines = remediationPlan(facts.document);
  if (lines.length === 0) return <p>Nothing is left to do among the checks that were judged.</p>;
  const shown = lines.slice(0, planShown);
  return (
    <>
      <p>
        In the order of the roadmap. Each line begins with what to do first; the finding has all steps and the risk. The
        last column is for the customer to fill in.
      </p>
      <table className="plan">
        <thead>
          <tr>
            <th scope="col">No. and step</th>
            <th scope="col">What to do first</th>
            <th scope="col">Check afterwards, undo</th>
            <th scope="col">Right needed</th>
            <th scope="col">Owner, by when</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <Row key={line.item.checkId} line={line} facts={facts} />
          ))}
        </tbody>
      </table>
      {lines.length > shown.length ? (
        <p className="more">… and {amount(lines.length - shown.length)} more, in the workbook and the JSON export.</p>
      ) : null}
    </>
  );
}

function Row({ line, facts }: { readonly line: PlanLine; readonly facts: ReportFacts }) {
  const { number, item, title, first, command, verify, revert, right } = line;
  return (
    <tr>
      <th scope="row">
        {number}. {horizonTitles[item.horizon]}
        <p className="quiet">{stepTitles[item.step]}</p>
      </th>
      <td>
        <strong>
          <Prose text={title} />
        </strong>{' '}
        <FindingLink checkId={item.checkId} facts={facts} />
        <p>
          <Prose text={first} />
        </p>
        {command === undefined ? null : <pre>{command}</pre>}
      </td>
      <td>
        {verify === undefined ? null : (
          <p>
            <Prose text={verify} />
          </p>
        )}
        {revert === undefined ? null : (
          <p className="quiet">
            Undo: <Prose text={revert} />
          </p>
        )}
      </td>
      <td>{right === undefined ? '–' : <Prose text={right} />}</td>
      <td>
        <p className="quiet">{decidedSentence(item)}</p>
      </td>
    </tr>
  );
}
