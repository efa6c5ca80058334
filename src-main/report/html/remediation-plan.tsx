import { Fragment } from 'react';
import { stepTitles } from '../../../src-shared/model/area';
import { effortTitles } from '../../../src-shared/model/effort';
import { horizons, horizonTitles } from '../../../src-shared/model/roadmap';
import { decidedSentence } from '../../../src-shared/model/roadmap-words';
import { type PlanLine, remediationPlan } from '../remediation-plan';
import type { ReportFacts } from '../report-facts';
import { taskAnchor } from './anchors';
import { Facts } from './facts';
import { LeftOut } from './left-out';
import { planShown } from './limits';
import { FindingLink } from './links';
import { Prose } from './prose';
import { RemediationSteps } from './remediation-steps';

/** The roadmap as a list to work through, each task with room for who does it by when. */
export function RemediationPlan({ facts }: { readonly facts: ReportFacts }) {
  const tasks = byNumber(remediationPlan(facts.document));
  if (tasks.length === 0) return <p>Nothing is left to do among the checks that were judged.</p>;
  const shown = tasks.slice(0, planShown);
  return (
    <>
      <p>
        In the order and with the numbers of the roadmap: what to do, by what right, how to see that it worked and how
        to take it back. The last line of each task is for the customer to fill in.
      </p>
      {horizons.map((horizon) => {
        const these = shown.filter(([{ item }]) => item.horizon === horizon);
        if (these.length === 0) return null;
        return (
          <Fragment key={horizon}>
            <h3>{horizonTitles[horizon]}</h3>
            {these.map((lines) => (
              <Task key={lines[0].number} lines={lines} facts={facts} />
            ))}
          </Fragment>
        );
      })}
      <LeftOut count={tasks.length - shown.length} where="the workbook and the JSON export" />
    </>
  );
}

type Lines = readonly [PlanLine, ...PlanLine[]];

function byNumber(lines: readonly PlanLine[]): readonly Lines[] {
  const tasks = new Map<number, [PlanLine, ...PlanLine[]]>();
  for (const line of lines) {
    const task = tasks.get(line.number);
    if (task === undefined) tasks.set(line.number, [line]);
    else task.push(line);
  }
  return [...tasks.values()];
}

function Task({ lines, facts }: { readonly lines: Lines; readonly facts: ReportFacts }) {
  const [{ number, item }] = lines;
  const remediation = item.kind === 'fix' ? facts.checks.get(item.checkId)?.remediation : undefined;
  return (
    <article className="task" id={taskAnchor(number)}>
      <div className="task-head">
        <h4>
          {number}. <Prose text={item.task} />
        </h4>
        <p className="quiet">
          {stepTitles[item.step]} · {effortTitles[item.effort]} effort
        </p>
      </div>
      <Settled lines={lines} facts={facts} />
      {remediation === undefined ? null : <RemediationSteps remediation={remediation} stated={item.task} />}
      <Facts rows={[['Owner, by when', <Owner key="owner" lines={lines} />]]} />
    </article>
  );
}

/** The findings that the task settles. */
const Settled = ({ lines, facts }: { readonly lines: Lines; readonly facts: ReportFacts }) => (
  <ul className="settles">
    {lines.map(({ item, title }) => (
      <li key={item.checkId}>
        <Prose text={title} /> <FindingLink checkId={item.checkId} facts={facts} />
      </li>
    ))}
  </ul>
);

const Owner = ({ lines }: { readonly lines: Lines }) => {
  const decided = [...new Set(lines.map(({ item }) => decidedSentence(item)))].filter((sentence) => sentence !== '');
  return <span className="owner">{decided.join(' ')}</span>;
};
