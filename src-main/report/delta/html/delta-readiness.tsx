import { areaTitles, stepTitles } from '../../../../src-shared/model/area';
import type { DeltaDocument, ReadinessSide } from '../../../../src-shared/report/delta-document';
import { partOf } from '../../../../src-shared/text/quantity';
import { ColumnHeads } from '../../html/column-heads';
import { VerdictStatus } from '../../html/status';
import { blockerChange } from '../delta-words';

export const DeltaReadiness = ({ delta: { readiness } }: { readonly delta: DeltaDocument }) => (
  <>
    <h3>By area</h3>
    <ThenAndNow
      heading="Area"
      rows={readiness.areas.map(({ area, ...sides }) => ({ title: areaTitles[area], ...sides }))}
    />
    <h3>By step</h3>
    <ThenAndNow
      heading="Step"
      rows={readiness.steps.map(({ step, ...sides }) => ({ title: stepTitles[step], ...sides }))}
    />
  </>
);

interface ThenAndNowProps {
  readonly heading: string;
  readonly rows: readonly { readonly title: string; readonly before: ReadinessSide; readonly after: ReadinessSide }[];
}

const ThenAndNow = ({ heading, rows }: ThenAndNowProps) => (
  <table className="delta-readiness">
    <ColumnHeads names={[heading, 'Then', 'Now', 'Blockers', 'Answered now']} />
    <tbody>
      {rows.map(({ title, before, after }) => (
        <tr key={title}>
          <th scope="row">{title}</th>
          <td>
            <VerdictStatus verdict={before.verdict} />
          </td>
          <td>
            <VerdictStatus verdict={after.verdict} />
          </td>
          <td>{blockerChange(before, after)}</td>
          <td>{partOf(after.conclusive, after.applicable)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
