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

/** `E3, E4 and 12 more`, each leading to its row of the appendix. */
export function EvidenceLinks({ ids, facts, most = 12 }: EvidenceLinksProps) {
  const numbers = ids.flatMap((id) => facts.evidenceNumbers.get(id) ?? []).sort((a, b) => a - b);
  const rest = numbers.length - most;
  return (
    <>
      {separated(numbers.slice(0, most).map((number) => <EvidenceLink key={number} number={number} />))}
      {rest > 0 ? ` and ${amount(rest)} more` : null}
    </>
  );
}

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
