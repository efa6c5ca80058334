import { areaTitles, stepTitles } from '../../../src-shared/model/area';
import type { ReadinessGroup } from '../../../src-shared/model/readiness';
import { partOf } from '../../../src-shared/text/quantity';
import type { ReportFacts } from '../report-facts';
import { ColumnHeads } from './column-heads';
import { FindingLink } from './links';
import { openInGroup } from './path-picture';
import { Prose } from './prose';
import { VerdictStatus } from './status';

export function ReadinessTables({ facts }: { readonly facts: ReportFacts }) {
  const { areas, steps } = facts.document.readiness;
  return (
    <>
      <p>
        <em>Blocked</em>: a check of severity blocker failed. <em>Not known</em>: no blocker was found, but a
        blocker-class check has no answer or is not judged by this version.
      </p>
      <h3>By area</h3>
      <GroupTable
        facts={facts}
        heading="Area"
        groups={areas.map((group) => ({ title: areaTitles[group.area], group }))}
      />
      <h3>By step</h3>
      <GroupTable
        facts={facts}
        heading="Step"
        groups={steps.map((group) => ({ title: stepTitles[group.step], group }))}
      />
    </>
  );
}

interface GroupTableProps {
  readonly facts: ReportFacts;
  readonly heading: string;
  readonly groups: readonly { readonly title: string; readonly group: ReadinessGroup }[];
}

const GroupTable = ({ facts, heading, groups }: GroupTableProps) => (
  <table className="readiness">
    <ColumnHeads
      names={[heading, 'Verdict', 'Blockers and other open points', 'Conclusive of applicable', 'Judged of catalogue']}
    />
    <tbody>
      {groups.map(({ title, group }) => (
        <tr key={title}>
          <th scope="row">{title}</th>
          <td>
            <VerdictStatus verdict={group.verdict} />
          </td>
          <td>
            <BlockerNames ids={group.blockers} facts={facts} />
            <p className="quiet">
              {openInGroup({ ...group, blockers: [] }) || (group.blockers.length === 0 ? 'nothing open' : '')}
            </p>
          </td>
          <td>{partOf(group.conclusive, group.applicable)}</td>
          <td>{partOf(group.implemented, group.total)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const BlockerNames = ({ ids, facts }: { readonly ids: readonly string[]; readonly facts: ReportFacts }) =>
  ids.map((id) => (
    <p key={id}>
      <Prose text={facts.findings.get(id)?.title ?? id} /> <FindingLink checkId={id} facts={facts} />
    </p>
  ));
