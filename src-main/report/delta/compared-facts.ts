import type { DeltaDocument, EvidenceSide } from '../../../src-shared/report/delta-document';
import { amount } from '../../../src-shared/text/quantity';
import { calendarDate, dateAndTime } from '../html/dates';

/** What was compared, as rows of label, then and now. */
export function comparedFacts({
  comparison: { before, after },
  evidence,
}: DeltaDocument): readonly (readonly [string, string, string])[] {
  return [
    ['Customer', before.customer, after.customer],
    ['Engagement', before.title, after.title],
    ['Judged as of', dateAndTime(before.judgedAt), dateAndTime(after.judgedAt)],
    ['Verdict', before.verdict, after.verdict],
    ['Catalogue of checks', before.catalogueVersion, after.catalogueVersion],
    ['Records of evidence', amount(evidence.before.records), amount(evidence.after.records)],
    ['Evidence collected', spanOf(evidence.before), spanOf(evidence.after)],
  ];
}

const spanOf = ({ oldest, newest }: EvidenceSide): string => {
  if (oldest === undefined || newest === undefined) return 'nothing was collected';
  const [first, last] = [calendarDate(oldest), calendarDate(newest)];
  return first === last ? first : `${first} to ${last}`;
};
