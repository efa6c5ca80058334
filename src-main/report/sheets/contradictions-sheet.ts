import type { ReportDocument } from '../../../src-shared/report/report-document';
import { valueLine } from '../value-line';
import { columns, type Sheet } from './sheet';

/** Where sources cannot all be right. */
export const contradictionsSheet = ({ contradictions }: ReportDocument): Sheet => ({
  name: 'Contradictions',
  columns: columns({ Contradiction: 60, Values: 70, 'What it means': 60, 'What to do': 60, Checks: 40 }),
  rows: contradictions.map(({ title, values, consequence, whatToDo, checks }) => [
    title,
    values.map(valueLine).join('\n'),
    consequence,
    whatToDo,
    checks.join(', '),
  ]),
});
