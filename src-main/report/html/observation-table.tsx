import type { Observation } from '../../../src-shared/model/finding';
import { amount } from '../../../src-shared/text/quantity';
import { observationsShown } from './limits';
import { Status } from './status';
import { Value } from './value';

/** Observed against expected; differences are marked and are never the ones left out. */
export function ObservationTable({ observations }: { readonly observations: readonly Observation[] }) {
  if (observations.length === 0) return null;
  const isCompared = observations.some(({ expected, matches }) => expected !== undefined || matches !== undefined);
  const shown = worthShowing(observations);
  return (
    <>
      <table className={isCompared ? 'observations compared' : 'observations'}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Observed</th>
            {isCompared ? <th scope="col">Expected</th> : null}
            {isCompared ? <th scope="col">As expected</th> : null}
          </tr>
        </thead>
        <tbody>
          {shown.map((observation, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: static markup, rendered once; labels may repeat
            <Row key={index} observation={observation} isCompared={isCompared} />
          ))}
        </tbody>
      </table>
      {observations.length > shown.length ? (
        <p className="more">… and {amount(observations.length - shown.length)} more, in the JSON export.</p>
      ) : null}
    </>
  );
}

function worthShowing(observations: readonly Observation[]): readonly Observation[] {
  if (observations.length <= observationsShown) return observations;
  const differs = ({ matches }: Observation): boolean => matches === false;
  return [...observations.filter(differs), ...observations.filter((item) => !differs(item))].slice(
    0,
    observationsShown,
  );
}

interface RowProps {
  readonly observation: Observation;
  readonly isCompared: boolean;
}

const Row = ({ observation: { label, observed, expected, matches }, isCompared }: RowProps) => (
  <tr className={matches === false ? 'differs' : undefined}>
    <th scope="row">
      <Value text={label} />
    </th>
    <td>
      <Value text={observed} />
    </td>
    {isCompared ? <td>{expected === undefined ? '–' : <Value text={expected} />}</td> : null}
    {isCompared ? (
      <td>
        {matches === undefined ? (
          '–'
        ) : (
          <Status outcome={matches ? 'pass' : 'fail'} word={matches ? 'Yes' : 'Differs'} />
        )}
      </td>
    ) : null}
  </tr>
);
