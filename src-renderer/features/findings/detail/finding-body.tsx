import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { areaTitles, stepTitles } from '../../../../src-shared/model/area';
import type { CheckDescription } from '../../../../src-shared/model/catalogue';
import { type EvidenceHeader, evidenceKindTitles } from '../../../../src-shared/model/evidence';
import type { Finding } from '../../../../src-shared/model/finding';
import { unknownReasonTitles } from '../../../../src-shared/model/outcome';
import { go } from '../../../shell/navigation-store';
import { enumerate } from '../../../text/quantity';
import { AttestedLabel } from '../../../ui/attested-label';
import { OutcomeLabel } from '../../../ui/outcome-label';
import { SeverityTag } from '../../../ui/severity-tag';
import { Untrusted } from '../../../ui/untrusted';
import { NotesPanel } from '../../notes/notes-panel';
import { ReviewPanel } from '../../reviews/review-panel';
import { EvidenceDialog } from './evidence-dialog';
import { EvidenceList } from './evidence-list';
import { FixIt } from './fix-it';
import { ObjectList } from './object-list';
import { ObservationTable } from './observation-table';
import { OpenQuestions } from './open-questions';
import { Section } from './section';
import { SourceLinks } from './source-links';

const useStyles = makeStyles({
  tags: { display: 'flex', gap: '10px', alignItems: 'center', flexWrap: 'wrap' },
  sentence: {
    margin: '10px 0 4px',
    display: 'block',
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '3px' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface FindingBodyProps {
  readonly finding: Omit<Finding, 'objects'>;
  readonly check: CheckDescription;
  readonly evidence: readonly EvidenceHeader[];
  readonly version: number;
}

/** Evidence shown raw, with the text to highlight. */
export interface ShownEvidence {
  readonly id: string;
  readonly locate?: string | undefined;
}

/** From the verdict to its source, in the order in which a customer asks. */
export function FindingBody({ finding, check, evidence, version }: FindingBodyProps) {
  const styles = useStyles();
  const [shown, setShown] = useState<ShownEvidence>();
  const { outcome, severity, unknownReason, summary, observations, counts, missing, attested = [] } = finding;
  const objectTotal = Object.values(counts).reduce((sum, count) => sum + (count ?? 0), 0);
  return (
    <>
      <div className={styles.tags}>
        <OutcomeLabel outcome={outcome} form="pill" />
        <SeverityTag severity={severity} />
        {unknownReason === undefined ? null : <span>{unknownReasonTitles[unknownReason]}</span>}
        <span className={styles.quiet}>
          {areaTitles[finding.area]} · {stepTitles[finding.step]}
        </span>
      </div>
      <Text as="h2" id="finding-title" tabIndex={-1} size={500} weight="semibold" className={styles.sentence}>
        <Untrusted>{summary}</Untrusted>
      </Text>
      <span className={styles.quiet}>{finding.title}</span>
      {attested.length === 0 ? null : (
        <div>
          <AttestedLabel attested={attested} />
        </div>
      )}
      {check.why === '' ? null : (
        <Section title="Why it matters">
          <Text>{check.why}</Text>
        </Section>
      )}
      {missing.length === 0 ? null : (
        <Section title="What is missing">
          <Text>
            {enumerate(missing.map((kind) => evidenceKindTitles[kind]))} – collect or import it on Sources, then run
            again.
          </Text>
        </Section>
      )}
      <OpenQuestions asks={check.asks ?? []} attested={attested} outcome={outcome} />
      {observations.length === 0 ? null : (
        <Section title="Observed and expected">
          <ObservationTable observations={observations} />
        </Section>
      )}
      {objectTotal === 0 ? null : (
        <Section title="Affected objects">
          <ObjectList checkId={finding.checkId} counts={counts} version={version} onShowEvidence={setShown} />
        </Section>
      )}
      <Section title="How we know">
        <EvidenceList evidence={evidence} total={finding.evidenceIds.length} onShow={(id) => setShown({ id })} />
      </Section>
      {check.remediation === undefined || outcome === 'pass' || outcome === 'not-applicable' ? null : (
        <Section title="Fix it">
          <FixIt remediation={check.remediation} />
        </Section>
      )}
      <Section title="Decision">
        <ReviewPanel checkId={finding.checkId} outcome={outcome} />
      </Section>
      <Section title="Notes and pictures">
        <NotesPanel checkId={finding.checkId} />
      </Section>
      <Section title="Source">
        <SourceLinks sources={check.sources} seed={check.seed} revision={finding.revision} />
        <div>
          <Button size="small" onClick={() => go({ screen: 'help', topicId: check.id })}>
            Help on this check
          </Button>
        </div>
      </Section>
      {shown === undefined ? null : <EvidenceDialog shown={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}
