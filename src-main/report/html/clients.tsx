import {
  type ClientGroup,
  clientStateTitles,
  groupTitle,
  type SymptomChain,
  troubledFacts,
} from '../../../src-shared/model/clients';
import type { Outcome } from '../../../src-shared/model/outcome';
import { amount, enumerate, partOf, quantity } from '../../../src-shared/text/quantity';
import type { ReportFacts } from '../report-facts';
import { objectsShown } from './limits';
import { FindingLink, separated } from './links';
import { Prose } from './prose';
import { SeverityTag, Status } from './status';

/** Signs of outcomes, words of their own. */
const stateOutcome: Readonly<Record<ClientGroup['state'], Outcome>> = {
  failing: 'fail',
  open: 'unknown',
  mute: 'unknown',
  ready: 'info',
  done: 'pass',
};

/** Clients by how they fail, and from each symptom to the findings that explain it. */
export function Clients({ facts }: { readonly facts: ReportFacts }) {
  const { total, groups, chains } = facts.document.clients;
  if (total === 0)
    return <p>No client was collected, so it was not seen how Windows itself judges the prerequisites.</p>;
  const shown = groups.slice(0, objectsShown);
  return (
    <>
      <p>
        {quantity(total, 'client')} in {quantity(groups.length, 'group')} of the same facts; groups with a symptom stand
        first.
      </p>
      <table className="clients">
        <thead>
          <tr>
            <th scope="col">Clients</th>
            <th scope="col">State</th>
            <th scope="col">What is wrong, and how it shows</th>
            <th scope="col">For example</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((group) => (
            <GroupRow key={group.id} group={group} chains={chains} />
          ))}
        </tbody>
      </table>
      {groups.length > shown.length ? (
        <p>… and {amount(groups.length - shown.length)} more groups, in the JSON export.</p>
      ) : null}
      {chains.map((chain) => (
        <Chain key={chain.symptom.id} chain={chain} total={total} facts={facts} />
      ))}
    </>
  );
}

function GroupRow({ group, chains }: { readonly group: ClientGroup; readonly chains: readonly SymptomChain[] }) {
  const title = groupTitle(group, chains);
  const signs = troubledFacts(group).map(({ label, value }) => (label === 'Capture' ? value : `${label}: ${value}`));
  const names = group.representatives.slice(0, 3).map(({ name }) => name);
  return (
    <tr>
      <th scope="row">{amount(group.count)}</th>
      <td>
        <Status outcome={stateOutcome[group.state]} word={clientStateTitles[group.state]} />
      </td>
      <td>
        {title === clientStateTitles[group.state] ? null : (
          <p>
            <Prose text={`${title}.`} />
          </p>
        )}
        {signs.length === 0 ? null : (
          <p className="quiet">
            <Prose text={signs.join(', ')} />
          </p>
        )}
        {group.staleCount === 0 ? null : (
          <p className="quiet">{quantity(group.staleCount, 'capture')} older than a day; checks do not count them.</p>
        )}
      </td>
      <td>
        <Prose text={names.join(', ')} />
        {group.count > names.length ? ` and ${amount(group.count - names.length)} more` : null}
      </td>
    </tr>
  );
}

interface ChainProps {
  readonly chain: SymptomChain;
  readonly total: number;
  readonly facts: ReportFacts;
}

function Chain({ chain, total, facts }: ChainProps) {
  const { symptom, count, causes, cleared, notJudged } = chain;
  const links = (ids: readonly string[]) =>
    separated(ids.map((id) => <FindingLink key={id} checkId={id} facts={facts} />));
  return (
    <div className="chain">
      <h3>
        <Prose text={symptom.title} />: {partOf(count, total)} clients
      </h3>
      <p className="quiet">
        Seen as <Prose text={symptom.seenAs} />.{' '}
        {causes.length === 0
          ? 'No finding of this run explains it; it has to be looked for on the client.'
          : `${quantity(causes.length, 'finding')} can explain it, in the order of the deployment:`}
      </p>
      {causes.length === 0 ? null : (
        <table className="causes">
          <thead>
            <tr>
              <th scope="col">Check</th>
              <th scope="col">Result</th>
              <th scope="col">How it leads here, and what was found</th>
            </tr>
          </thead>
          <tbody>
            {causes.map((cause) => (
              <tr key={cause.checkId}>
                <th scope="row">
                  <Prose text={cause.title} /> <FindingLink checkId={cause.checkId} facts={facts} />
                </th>
                <td>
                  <Status outcome={cause.outcome} /> <SeverityTag severity={cause.severity} />
                </td>
                <td>
                  <p>
                    <Prose text={cause.why} />
                  </p>
                  <p className="quiet">
                    <Prose text={cause.summary} />
                  </p>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {cleared.length === 0 ? null : (
        <p className="quiet">Looked at and in order, or not applicable: {links(cleared)}.</p>
      )}
      {notJudged.length === 0 ? null : <p className="quiet">Not judged: {enumerate(notJudged)}.</p>}
    </div>
  );
}
