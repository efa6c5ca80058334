import type { Finding } from '../../../src-shared/model/finding';
import { quantity } from '../../../src-shared/text/quantity';
import type { ReportFacts } from '../report-facts';
import type { ContentsEntry } from './contents';
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

const inGroups = ({ document }: ReportFacts) =>
  groups.flatMap((group) => {
    const findings = document.findings.filter(group.holds);
    return findings.length === 0
      ? []
      : [{ ...group, findings, anchor: `findings-${group.title.toLowerCase().replaceAll(' ', '-')}` }];
  });

export const findingParts = (facts: ReportFacts): readonly ContentsEntry[] =>
  inGroups(facts).map(({ anchor, title, findings }) => ({
    id: anchor,
    title: `${title}: ${quantity(findings.length, 'check')}`,
  }));

export const Findings = ({ facts }: { readonly facts: ReportFacts }) => (
  <>
    {inGroups(facts).map(({ anchor, title, findings, as }) => {
      return (
        <section key={title} className="finding-group" aria-label={title}>
          <h3 id={anchor}>
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
