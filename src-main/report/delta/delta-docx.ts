import { areaTitles } from '../../../src-shared/model/area';
import { type CheckChange, changeTitles } from '../../../src-shared/model/comparison';
import { severityTitles } from '../../../src-shared/model/outcome';
import { verdictTitles } from '../../../src-shared/model/readiness';
import { decisionTitles } from '../../../src-shared/model/review';
import { type DeltaDocument, decisionFateTitles } from '../../../src-shared/report/delta-document';
import { amount, quantity } from '../../../src-shared/text/quantity';
import { consultantOf } from '../consultant';
import { type Block, heading, leftOut, paragraph, table } from '../docx/blocks';
import { logoBlocks } from '../docx/logo-blocks';
import { wordFile } from '../docx/word-file';
import { calendarDate } from '../html/dates';
import { remarkShown } from '../html/limits';
import { shorten } from '../html/shorten';
import { readinessRows } from '../readiness-rows';
import type { Paper } from '../report-options';
import { reportTitle } from '../report-title';
import { changeGroups } from './change-groups';
import { comparedFacts } from './compared-facts';
import {
  checksShown,
  decisionsShown,
  deltaObjectsShown,
  openShown,
  openSummaryShown,
  rulesShown,
  summaryShown,
} from './delta-limits';
import {
  blockerChange,
  catalogueSentence,
  caveats,
  deltaSentence,
  keptSentence,
  objectWords,
  outcomeWord,
  ruleWord,
} from './delta-words';
import { stillOpen } from './still-open-checks';
import { visibleDelta } from './visible-delta';

/** The delta report as a Word document to edit. The same document gives the same bytes. */
export async function deltaDocx(delta: DeltaDocument, paper: Paper): Promise<Uint8Array> {
  const shown = visibleDelta(delta);
  const title = reportTitle(shown);
  const consultant = consultantOf(shown);
  return await wordFile(shown, paper, title, [
    ...logoBlocks(shown),
    heading(1, title),
    ...(shown.details.title === '' ? [] : [paragraph(shown.details.title)]),
    paragraph(calendarDate(shown.createdAt), 'Report of'),
    ...(consultant === '' ? [] : [paragraph(consultant, 'Consultant')]),
    ...summary(shown),
    ...readiness(shown),
    ...changed(shown),
    ...open(shown),
    ...rules(shown),
    ...decisions(shown),
    heading(2, 'What was compared'),
    table(['What', 'Then', 'Now'], [30, 35, 35], comparedFacts(shown)),
  ]);
}

const summary = (delta: DeltaDocument): readonly Block[] => [
  heading(2, 'Summary'),
  paragraph(deltaSentence(delta)),
  table(
    ['What became of it', 'Checks', 'Rule changed', 'On kept evidence', 'Objects'],
    [36, 14, 16, 18, 16],
    delta.totals.map(({ change, checks, ruleChanged, kept, objects }) => [
      changeTitles[change],
      ...[checks, ruleChanged, kept].map(amount),
      change === 'unchanged' ? 'not counted' : amount(objects),
    ]),
  ),
  paragraph(keptSentence(delta)),
];

const readiness = (delta: DeltaDocument): readonly Block[] => [
  heading(2, 'Readiness then and now'),
  table(
    ['Area or step', 'Then', 'Now', 'Blockers'],
    [40, 20, 20, 20],
    readinessRows(delta.readiness).map(({ title, group: { before, after } }) => [
      title,
      verdictTitles[before.verdict],
      verdictTitles[after.verdict],
      blockerChange(before, after),
    ]),
  ),
];

function changed({ comparison }: DeltaDocument): readonly Block[] {
  const groups = changeGroups(comparison);
  return [
    heading(2, 'What changed'),
    ...(groups.length === 0 ? [paragraph('No check and no object changed.')] : []),
    ...groups.flatMap(({ title, checks: these }) => [
      heading(3, `${title} (${amount(these.length)})`),
      table(['Check', 'Then and now', 'What was found'], [30, 20, 50], these.slice(0, checksShown).map(changeCells)),
      ...leftOut(these.length - checksShown),
    ]),
  ];
}

const changeCells = (check: CheckChange): readonly string[] => [
  `${check.title}\n${check.checkId} · ${areaTitles[check.area]}`,
  `${outcomeWord(check.before)} → ${outcomeWord(check.after)}\n${severityTitles[check.severity]}`,
  [
    shorten(check.summaryAfter ?? 'Not judged now.', summaryShown),
    ...(check.summaryBefore === undefined || check.summaryBefore === check.summaryAfter
      ? []
      : [`Then: ${shorten(check.summaryBefore, summaryShown)}`]),
    ...caveats(check),
    ...(check.objects.length === 0
      ? []
      : [`${quantity(check.objects.length, 'object')} changed: ${objectWords(check)}`]),
    ...check.objects
      .slice(0, deltaObjectsShown)
      .map(({ name, change }) => `– ${shorten(name, 120)}: ${changeTitles[change].toLowerCase()}`),
  ].join('\n'),
];

function open(delta: DeltaDocument): readonly Block[] {
  const checks = stillOpen(delta);
  return [
    heading(2, 'Open as before'),
    ...(checks.length === 0
      ? [paragraph('Nothing that was open then is open as it was.')]
      : [
          table(
            ['Check', 'Then and now', 'What is found'],
            [30, 20, 50],
            checks
              .slice(0, openShown)
              .map(({ checkId, title, severity, after, summaryAfter }) => [
                `${title} (${checkId})`,
                `${outcomeWord(after)}\n${severityTitles[severity]}`,
                shorten(summaryAfter ?? '', openSummaryShown),
              ]),
          ),
          ...leftOut(checks.length - openShown),
        ]),
  ];
}

const rules = (delta: DeltaDocument): readonly Block[] => [
  heading(2, 'Changes of the catalogue'),
  paragraph(catalogueSentence(delta)),
  ...(delta.rules.length === 0
    ? []
    : [
        table(
          ['Check', 'Rule'],
          [70, 30],
          delta.rules.slice(0, rulesShown).map(({ checkId, title, kind }) => [`${title} (${checkId})`, ruleWord(kind)]),
        ),
        ...leftOut(delta.rules.length - rulesShown),
      ]),
];

const decisions = ({ decisions: all }: DeltaDocument): readonly Block[] => [
  heading(2, 'Decisions since'),
  ...(all.length === 0
    ? [paragraph('No decision was recorded, then or now.')]
    : [
        table(
          ['Finding', 'Decision, and what became of it', 'Reason', 'Who and until when'],
          [24, 26, 30, 20],
          all
            .slice(0, decisionsShown)
            .map(({ fate, review }) => [
              `${review.checkId}\n${review.objectName ?? ''}`,
              `${decisionTitles[review.decision]}\n${decisionFateTitles[fate]}`,
              shorten(review.reason, remarkShown),
              `${review.author}${review.until === undefined ? '' : `\nuntil ${review.until}`}`,
            ]),
        ),
        ...leftOut(all.length - decisionsShown),
      ]),
];
