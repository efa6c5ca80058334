import type { ReportDocument } from '../../../src-shared/report/report-document';
import { columns, type Sheet } from './sheet';

/** What was attested, and by whom. */
export const interviewSheet = ({ interview }: ReportDocument): Sheet => ({
  name: 'Interview',
  columns: columns({ Question: 60, Answer: 50, Note: 50, 'Said by': 24, 'Said on': 12, Attachment: 40, Checks: 30 }),
  rows: interview.map(({ questionText, answerText, note, saidBy, saidOn, attachment, checks }) => [
    questionText,
    answerText,
    note ?? '',
    saidBy,
    saidOn,
    attachment?.name ?? '',
    checks.join(', '),
  ]),
});
