import type { ChainLink, SymptomChain } from '../../../src-shared/model/clients';
import { enumerate, partOf, quantity } from '../../../src-shared/text/quantity';
import type { ReportFacts } from '../report-facts';
import { FindingLink, separated } from './links';
import { Prose } from './prose';
import { SeverityTag, Status } from './status';

interface ChainPictureProps {
  readonly chain: SymptomChain;
  /** All clients. */
  readonly total: number;
  readonly facts: ReportFacts;
}

/**
 * From what clients show over what leads there to the findings that cause it: boxes of text with borders for arrows, so that it is read in its order, aloud as
 * well, and breaks between two ways only. The arrows say nothing that the words do not.
 */
export function ChainPicture({ chain, total, facts }: ChainPictureProps) {
  const { symptom, count, causes } = chain;
  return (
    <div className="chain">
      <div className="chain-symptom">
        <h3>
          <Prose text={symptom.title} />: {partOf(count, total)} clients
        </h3>
        <p className="quiet">
          Seen as <Prose text={symptom.seenAs} />.{' '}
          {causes.length === 0
            ? 'No finding of this run explains it; it has to be looked for on the client.'
            : `${quantity(causes.length, 'finding')} can explain it, in the order of the deployment.`}
        </p>
      </div>
      {causes.length === 0 ? null : (
        <ol className="ways">
          {causes.map((cause) => (
            <Way key={cause.checkId} cause={cause} facts={facts} />
          ))}
        </ol>
      )}
      <Remainder chain={chain} facts={facts} />
    </div>
  );
}

/** What leads to the symptom, and the finding behind that. */
const Way = ({ cause, facts }: { readonly cause: ChainLink; readonly facts: ReportFacts }) => (
  <li className={`way ${cause.outcome}`}>
    <p className="way-step">
      <Prose text={cause.why} />
    </p>
    <div className="way-cause">
      <p className="way-head">
        <Status outcome={cause.outcome} /> <SeverityTag severity={cause.severity} />{' '}
        <FindingLink checkId={cause.checkId} facts={facts} />
      </p>
      <p className="label">
        <Prose text={cause.title} />
      </p>
      <p className="quiet">
        <Prose text={cause.summary} />
      </p>
    </div>
  </li>
);

/** What was looked at without result, so that nobody looks there again. */
function Remainder({ chain: { cleared, notJudged }, facts }: Pick<ChainPictureProps, 'chain' | 'facts'>) {
  const links = separated(cleared.map((id) => <FindingLink key={id} checkId={id} facts={facts} />));
  return (
    <>
      {cleared.length === 0 ? null : <p className="quiet">Looked at and in order, or not applicable: {links}.</p>}
      {notJudged.length === 0 ? null : <p className="quiet">Not judged: {enumerate(notJudged)}.</p>}
    </>
  );
}
