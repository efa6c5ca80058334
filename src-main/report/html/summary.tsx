import { managementSentence } from '../../../src-shared/model/management-sentence';
import { countsSentence } from '../../../src-shared/model/readiness-words';
import { type Lever, whatWouldChange } from '../../../src-shared/model/what-would-change';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { partOf } from '../../../src-shared/text/quantity';
import { findingRow } from '../finding-row';
import type { ReportFacts } from '../report-facts';
import { AttestedMark } from './attested-mark';
import { dateAndTime } from './dates';
import { FindingLink } from './links';
import { PathPicture } from './path-picture';
import { Prose } from './prose';
import { shorten } from './shorten';
import { StatusIcon, VerdictStatus, verdictOutcome } from './status';

/** One page: what is shown is short enough to stay on it whatever was found. */
export function Summary({ facts }: { readonly facts: ReportFacts }) {
  const { details, readiness, judgedAt, findings } = facts.document;
  const { verdict } = readiness.overall;
  const levers = whatWouldChange(findings.map(findingRow), readiness.overall);
  return (
    <div className="one-page">
      <div className={`verdict ${verdictOutcome[verdict]}`}>
        <StatusIcon outcome={verdictOutcome[verdict]} />
        <div>
          <p className="verdict-sentence">{managementSentence(shorten(details.customer, 70), readiness)}</p>
          <p className="quiet">
            <VerdictStatus verdict={verdict} /> · judged as of {dateAndTime(judgedAt)}
          </p>
        </div>
      </div>
      <PathPicture readiness={readiness} />
      <h3>What to do first</h3>
      {levers.length === 0 ? <p>Nothing is open among the checks that were judged.</p> : null}
      <ol className="actions">
        {levers.map((lever) => (
          <Action key={lever.row.checkId} lever={lever} facts={facts} />
        ))}
      </ol>
      <Coverage document={facts.document} />
    </div>
  );
}

/** The verdict to change, and the first step towards it. */
function Action({ lever: { row, kind }, facts }: { readonly lever: Lever; readonly facts: ReportFacts }) {
  const firstStep = facts.checks.get(row.checkId)?.remediation?.steps[0];
  return (
    <li>
      <strong>{kind === 'fix' ? 'Fix' : 'Find out'}:</strong> <Prose text={shorten(row.summary, 180)} />
      <AttestedMark attested={row.attested} />{' '}
      {kind === 'fix' && firstStep !== undefined ? <Prose text={`First step: ${shorten(firstStep, 130)}`} /> : null}{' '}
      <FindingLink checkId={row.checkId} facts={facts} />
    </li>
  );
}

/** How much stands behind the verdict, each number with its whole. */
function Coverage({ document: { readiness, catalogue } }: { readonly document: ReportDocument }) {
  const { overall } = readiness;
  const shares = [
    ['Checks that apply and have an answer', overall.conclusive, overall.applicable],
    ['Checks of the catalogue that this version judges', catalogue.implemented, catalogue.total],
  ] as const;
  return (
    <>
      <h3>What the verdict rests on</h3>
      <dl className="coverage">
        {shares.map(([label, part, whole]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <svg className="share" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect className="share-whole" width="100" height="6" />
                <rect className="share-part" width={whole === 0 ? 0 : (100 * part) / whole} height="6" />
              </svg>
              {partOf(part, whole)}
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{countsSentence(overall)} A check without an answer is never counted as passed.</p>
    </>
  );
}
