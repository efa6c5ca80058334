import { areaTitles } from '../../../src-shared/model/area';
import { type CheckChange, type Comparison, changeTitles } from '../../../src-shared/model/comparison';
import { severityTitles } from '../../../src-shared/model/outcome';
import { verdictTitles } from '../../../src-shared/model/readiness';
import { decisionTitles } from '../../../src-shared/model/review';
import { type DeltaDocument, decisionFateTitles } from '../../../src-shared/report/delta-document';
import { readinessRows } from '../readiness-rows';
import { columns, type Sheet } from '../sheets/sheet';
import { comparedFacts } from './compared-facts';
import { caveats, outcomeWord, ruleWord } from './delta-words';
import { visibleDelta } from './visible-delta';

/** The delta report as tables: what was compared, readiness then and now, every check and every object that changed. Workbook and CSV are written from it. */
export function deltaSheets(document: DeltaDocument): readonly Sheet[] {
  const shown = visibleDelta(document);
  return [
    summarySheet(shown),
    readinessSheet(shown),
    checksSheet(shown),
    objectsSheet(shown),
    rulesSheet(shown),
    decisionsSheet(shown),
  ];
}

const summarySheet = (delta: DeltaDocument): Sheet => ({
  name: 'Summary',
  columns: columns({ What: 30, Then: 40, Now: 40, 'Rule changed': 14, 'On kept evidence': 16, Objects: 10 }),
  rows: [
    ...comparedFacts(delta),
    ...delta.totals.map(({ change, checks, ruleChanged, kept, objects }) => [
      `Checks: ${changeTitles[change].toLowerCase()}`,
      '',
      checks,
      ruleChanged,
      kept,
      change === 'unchanged' ? '' : objects,
    ]),
  ],
});

const readinessSheet = ({ readiness }: DeltaDocument): Sheet => ({
  name: 'Readiness',
  columns: columns({
    ...{ 'Area or step': 44, Then: 20, Now: 20, 'Blockers then': 30, 'Blockers now': 30 },
    ...{ 'Answered then': 14, 'Applicable then': 14, 'Answered now': 14, 'Applicable now': 14 },
  }),
  rows: [{ title: 'All', group: readiness.overall }, ...readinessRows(readiness)].map(
    ({ title, group: { before, after } }) => [
      title,
      verdictTitles[before.verdict],
      verdictTitles[after.verdict],
      before.blockers.join(', '),
      after.blockers.join(', '),
      before.conclusive,
      before.applicable,
      after.conclusive,
      after.applicable,
    ],
  ),
});

/** Conclusions stand at the end, and the sums of the summary leave them out. */
const all = ({ checks, conclusions }: Comparison): readonly CheckChange[] => [...checks, ...conclusions];

const checksSheet = ({ comparison }: DeltaDocument): Sheet => ({
  name: 'Checks',
  columns: columns({
    ...{
      Check: 10,
      Title: 44,
      Area: 28,
      Change: 22,
      Counted: 16,
      Then: 14,
      Now: 14,
      Severity: 10,
      'Objects changed': 10,
    },
    ...{ 'Found now': 70, 'Found then': 70, 'To be read with': 50 },
  }),
  rows: all(comparison).map((check) => [
    check.checkId,
    check.title,
    areaTitles[check.area],
    changeTitles[check.change],
    comparison.conclusions.includes(check) ? 'No, a conclusion' : 'Yes',
    outcomeWord(check.before),
    outcomeWord(check.after),
    severityTitles[check.severity],
    check.objectCount,
    check.summaryAfter ?? '',
    check.summaryBefore ?? '',
    caveats(check).join(' '),
  ]),
});

const objectsSheet = ({ comparison }: DeltaDocument): Sheet => ({
  name: 'Objects',
  columns: columns({ Check: 10, Title: 40, Object: 44, Kind: 20, Change: 22, Then: 14, Now: 14, Identity: 46 }),
  rows: all(comparison).flatMap(({ checkId, title, objects }) =>
    objects.map(({ name, kind, change, before, after, id }) => [
      checkId,
      title,
      name,
      kind.replaceAll('-', ' '),
      changeTitles[change],
      before === undefined ? 'Not listed' : outcomeWord(before),
      after === undefined ? 'Not listed' : outcomeWord(after),
      id,
    ]),
  ),
});

const rulesSheet = ({ rules }: DeltaDocument): Sheet => ({
  name: 'Catalogue',
  columns: columns({ Check: 10, Title: 70, Rule: 30 }),
  rows: rules.map(({ checkId, title, kind }) => [checkId, title, ruleWord(kind)]),
});

const decisionsSheet = ({ decisions }: DeltaDocument): Sheet => ({
  name: 'Decisions',
  columns: columns({
    ...{ Check: 10, Object: 44, Decision: 16, 'What became of it': 40, Reason: 70, 'Decided by': 24 },
    ...{ 'Decided at': 24, Until: 12, 'Decided on': 14 },
  }),
  rows: decisions.map(({ fate, review }) => [
    review.checkId,
    review.objectName ?? review.objectId ?? '',
    decisionTitles[review.decision],
    decisionFateTitles[fate],
    review.reason,
    review.author,
    review.decidedAt,
    review.until ?? '',
    outcomeWord(review.outcome),
  ]),
});
