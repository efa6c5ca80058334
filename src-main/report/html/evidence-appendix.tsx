import {
  type EvidenceHeader,
  type EvidenceSource,
  type EvidenceWay,
  evidenceKindTitles,
} from '../../../src-shared/model/evidence';
import type { Outcome } from '../../../src-shared/model/outcome';
import { quantity } from '../../../src-shared/text/quantity';
import type { ReportFacts } from '../report-facts';
import { evidenceAnchor } from './anchors';
import { ColumnHeads } from './column-heads';
import { calendarDate, dateAndTime } from './dates';
import { LeftOut } from './left-out';
import { evidenceShown, remarkShown } from './limits';
import { Remarks } from './remarks';
import { shorten } from './shorten';
import { Status } from './status';
import { Value } from './value';

const states: Readonly<Record<EvidenceHeader['status'], { readonly outcome: Outcome; readonly word: string }>> = {
  complete: { outcome: 'pass', word: 'Complete' },
  partial: { outcome: 'warning', word: 'Partly read' },
  failed: { outcome: 'fail', word: 'Not read' },
};

/** Where each fact comes from. */
export function EvidenceAppendix({ facts: { document } }: { readonly facts: ReportFacts }) {
  const { evidence } = document;
  const shown = evidence.slice(0, evidenceShown);
  return (
    <>
      <p>
        {quantity(evidence.length, 'record')} of evidence. The SHA-256 is that of the bytes received or of the file
        handed over: whoever has the same file gets the same value. Attested answers were said and read nowhere; their
        SHA-256 is that of the document attached. Records that were read only in part are kept but never judged on.
      </p>
      <table className="evidence">
        <ColumnHeads names={['No.', 'Evidence and target', 'Source, time, collector and SHA-256']} />
        <tbody>
          {shown.map((record, index) => (
            <Row key={record.id} record={record} number={index + 1} />
          ))}
        </tbody>
      </table>
      <LeftOut count={evidence.length - shown.length} where="the JSON export" />
    </>
  );
}

const nothingKept: Readonly<Record<EvidenceWay, string>> = {
  probe: 'nothing was received',
  import: 'nothing was received',
  attested: 'no document attached',
};

const wayTaken = ({ way, by }: EvidenceSource): string =>
  way === 'attested' ? 'attested in an interview, not read' : `${way} ${by}`;

const Row = ({ record, number }: { readonly record: EvidenceHeader; readonly number: number }) => (
  <tr id={evidenceAnchor(number)}>
    <th scope="row">E{number}</th>
    <td>
      {evidenceKindTitles[record.kind]}
      {record.target === '*' ? null : (
        <p className="technical">
          <Value text={record.target} />
        </p>
      )}
      {record.status === 'complete' ? null : (
        <p>
          <Status {...states[record.status]} /> {shorten(record.failure?.message ?? '', remarkShown)}
        </p>
      )}
      <Remarks notes={record.notes} />
    </td>
    <td>
      <p className="technical">
        <Value text={record.source.location} />
      </p>
      {record.source.archive === undefined ? null : (
        <p className="technical hash">Archive {record.source.archive.sha256}</p>
      )}
      <p className="quiet">
        {record.source.way === 'attested' ? calendarDate(record.collectedAt) : dateAndTime(record.collectedAt)} ·{' '}
        {record.collector.user === '' ? 'unnamed' : record.collector.user}
        {record.collector.host === '' ? '' : ` on ${record.collector.host}`} · {wayTaken(record.source)}
      </p>
      <p className="technical hash">{record.sha256 ?? nothingKept[record.source.way]}</p>
    </td>
  </tr>
);
