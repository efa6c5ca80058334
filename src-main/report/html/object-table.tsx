import type { AffectedObject, Finding } from '../../../src-shared/model/finding';
import { outcomeRank, outcomes, outcomeTitles } from '../../../src-shared/model/outcome';
import { amount } from '../../../src-shared/text/quantity';
import { objectsShown, remarkShown } from './limits';
import { Status } from './status';
import { Value } from './value';

/** Objects that did not pass, the worst first. */
export function ObjectTable({ finding }: { readonly finding: Finding }) {
  const affected = finding.objects
    .filter(({ outcome }) => outcome !== 'pass' && outcome !== 'not-applicable')
    .sort((a, b) => outcomeRank(a.outcome) - outcomeRank(b.outcome));
  const shown = affected.slice(0, objectsShown);
  const counted = countsInWords(finding);
  if (shown.length === 0) return counted === '' ? null : <p className="more">Objects judged: {counted}.</p>;
  return (
    <>
      <table className="objects">
        <thead>
          <tr>
            <th scope="col">Affected object</th>
            <th scope="col">Outcome</th>
            <th scope="col">What was seen</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((object) => (
            <Row key={object.id} object={object} />
          ))}
        </tbody>
      </table>
      {affected.length > shown.length ? (
        <p className="more">… and {amount(affected.length - shown.length)} more, in the JSON export.</p>
      ) : null}
      {counted === '' ? null : <p className="more">Of all objects judged: {counted}.</p>}
    </>
  );
}

const Row = ({ object }: { readonly object: AffectedObject }) => (
  <tr>
    <th scope="row">
      <Value text={object.name} /> <span className="quiet">{object.kind.replaceAll('-', ' ')}</span>
    </th>
    <td>
      <Status outcome={object.outcome} />
    </td>
    <td>
      <Value text={object.note} limit={remarkShown} />
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
