import { stepTitles } from '../../../src-shared/model/area';
import { horizonTitles } from '../../../src-shared/model/roadmap';
import { decidedSentence, unblocksSentence } from '../../../src-shared/model/roadmap-words';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { planShown } from '../html/limits';
import { type PlanLine, remediationPlan } from '../remediation-plan';
import { type Block, heading, leftOut, paragraph, table } from './blocks';

/** Roadmap and remediation plan in one table to work through; the last column is for the customer to fill in. */
export function planBlocks(document: ReportDocument): readonly Block[] {
  const lines = remediationPlan(document);
  if (lines.length === 0) return [];
  return [
    heading(2, 'Roadmap and remediation plan'),
    paragraph('Ordered by the deployment steps, of which each is a gate for the ones behind it, and by urgency.'),
    table(
      ['No. and step', 'What to do first', 'Check afterwards, undo', 'Right needed', 'Owner, by when'],
      [17, 34, 23, 13, 13],
      lines.slice(0, planShown).map(cells),
    ),
    ...leftOut(lines.length - planShown),
  ];
}

const cells = ({ number, item, title, first, command, verify, revert, right }: PlanLine): readonly string[] => [
  `${number}. ${horizonTitles[item.horizon]}\n${stepTitles[item.step]}`,
  lines(`${title} (${item.checkId})`, first, command, unblocksSentence(item)),
  lines(verify, revert === undefined ? undefined : `Undo: ${revert}`),
  right ?? '–',
  decidedSentence(item),
];

const lines = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n');
