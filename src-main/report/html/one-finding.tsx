import type { ReportFacts } from '../report-facts';
import { FindingDetail } from './finding-detail';

/** The finding of a report about one, in full whatever its outcome. */
export const OneFinding = ({ facts }: { readonly facts: ReportFacts }) => (
  <>
    {facts.document.findings.map((finding) => (
      <FindingDetail key={finding.checkId} finding={finding} facts={facts} />
    ))}
  </>
);
