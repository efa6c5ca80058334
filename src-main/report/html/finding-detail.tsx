import type { ReactNode } from 'react';
import { attestedBy } from '../../../src-shared/interview/attested-by';
import { findQuestion } from '../../../src-shared/interview/questions';
import { areaTitles, stepTitles } from '../../../src-shared/model/area';
import { evidenceKindTitles } from '../../../src-shared/model/evidence';
import type { Finding } from '../../../src-shared/model/finding';
import { unknownReasonTitles } from '../../../src-shared/model/outcome';
import { unknownGroups } from '../../../src-shared/model/unknown-groups';
import { enumerate } from '../../../src-shared/text/quantity';
import { findingRow } from '../finding-row';
import type { ReportFacts } from '../report-facts';
import { findingAnchor } from './anchors';
import { FindingNotes } from './finding-notes';
import { EvidenceLinks } from './links';
import { ObjectTable } from './object-table';
import { ObservationTable } from './observation-table';
import { Prose } from './prose';
import { RemediationSteps } from './remediation-steps';
import { splitLead } from './shorten';
import { SeverityTag, Status } from './status';

interface FindingDetailProps {
  readonly finding: Finding;
  readonly facts: ReportFacts;
}

/** A finding with everything known about it; its verdict leads. */
export function FindingDetail({ finding, facts }: FindingDetailProps) {
  const check = facts.checks.get(finding.checkId);
  const verdict = splitLead(finding.summary) ?? { lead: finding.title, rest: finding.summary };
  return (
    <article className={`finding ${finding.outcome}`} id={findingAnchor(finding.checkId)}>
      <div className="finding-head">
        <p className="finding-status">
          <Status outcome={finding.outcome} /> <SeverityTag severity={finding.severity} />{' '}
          <span className="id">{finding.checkId}</span>
        </p>
        <h4>
          <Prose text={verdict.lead} />
        </h4>
        <p className="quiet">
          <Prose text={finding.title} /> · {areaTitles[finding.area]} · {stepTitles[finding.step]}
        </p>
      </div>
      {verdict.rest === '' ? null : (
        <p>
          <Prose text={verdict.rest} />
        </p>
      )}
      {finding.outcome === 'unknown' ? <WhyNotKnown finding={finding} facts={facts} /> : null}
      {check === undefined || check.why === '' ? null : (
        <Labelled label="Why it matters">
          <Prose text={check.why} />
        </Labelled>
      )}
      <ObservationTable observations={finding.observations} />
      <ObjectTable finding={finding} />
      <FindingNotes checkId={finding.checkId} facts={facts} />
      {check?.remediation === undefined ? null : (
        <RemediationSteps remediation={check.remediation} outcome={finding.outcome} />
      )}
      <HowWeKnow finding={finding} facts={facts} sources={check?.sources ?? []} />
    </article>
  );
}

/** A paragraph that begins with its name. */
const Labelled = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <p className="labelled">
    <span className="label">{label}</span> {children}
  </p>
);

function WhyNotKnown({ finding, facts }: FindingDetailProps) {
  const [group] = unknownGroups([findingRow(finding)], facts.checks);
  const missing = finding.missing.map((kind) => evidenceKindTitles[kind]);
  return (
    <>
      <Labelled label="Why it is not known">
        {unknownReasonTitles[finding.unknownReason ?? 'not-collected']}
        {missing.length === 0 ? '.' : `: ${enumerate(missing)}.`}
      </Labelled>
      {group === undefined ? null : <Labelled label="How to find out">{group.howToFindOut}</Labelled>}
    </>
  );
}

const HowWeKnow = ({ finding, facts, sources }: FindingDetailProps & { readonly sources: readonly string[] }) => (
  <>
    {finding.evidenceIds.length === 0 ? null : (
      <Labelled label="How we know">
        Evidence <EvidenceLinks ids={finding.evidenceIds} facts={facts} />
      </Labelled>
    )}
    {finding.attested === undefined ? null : (
      <Labelled label="Attested, not read">
        {finding.attested
          .map((said) => `“${findQuestion(said.question)?.text ?? said.question}” – ${attestedBy(said)}`)
          .join('; ')}
        .
      </Labelled>
    )}
    {sources.length === 0 ? null : (
      <div className="labelled sources">
        <span className="label">Sources of the rule</span>
        <ul>
          {sources.map((source) => (
            <li key={source}>
              <a href={source} rel="noreferrer">
                {source}
              </a>
            </li>
          ))}
        </ul>
      </div>
    )}
  </>
);
