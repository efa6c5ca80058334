import { stepTitles } from '../../../src-shared/model/area';
import { type Horizon, horizons, horizonTitles } from '../../../src-shared/model/roadmap';
import { decidedSentence, unblocksSentence } from '../../../src-shared/model/roadmap-words';
import { amount, quantity } from '../../../src-shared/text/quantity';
import type { ReportFacts } from '../report-facts';
import { roadmapShown, roadmapShownToManagement } from './limits';
import { FindingLink, separated } from './links';
import { Prose } from './prose';
import { SeverityTag, Status } from './status';

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
        accepted risk, false positive or not in scope are left out while the decision holds.
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
  const items = facts.document.roadmap.items.filter((item) => item.horizon === horizon);
  if (items.length === 0) return null;
  const shown = items.slice(0, facts.profile === 'executive' ? roadmapShownToManagement : roadmapShown);
  return (
    <>
      <h3>
        {horizonTitles[horizon]}: {quantity(items.length, 'point')}
      </h3>
      <p className="quiet">{meanings[horizon]}</p>
      <table className="roadmap">
        <thead>
          <tr>
            <th scope="col">What to settle</th>
            <th scope="col">Step</th>
            <th scope="col">State</th>
            <th scope="col">What it unblocks</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((item) => (
            <Row key={item.checkId} item={item} facts={facts} />
          ))}
        </tbody>
      </table>
      {items.length > shown.length ? (
        <p className="more">… and {amount(items.length - shown.length)} more, in the workbook and the JSON export.</p>
      ) : null}
    </>
  );
}

interface RowProps {
  readonly item: ReportFacts['document']['roadmap']['items'][number];
  readonly facts: ReportFacts;
}

function Row({ item, facts }: RowProps) {
  const finding = facts.findings.get(item.checkId);
  const decided = decidedSentence(item);
  if (finding === undefined) return null;
  return (
    <tr>
      <th scope="row">
        {item.kind === 'fix' ? 'Fix' : 'Find out'}: <Prose text={finding.title} />{' '}
        <FindingLink checkId={item.checkId} facts={facts} />
        {decided === '' ? null : <p className="quiet">{decided}</p>}
      </th>
      <td>{stepTitles[item.step]}</td>
      <td>
        <Status outcome={finding.outcome} /> <SeverityTag severity={finding.severity} />
      </td>
      <td>{unblocksSentence(item) || '–'}</td>
    </tr>
  );
}
