import type { Outcome } from '../../../src-shared/model/outcome';
import type { RunTarget } from '../../../src-shared/model/run';
import { amount, partOf, quantity } from '../../../src-shared/text/quantity';
import { ColumnHeads } from './column-heads';
import { dateAndTime } from './dates';
import { remarkShown, targetsShown } from './limits';
import { Remarks } from './remarks';
import { shorten } from './shorten';
import { Status } from './status';

interface Result {
  readonly outcome: Outcome;
  readonly word: string;
}

/** Signs of the outcomes, words of their own. */
const results: Readonly<Record<RunTarget['state'], Result>> = {
  done: { outcome: 'pass', word: 'Read' },
  partial: { outcome: 'warning', word: 'Read in part' },
  failed: { outcome: 'fail', word: 'Not read' },
  cancelled: { outcome: 'unknown', word: 'Cancelled' },
  running: { outcome: 'unknown', word: 'Not finished' },
  waiting: { outcome: 'unknown', word: 'Not started' },
};

/** Came to its end and gave nothing: nobody should take it for read. */
const empty: Result = { outcome: 'unknown', word: 'Nothing usable' };

const isRead = ({ state, facts }: RunTarget): boolean => state === 'done' && facts > 0;

/** Every system and file of the run: what was not read comes first. */
export function ContactTable({ targets }: { readonly targets: readonly RunTarget[] }) {
  if (targets.length === 0)
    return <p>The run that was judged read nothing anew; the appendix lists the evidence it rests on.</p>;
  const ordered = [...targets].sort((a, b) => Number(isRead(a)) - Number(isRead(b)));
  const shown = ordered.slice(0, targetsShown);
  return (
    <>
      <p>
        {partOf(targets.filter(isRead).length, targets.length)} entries below were read to the end. What was not stands
        first.
      </p>
      <table className="contacts">
        <ColumnHeads names={['System or file', 'When', 'Result']} />
        <tbody>
          {shown.map((target) => (
            <TargetRow key={target.id} target={target} />
          ))}
        </tbody>
      </table>
      {targets.length > shown.length ? (
        <p>… and {amount(targets.length - shown.length)} more, in the JSON export.</p>
      ) : null}
    </>
  );
}

function TargetRow({ target }: { readonly target: RunTarget }) {
  const { title, by, state, startedAt, facts, failure, notes } = target;
  return (
    <tr>
      <th scope="row">
        {shorten(title, remarkShown)} <span className="quiet">{by}</span>
      </th>
      <td>{startedAt === undefined ? '–' : dateAndTime(startedAt)}</td>
      <td>
        <Status {...(state === 'done' && !isRead(target) ? empty : results[state])} />
        {facts > 0 ? <span className="quiet"> {quantity(facts, 'fact')}</span> : null}
        {failure === undefined ? null : (
          <p>
            {shorten(failure.message, remarkShown)} {shorten(failure.next, remarkShown)}
          </p>
        )}
        <Remarks notes={notes} most={isRead(target) ? 1 : 10} />
      </td>
    </tr>
  );
}
