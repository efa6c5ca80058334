import { quantity } from '../../../src-shared/text/quantity';
import { type FindingGroup, findingGroups } from '../finding-groups';
import type { ReportFacts } from '../report-facts';
import type { ContentsEntry } from './contents';
import { FindingDetail } from './finding-detail';
import { SettledNotes } from './finding-notes';
import { SettledTable } from './settled-table';

/** What asks for nothing: one row each. The others stand with everything known. */
const isSettled = ({ as }: FindingGroup): boolean => as === 'passed' || as === 'not-applicable';

const anchorOf = ({ as }: FindingGroup): string => `findings-${as}`;
const headingOf = ({ title, findings }: FindingGroup): string => `${title}: ${quantity(findings.length, 'check')}`;

export const findingParts = ({ document }: ReportFacts): readonly ContentsEntry[] =>
  findingGroups(document).map((group) => ({ id: anchorOf(group), title: headingOf(group) }));

export const Findings = ({ facts }: { readonly facts: ReportFacts }) => (
  <>
    {findingGroups(facts.document).map((group) => (
      <section key={group.as} className="finding-group" aria-label={group.title}>
        <h3 id={anchorOf(group)}>{headingOf(group)}</h3>
        <p className="quiet meaning">{group.meaning}</p>
        {isSettled(group) ? (
          <>
            <SettledTable findings={group.findings} facts={facts} />
            <SettledNotes checkIds={group.findings.map(({ checkId }) => checkId)} facts={facts} />
          </>
        ) : (
          group.findings.map((finding) => <FindingDetail key={finding.checkId} finding={finding} facts={facts} />)
        )}
      </section>
    ))}
  </>
);
