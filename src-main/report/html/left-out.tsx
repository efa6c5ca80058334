import { amount } from '../../../src-shared/text/quantity';

interface LeftOutProps {
  /** How many the list above leaves out; nothing is said of none. */
  readonly count: number;
  readonly where: 'the JSON export' | 'the workbook and the JSON export';
}

/** Says below a shortened list how much more there is, and which export holds all of it. */
export const LeftOut = ({ count, where }: LeftOutProps) =>
  count <= 0 ? null : (
    <p className="more">
      … and {amount(count)} more, in {where}.
    </p>
  );
