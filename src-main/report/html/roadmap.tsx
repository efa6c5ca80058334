import { stepTitles } from '../../../src-shared/model/area';
import { effortMeaning, effortTitles } from '../../../src-shared/model/effort';
import { type Horizon, horizons, horizonTitles } from '../../../src-shared/model/roadmap';
import { type RoadmapTask, roadmapTasks } from '../../../src-shared/model/roadmap-tasks';
import { decidedSentence, unblocksSentence } from '../../../src-shared/model/roadmap-words';
import { amount, quantity } from '../../../src-shared/text/quantity';
import type { ReportFacts } from '../report-facts';
import { taskAnchor } from './anchors';
import { ColumnHeads } from './column-heads';
import { LeftOut } from './left-out';
import { reasonsShownToManagement, roadmapShown, roadmapShownToManagement } from './limits';
import { FindingLink, separated } from './links';
import { Prose } from './prose';

const meanings: Readonly<Record<Horizon, string>> = {
  now: 'Nothing has to be waited for.',
  next: 'As soon as the points above are settled, or beside them.',
  later: 'Behind more than one gate, or without urgency.',
};

/** What to do, in the order of the deployment steps and of urgency. */
export function Roadmap({ facts }: { readonly facts: ReportFacts }) {
  const { items, settled } = facts.document.roadmap;
  return (
    <>
      <p>
        Each deployment step is a gate for the ones behind it: what blocks an early step comes first. Points decided as
        accepted risk, false positive or not in scope are left out while the decision holds. {effortMeaning}
      </p>
      {items.length === 0 ? <p>Nothing is left to do among the checks that were judged.</p> : null}
      {horizons.map((horizon) => (
        <HorizonTable key={horizon} horizon={horizon} facts={facts} />
      ))}
      {settled.length === 0 ? null : (
        <p className="quiet">
          Left out by decision: {separated(settled.map((id) => <FindingLink key={id} checkId={id} facts={facts} />))}.
        </p>
      )}
    </>
  );
}

function HorizonTable({ horizon, facts }: { readonly horizon: Horizon; readonly facts: ReportFacts }) {
  const tasks = roadmapTasks(facts.document.roadmap.items).filter((task) => task.horizon === horizon);
  if (tasks.length === 0) return null;
  const shown = tasks.slice(0, facts.profile === 'executive' ? roadmapShownToManagement : roadmapShown);
  return (
    <>
      <h3>
        {horizonTitles[horizon]}: {quantity(tasks.length, 'task')}
      </h3>
      <p className="quiet meaning">{meanings[horizon]}</p>
      <table className="roadmap">
        <ColumnHeads names={['No.', 'What to do', 'Step', 'Effort', 'What it unblocks']} />
        <tbody>
          {shown.map((task) => (
            <Row key={task.number} task={task} facts={facts} />
          ))}
        </tbody>
      </table>
      <LeftOut count={tasks.length - shown.length} where="the workbook and the JSON export" />
    </>
  );
}

interface RowProps {
  readonly task: RoadmapTask;
  readonly facts: ReportFacts;
}

function Row({ task: { number, task, effort, items }, facts }: RowProps) {
  const steps = [...new Set(items.map(({ step }) => stepTitles[step]))];
  const reasons = facts.profile === 'executive' ? items.slice(0, reasonsShownToManagement) : items;
  const opened = [...new Set(items.map(unblocksSentence))].filter((sentence) => sentence !== '');
  return (
    <tr>
      <th scope="row">{facts.profile === 'technical' ? <a href={`#${taskAnchor(number)}`}>{number}</a> : number}</th>
      <td>
        <strong>
          <Prose text={task} />
        </strong>
        <p className="quiet">
          {separated(
            reasons.map((item) => <Reason key={item.checkId} item={item} facts={facts} />),
            '; ',
          )}
          {items.length > reasons.length ? ` and ${amount(items.length - reasons.length)} more` : ''}
        </p>
      </td>
      <td>{steps.join('; ')}</td>
      <td>{effortTitles[effort]}</td>
      <td>{opened.length === 0 ? '–' : opened.join(' ')}</td>
    </tr>
  );
}

/** The finding behind a task, and what was decided about it. */
function Reason({ item, facts }: { readonly item: RoadmapTask['items'][number]; readonly facts: ReportFacts }) {
  const finding = facts.findings.get(item.checkId);
  const decided = decidedSentence(item);
  return (
    <>
      {finding === undefined ? null : <Prose text={finding.title} />}{' '}
      <FindingLink checkId={item.checkId} facts={facts} />
      {decided === '' ? null : ` – ${decided}`}
    </>
  );
}
