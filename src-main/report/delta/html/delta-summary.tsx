import { changeTitles } from '../../../../src-shared/model/comparison';
import type { DeltaDocument, ReadinessSide } from '../../../../src-shared/report/delta-document';
import { amount, partOf } from '../../../../src-shared/text/quantity';
import { ColumnHeads } from '../../html/column-heads';
import { dateAndTime } from '../../html/dates';
import { StatusIcon, VerdictStatus, verdictOutcome } from '../../html/status';
import { catalogueSentence, deltaSentence, keptSentence } from '../delta-words';

/** What management reads: then and now, what changed in numbers, and what these numbers rest on. */
export function DeltaSummary({ delta }: { readonly delta: DeltaDocument }) {
  const { readiness, comparison } = delta;
  return (
    <div className="one-page">
      <div className="then-now">
        <Side label="Then" judgedAt={comparison.before.judgedAt} side={readiness.overall.before} />
        <span className="arrow" aria-hidden="true">
          →
        </span>
        <Side label="Now" judgedAt={comparison.after.judgedAt} side={readiness.overall.after} />
      </div>
      <p>{deltaSentence(delta)}</p>
      <Totals delta={delta} />
      <p>{catalogueSentence(delta)}</p>
      <p>{keptSentence(delta)}</p>
    </div>
  );
}

interface SideProps {
  readonly label: string;
  readonly judgedAt: string;
  readonly side: ReadinessSide;
}

const Side = ({ label, judgedAt, side }: SideProps) => (
  <div className={`verdict ${verdictOutcome[side.verdict]}`}>
    <StatusIcon outcome={verdictOutcome[side.verdict]} />
    <div>
      <p className="quiet">
        {label}: {dateAndTime(judgedAt)}
      </p>
      <p>
        <VerdictStatus verdict={side.verdict} />
      </p>
      <p className="quiet">
        {amount(side.blockers.length)} {side.blockers.length === 1 ? 'blocker' : 'blockers'};{' '}
        {partOf(side.conclusive, side.applicable)} checks that apply have an answer
      </p>
    </div>
  </div>
);

const Totals = ({ delta: { totals } }: { readonly delta: DeltaDocument }) => (
  <table className="totals">
    <ColumnHeads
      names={['What became of it', 'Checks', 'of these, rule changed', 'of these, on kept evidence', 'Objects']}
    />
    <tbody>
      {totals.map(({ change, checks, ruleChanged, kept, objects }) => (
        <tr key={change} className={checks === 0 && objects === 0 ? 'nothing' : undefined}>
          <th scope="row">{changeTitles[change]}</th>
          {[checks, ruleChanged, kept].map((count, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: static markup, rendered once
            <td key={index}>{amount(count)}</td>
          ))}
          <td>{change === 'unchanged' ? 'not counted' : amount(objects)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
