import type { AffectedObject, Finding } from '../../../src-shared/model/finding';
import { type Outcome, outcomeRank, outcomes, outcomeTitles } from '../../../src-shared/model/outcome';
import { amount } from '../../../src-shared/text/quantity';
import { ColumnHeads } from './column-heads';
import { LeftOut } from './left-out';
import { objectsShown, remarkShown } from './limits';
import { separated } from './links';
import { type SameNote, sameNotes } from './same-notes';
import { Status } from './status';
import { Value } from './value';

/** `objectsLeftOut`: how many more did not pass, where only those that are printed were read (`printed-objects.ts`). */
type PrintedFinding = Finding & { readonly objectsLeftOut?: number };

/** Objects that did not pass, the worst first; those of which the observations above say the same are counted only. */
export function ObjectTable({ finding }: { readonly finding: PrintedFinding }) {
  const affected = finding.objects
    .filter(({ outcome }) => isRemarkable(outcome))
    .sort((a, b) => outcomeRank(a.outcome) - outcomeRank(b.outcome));
  const unseen = affected.filter((object) => !isObserved(object, finding));
  const shown = unseen.slice(0, objectsShown);
  const { objectsLeftOut = 0 } = finding;
  const counted = countsInWords(finding);
  if (shown.length === 0) return counted === '' ? null : <p className="more">Objects judged: {counted}.</p>;
  return (
    <>
      <table className="objects">
        <ColumnHeads names={['Affected object', 'Outcome', 'What was seen']} />
        <tbody>
          {sameNotes(shown).map((group) => (
            <Row key={group.names.join()} group={group} />
          ))}
        </tbody>
      </table>
      <LeftOut count={unseen.length - shown.length + objectsLeftOut} where="the JSON export" />
      {counted === '' ? null : <p className="more">Of all objects judged: {counted}.</p>}
    </>
  );
}

const isRemarkable = (outcome: Outcome): boolean => outcome !== 'pass' && outcome !== 'not-applicable';

const isObserved = ({ name, note, outcome }: AffectedObject, { observations, ...finding }: Finding): boolean =>
  outcome === finding.outcome &&
  observations.some(({ label, observed, matches }) => matches === false && label === name && sameText(observed, note));

const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const Row = ({ group: { kind, outcome, note, names } }: { readonly group: SameNote }) => (
  <tr>
    <th scope="row">
      {separated(names.map((name) => <Value key={name} text={name} />))}{' '}
      <span className="quiet">{kind.replaceAll('-', ' ')}</span>
    </th>
    <td>
      <Status outcome={outcome} />
    </td>
    <td>
      <Value text={note} limit={remarkShown} />
    </td>
  </tr>
);

/** `fail 4, pass 26` */
const countsInWords = ({ counts }: Finding): string =>
  outcomes
    .flatMap((outcome) => {
      const count = counts[outcome] ?? 0;
      return count === 0 ? [] : [`${outcomeTitles[outcome].toLowerCase()} ${amount(count)}`];
    })
    .join(', ');
