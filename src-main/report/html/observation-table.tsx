import type { Observation } from '../../../src-shared/model/finding';
import { ColumnHeads } from './column-heads';
import { LeftOut } from './left-out';
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
        <ColumnHeads names={['What', 'Observed', ...(isCompared ? ['Expected', 'As expected'] : [])]} />
        <tbody>
          {shown.map((observation, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: static markup, rendered once; labels may repeat
            <Row key={index} observation={observation} isCompared={isCompared} />
          ))}
        </tbody>
      </table>
      <LeftOut count={observations.length - shown.length} where="the JSON export" />
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
