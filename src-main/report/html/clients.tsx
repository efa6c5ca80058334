import {
  type ClientGroup,
  clientStateTitles,
  groupTitle,
  type SymptomChain,
  troubledFacts,
} from '../../../src-shared/model/clients';
import { factsThatTellApart } from '../../../src-shared/model/facts-that-tell-apart';
import type { Outcome } from '../../../src-shared/model/outcome';
import { amount, quantity } from '../../../src-shared/text/quantity';
import type { ReportFacts } from '../report-facts';
import { ChainPicture } from './chain-picture';
import { ColumnHeads } from './column-heads';
import { objectsShown } from './limits';
import { Prose } from './prose';
import { Status } from './status';

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
  const apart = factsThatTellApart({ groups, chains });
  return (
    <>
      <p>
        {quantity(total, 'client')} in {quantity(groups.length, 'group')} of the same facts; groups with a symptom stand
        first.
      </p>
      <table className="clients">
        <ColumnHeads names={['Clients', 'State', 'What is wrong, and how it shows', 'For example']} />
        <tbody>
          {shown.map((group) => (
            <GroupRow key={group.id} group={group} chains={chains} difference={apart.get(group.id) ?? []} />
          ))}
        </tbody>
      </table>
      {groups.length > shown.length ? (
        <p>… and {amount(groups.length - shown.length)} more groups, in the JSON export.</p>
      ) : null}
      {chains.map((chain) => (
        <ChainPicture key={chain.symptom.id} chain={chain} total={total} facts={facts} />
      ))}
    </>
  );
}

interface GroupRowProps {
  readonly group: ClientGroup;
  readonly chains: readonly SymptomChain[];
  /** From groups of the same title. */
  readonly difference: ClientGroup['signature'];
}

function GroupRow({ group, chains, difference }: GroupRowProps) {
  const title = groupTitle(group, chains);
  const troubled = troubledFacts(group);
  const others = difference.filter(({ label }) => !troubled.some((fact) => fact.label === label));
  const signs = [...troubled, ...others].map(({ label, value }) =>
    label === 'Capture' ? value : `${label}: ${value}`,
  );
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
