import { Fragment, type ReactNode } from 'react';
import { amount } from '../../../src-shared/text/quantity';
import type { ReportFacts } from '../report-facts';
import { evidenceAnchor, findingAnchor } from './anchors';
import { evidenceShown } from './limits';

interface FindingLinkProps {
  readonly checkId: string;
  readonly facts: ReportFacts;
}

/** The id of a finding, leading to it where this profile has it. */
export const FindingLink = ({ checkId, facts }: FindingLinkProps) =>
  facts.placed.has(checkId) ? (
    <a className="id" href={`#${findingAnchor(checkId)}`}>
      {checkId}
    </a>
  ) : (
    <span className="id">{checkId}</span>
  );

interface EvidenceLinksProps {
  readonly ids: readonly string[];
  readonly facts: ReportFacts;
  /** More are counted. */
  readonly most?: number;
}

/** `E3, E6–E9 and 12 more`, each leading to its row of the appendix; a row of numbers counts as one. */
export function EvidenceLinks({ ids, facts, most = 12 }: EvidenceLinksProps) {
  const numbers = ids.flatMap((id) => facts.evidenceNumbers.get(id) ?? []).sort((a, b) => a - b);
  const rows = rowsOf(numbers);
  const rest = rows.slice(most).reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return (
    <>
      {separated(rows.slice(0, most).map((row) => <EvidenceRow key={row.from} {...row} />))}
      {rest > 0 ? ` and ${amount(rest)} more` : null}
    </>
  );
}

interface NumberRow {
  readonly from: number;
  readonly to: number;
}

/** Numbers that follow each other; two of them are no row worth a dash. */
function rowsOf(numbers: readonly number[]): readonly NumberRow[] {
  const rows: NumberRow[] = [];
  for (const number of numbers) {
    const last = rows.at(-1);
    if (last !== undefined && number === last.to + 1) rows.splice(-1, 1, { from: last.from, to: number });
    else rows.push({ from: number, to: number });
  }
  return rows.flatMap((row) => {
    const { from, to } = row;
    return to === from + 1
      ? [
          { from, to: from },
          { from: to, to },
        ]
      : [row];
  });
}

const EvidenceRow = ({ from, to }: NumberRow) => (
  <>
    <EvidenceLink number={from} />
    {to === from ? null : (
      <>
        –<EvidenceLink number={to} />
      </>
    )}
  </>
);

/** Records beyond the end of the appendix have a number all the same. */
const EvidenceLink = ({ number }: { readonly number: number }) =>
  number <= evidenceShown ? <a href={`#${evidenceAnchor(number)}`}>E{number}</a> : <span>E{number}</span>;

export const separated = (items: readonly ReactNode[], by = ', '): ReactNode =>
  items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: static markup, rendered once
    <Fragment key={index}>
      {index === 0 ? null : by}
      {item}
    </Fragment>
  ));
