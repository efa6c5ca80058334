import type { Contradiction } from '../../../src-shared/model/contradiction';
import { evidenceKindTitles } from '../../../src-shared/model/evidence';
import { amount } from '../../../src-shared/text/quantity';
import type { ReportFacts } from '../report-facts';
import { ColumnHeads } from './column-heads';
import { dateAndTime } from './dates';
import { EvidenceLinks, FindingLink, separated } from './links';
import { Prose } from './prose';
import { Value } from './value';

const checksShown = 12;

/** Sources that cannot all be right; no side is taken. */
export function Contradictions({ facts }: { readonly facts: ReportFacts }) {
  const { contradictions } = facts.document;
  if (contradictions.length === 0)
    return (
      <p>
        No two sources were found to contradict each other in the tenant, the name and signing certificates of the
        federation service, the names of templates, or their dates.
      </p>
    );
  return (
    <>
      <p>
        These sources cannot all be right. Findings that rest on them may describe another organisation, or another
        time; they change no outcome here.
      </p>
      {contradictions.map((contradiction) => (
        <One key={contradiction.id} contradiction={contradiction} facts={facts} />
      ))}
    </>
  );
}

function One({ contradiction, facts }: { readonly contradiction: Contradiction; readonly facts: ReportFacts }) {
  const { title, values, consequence, whatToDo, checks } = contradiction;
  return (
    <div className="contradiction">
      <h3>
        <Prose text={title} />
      </h3>
      <table className="contradicting">
        <ColumnHeads names={['Value', 'Told by', 'Evidence']} />
        <tbody>
          {values.map((each) => (
            <Row key={each.value} {...each} facts={facts} />
          ))}
        </tbody>
      </table>
      <p>
        {consequence} {whatToDo}
      </p>
      {checks.length === 0 ? null : (
        <p className="quiet bears-on">
          Bears on{' '}
          {separated(
            checks
              .slice(0, checksShown)
              .map((checkId) => <FindingLink key={checkId} checkId={checkId} facts={facts} />),
          )}
          {checks.length > checksShown ? ` and ${amount(checks.length - checksShown)} more` : ''}.
        </p>
      )}
    </div>
  );
}

const Row = ({ value, witnesses, total, facts }: Contradiction['values'][number] & { readonly facts: ReportFacts }) => (
  <tr>
    <th scope="row">
      <Value text={value} />
    </th>
    <td>
      {witnesses.map(({ evidenceId, kind, target, collectedAt }) => (
        <p key={evidenceId}>
          {evidenceKindTitles[kind]} of <Value text={target} />, {dateAndTime(collectedAt)}
        </p>
      ))}
      {total > witnesses.length ? <p className="quiet">and {amount(total - witnesses.length)} more</p> : null}
    </td>
    <td>
      <EvidenceLinks ids={witnesses.map(({ evidenceId }) => evidenceId)} facts={facts} />
    </td>
  </tr>
);
