import { stepTitles } from '../../../src-shared/model/area';
import { horizonTitles } from '../../../src-shared/model/roadmap';
import { decidedSentence, unblocksSentence } from '../../../src-shared/model/roadmap-words';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { remediationPlan } from '../remediation-plan';
import { columns, type Sheet } from './sheet';

/** The remediation plan to work through; the last three columns are for the customer to fill in. */
export const planSheet = (document: ReportDocument): Sheet => ({
  name: 'Remediation plan',
  columns: columns({
    ...{ 'No.': 6, When: 8, Step: 28, Check: 10, Title: 44, 'What it takes': 12, 'What to do first': 60, Command: 50 },
    ...{ 'How to see that it worked': 50, 'How to take it back': 40, 'Right needed': 24, 'What it unblocks': 50 },
    ...{ Decided: 24, Owner: 20, 'By when': 12, Done: 10 },
  }),
  rows: remediationPlan(document).map(({ number, item, title, first, command, verify, revert, right }) => [
    number,
    horizonTitles[item.horizon],
    stepTitles[item.step],
    item.checkId,
    title,
    item.kind === 'fix' ? 'Fix' : 'Find out',
    first,
    command ?? '',
    verify ?? '',
    revert ?? '',
    right ?? '',
    unblocksSentence(item),
    decidedSentence(item),
    '',
    '',
    '',
  ]),
});
