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
import { findingAnchor, taskAnchor } from './anchors';
import { FindingNotes } from './finding-notes';
import { EvidenceLinks, separated } from './links';
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
  const Heading = facts.profile === 'finding' ? 'h3' : 'h4'; // alone it stands below its section, else below its group
  const verdict = splitLead(finding.summary) ?? { lead: finding.title, rest: finding.summary };
  return (
    <article className={`finding ${finding.outcome}`} id={findingAnchor(finding.checkId)}>
      <div className="finding-head">
        <p className="finding-status">
          <Status outcome={finding.outcome} /> <SeverityTag severity={finding.severity} />{' '}
          <span className="id">{finding.checkId}</span>
        </p>
        <Heading>
          <Prose text={verdict.lead} />
        </Heading>
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
      <HowToFixIt finding={finding} facts={facts} />
      <HowWeKnow finding={finding} facts={facts} sources={check?.sources ?? []} />
    </article>
  );
}

/** Where the report has a plan, what is to be fixed is told there and pointed to here. For what is not known: what to do should it turn out to fail. */
function HowToFixIt({ finding: { checkId, outcome }, facts }: FindingDetailProps) {
  const remediation = facts.checks.get(checkId)?.remediation;
  const task = facts.tasks.get(checkId);
  if (remediation === undefined) return null;
  if (facts.profile === 'technical' && task?.kind === 'fix')
    return (
      <Labelled label="How to fix it">
        <a href={`#${taskAnchor(task.number)}`}>Task {task.number} of the remediation plan</a>
      </Labelled>
    );
  return (
    <div className="remediation">
      <p className="label">{outcome === 'unknown' ? 'If it turns out to be wrong' : 'How to fix it'}</p>
      <RemediationSteps remediation={remediation} />
    </div>
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
      <p className="labelled sources">
        <span className="label">Sources of the rule</span>{' '}
        {separated(
          sources.map((source) => (
            <a key={source} href={source} rel="noreferrer">
              {source.replace(/^https:\/\//u, '')}
            </a>
          )),
          ' · ',
        )}
      </p>
    )}
  </>
);
