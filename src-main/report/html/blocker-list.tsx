import type { ReportFacts } from '../report-facts';
import { findingAnchor } from './anchors';
import { AttestedMark } from './attested-mark';
import { FindingNotes } from './finding-notes';
import { Prose } from './prose';
import { shorten } from './shorten';

/** For management: each blocker as a paragraph, with why it matters. */
export function BlockerList({ facts }: { readonly facts: ReportFacts }) {
  const blockers = facts.document.readiness.overall.blockers.flatMap((id) => facts.findings.get(id) ?? []);
  if (blockers.length === 0) return <p>No blocker was found among the checks that have an answer.</p>;
  return (
    <ol className="blockers">
      {blockers.map(({ checkId, summary, attested }) => (
        <li key={checkId} id={findingAnchor(checkId)}>
          <strong>
            <Prose text={shorten(summary, 400)} />
          </strong>
          <AttestedMark attested={attested} /> <Prose text={facts.checks.get(checkId)?.why ?? ''} />{' '}
          <span className="id">{checkId}</span>
          <FindingNotes checkId={checkId} facts={facts} />
        </li>
      ))}
    </ol>
  );
}
