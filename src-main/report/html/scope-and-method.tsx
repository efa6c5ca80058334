import { evidenceKindTitles } from '../../../src-shared/model/evidence';
import type { ReportFacts } from '../report-facts';
import { AttestedAnswers } from './attested-answers';
import { ColumnHeads } from './column-heads';
import { ContactTable } from './contact-table';
import { calendarDate } from './dates';
import { FindingLink, separated } from './links';
import { scopeAnswers } from './scope-answers';

export function ScopeAndMethod({ facts }: { readonly facts: ReportFacts }) {
  const { document } = facts;
  return (
    <>
      <h3>What was asked</h3>
      <p>The questions of the catalogue that decide which checks apply, and the answers agreed for this assessment.</p>
      <table className="answers">
        <ColumnHeads names={['Question', 'Answer']} />
        <tbody>
          {scopeAnswers(document.scope).map(({ question, answer }) => (
            <tr key={question}>
              <th scope="row">{question}</th>
              <td>{answer}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>How it was judged</h3>
      <p>
        Evidence is read from systems of the customer or from files the customer handed over; nothing is changed
        anywhere. What people said is marked as attested wherever it counts. Each check of the catalogue (version{' '}
        {document.catalogue.version} of {calendarDate(document.catalogue.date)}) is a rule over that evidence. A denied
        read, a time-out, an empty file and evidence that is too old give the outcome <em>not known</em>, never a pass
        and never a fail. Checks that this version does not judge are listed; as long as one of them could block, its
        area is <em>not known</em> at best.
      </p>
      <h3>What was read</h3>
      <ContactTable targets={document.targets} />
      <AttestedAnswers facts={facts} />
      <Missing facts={facts} />
    </>
  );
}

/** Kinds of evidence that checks asked for and nobody collected. */
function Missing({ facts }: { readonly facts: ReportFacts }) {
  const { findings } = facts.document;
  const kinds = [...new Set(findings.flatMap((finding) => finding.missing))];
  if (kinds.length === 0) return null;
  return (
    <>
      <h3>What was asked for and is not there</h3>
      <table className="missing">
        <ColumnHeads names={['Evidence', 'Checks that needed it']} />
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{evidenceKindTitles[kind]}</th>
              <td>
                {separated(
                  findings
                    .filter((finding) => finding.missing.includes(kind))
                    .map(({ checkId }) => <FindingLink key={checkId} checkId={checkId} facts={facts} />),
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
