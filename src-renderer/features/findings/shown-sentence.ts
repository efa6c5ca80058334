import type { ListedFinding } from '../../../src-shared/ipc/findings';
import { partOf, quantity } from '../../text/quantity';

interface Shown {
  readonly rows: readonly ListedFinding[];
  /** Before the filter: all findings, and those of them that are conclusions. */
  readonly total: number;
  readonly conclusions: number;
}

/** `14 of 236 findings shown, and 1 conclusion`: a conclusion is no further finding, so it is told apart. */
export function shownSentence({ rows, total, conclusions }: Shown): string {
  const concluded = rows.filter(({ countedAs }) => countedAs === 'conclusion').length;
  const besides = concluded === 0 ? '' : `, and ${quantity(concluded, 'conclusion')}`;
  return rows.length === total
    ? `${quantity(total - conclusions, 'finding')}${besides}`
    : `${partOf(rows.length - concluded, total - conclusions)} findings shown${besides}`;
}
