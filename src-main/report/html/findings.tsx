import type { Finding } from '../../../src-shared/model/finding';
import { quantity } from '../../../src-shared/text/quantity';
import type { ReportFacts } from '../report-facts';
import { FindingDetail } from './finding-detail';
import { SettledNotes } from './finding-notes';
import { SettledTable } from './settled-table';

interface Group {
  readonly title: string;
  readonly holds: (finding: Finding) => boolean;
  /** `whole`: each with everything known; `line`: one row each. */
  readonly as: 'whole' | 'line';
}

const isBlocker = ({ outcome, severity }: Finding): boolean => outcome === 'fail' && severity === 'blocker';

/** In this order; every finding is in exactly one. */
const groups: readonly Group[] = [
  { title: 'Blockers', holds: isBlocker, as: 'whole' },
  { title: 'Other failed checks', holds: (finding) => finding.outcome === 'fail' && !isBlocker(finding), as: 'whole' },
  { title: 'Warnings', holds: ({ outcome }) => outcome === 'warning', as: 'whole' },
  { title: 'Not known', holds: ({ outcome }) => outcome === 'unknown', as: 'whole' },
  { title: 'Passed', holds: ({ outcome }) => outcome === 'pass', as: 'line' },
  { title: 'For information', holds: ({ outcome }) => outcome === 'info', as: 'line' },
  { title: 'Not applicable in this scope', holds: ({ outcome }) => outcome === 'not-applicable', as: 'line' },
];

export const Findings = ({ facts }: { readonly facts: ReportFacts }) => (
  <>
    {groups.map(({ title, holds, as }) => {
      const findings = facts.document.findings.filter(holds);
      if (findings.length === 0) return null;
      return (
        <section key={title} className="finding-group" aria-label={title}>
          <h3>
            {title}: {quantity(findings.length, 'check')}
          </h3>
          {as === 'line' ? <SettledTable findings={findings} facts={facts} /> : null}
          {as === 'line' ? <SettledNotes checkIds={findings.map(({ checkId }) => checkId)} facts={facts} /> : null}
          {as === 'whole'
            ? findings.map((finding) => <FindingDetail key={finding.checkId} finding={finding} facts={facts} />)
            : null}
        </section>
      );
    })}
  </>
);
