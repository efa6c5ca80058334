import { areas, areaTitles, stepTitles } from '../../../src-shared/model/area';
import type { CheckDescription } from '../../../src-shared/model/catalogue';
import { clientStateTitles, groupTitle, type SymptomChain } from '../../../src-shared/model/clients';
import type { Contradiction } from '../../../src-shared/model/contradiction';
import { evidenceKindTitles } from '../../../src-shared/model/evidence';
import type { AffectedObject, Finding } from '../../../src-shared/model/finding';
import { outcomeTitles, severityTitles, unknownReasonTitles } from '../../../src-shared/model/outcome';
import { type Readiness, verdictTitles } from '../../../src-shared/model/readiness';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { decisionsByObject, type ReportReview } from '../../../src-shared/report/report-review';
import { consultantOf } from '../consultant';
import { decisionWords } from '../decision-words';
import { visibleDocument } from '../visible-document';
import { decisionsSheet } from './decisions-sheet';
import { notesSheet } from './notes-sheet';
import { planSheet } from './plan-sheet';
import { type CellValue, columns, type Sheet } from './sheet';

/** The report as tables: summary, one sheet of findings per area, their objects, and where the facts came from. Workbook and CSV are written from it. */
export function reportSheets(document: ReportDocument): readonly Sheet[] {
  const shown = visibleDocument(document);
  const checks = new Map(shown.checks.map((check) => [check.id, check]));
  return [
    summarySheet(shown),
    ...areas.flatMap((area) => {
      const findings = shown.findings.filter((finding) => finding.area === area);
      return findings.length === 0 ? [] : [findingsSheet(area.toUpperCase(), findings, checks)];
    }),
    planSheet(shown),
    objectsSheet(shown),
    clientsSheet(shown),
    interviewSheet(shown),
    contradictionsSheet(shown),
    decisionsSheet(shown),
    ...(shown.notes.length === 0 ? [] : [notesSheet(shown)]),
    notJudgedSheet(shown),
    contactsSheet(shown),
    evidenceSheet(shown),
  ];
}

function summarySheet(document: ReportDocument): Sheet {
  const { details, product, catalogue, createdAt, judgedAt, readiness } = document;
  const facts: readonly (readonly CellValue[])[] = [
    ['Customer', details.customer],
    ['Engagement', details.title],
    ['Consultant', consultantOf(document)],
    ['Classification', details.classification],
    ['Judged at', judgedAt],
    ['Report made at', createdAt],
    ['Made with', `${product.name} ${product.version}`],
    ['Catalogue', `${catalogue.version} of ${catalogue.date}, ${catalogue.implemented} of ${catalogue.total} checks`],
  ];
  return {
    name: 'Summary',
    columns: columns({ What: 44, Result: 24, Conclusive: 12, Applicable: 12, Blockers: 40 }),
    rows: [...facts, ...groupRows(readiness)],
  };
}

function groupRows({ overall, areas: ofAreas, steps }: Readiness): readonly (readonly CellValue[])[] {
  const rows = [
    { title: 'All', group: overall },
    ...ofAreas.map((group) => ({ title: areaTitles[group.area], group })),
    ...steps.map((group) => ({ title: `Step: ${stepTitles[group.step]}`, group })),
  ];
  return rows.map(({ title, group }) => [
    title,
    verdictTitles[group.verdict],
    group.conclusive,
    group.applicable,
    group.blockers.join(', '),
  ]);
}

function findingsSheet(
  name: string,
  findings: readonly Finding[],
  checks: ReadonlyMap<string, CheckDescription>,
): Sheet {
  return {
    name,
    columns: columns({
      ...{ Check: 10, Title: 44, Outcome: 14, Severity: 10, 'Not known because': 16, Attested: 10, Finding: 70 },
      ...{ 'Objects concerned': 10, 'Objects judged': 10, Step: 28, Why: 50, 'What to do': 70, Command: 50 },
      ...{ 'How to see that it worked': 50, 'How to take it back': 40, 'Right needed': 24, Sources: 60 },
    }),
    rows: findings.map((finding) => [...resultCells(finding), ...adviceCells(finding, checks.get(finding.checkId))]),
  };
}

function resultCells(finding: Finding): readonly CellValue[] {
  const count = (...wanted: readonly (keyof Finding['counts'])[]): number =>
    wanted.reduce((sum, outcome) => sum + (finding.counts[outcome] ?? 0), 0);
  return [
    finding.checkId,
    finding.title,
    outcomeTitles[finding.outcome],
    severityTitles[finding.severity],
    finding.unknownReason === undefined ? '' : unknownReasonTitles[finding.unknownReason],
    finding.attested === undefined ? '' : 'Attested',
    finding.summary,
    count('fail', 'warning', 'unknown'),
    count('fail', 'warning', 'unknown', 'pass', 'info', 'not-applicable'),
  ];
}

const adviceCells = (finding: Finding, check: CheckDescription | undefined): readonly CellValue[] => [
  stepTitles[finding.step],
  check?.why ?? '',
  check?.remediation?.steps.map((step, index) => `${index + 1}. ${step}`).join('\n') ?? '',
  check?.remediation?.command ?? '',
  check?.remediation?.verify ?? '',
  check?.remediation?.revert ?? '',
  check?.remediation?.right ?? '',
  check?.sources.join('\n') ?? '',
];

/** Those that passed are counted only, as everywhere in the report. */
function objectsSheet({ findings, reviews }: ReportDocument): Sheet {
  const isConcerned = ({ outcome }: AffectedObject): boolean => outcome !== 'pass' && outcome !== 'not-applicable';
  return {
    name: 'Objects',
    columns: columns({
      Check: 10,
      Title: 40,
      Object: 44,
      Kind: 20,
      Outcome: 14,
      'What was seen': 80,
      Identity: 46,
      Decision: 40,
    }),
    rows: findings.flatMap((finding) => {
      const decisions = decisionsByObject(reviews, finding.checkId);
      return finding.objects
        .filter(isConcerned)
        .map(({ name, kind, outcome, note, id }) => [
          finding.checkId,
          finding.title,
          name,
          kind.replaceAll('-', ' '),
          outcomeTitles[outcome],
          note,
          id,
          decisionOf(decisions.get(id)),
        ]);
    }),
  };
}

const decisionOf = (stated: ReportReview | undefined): string => (stated === undefined ? '' : decisionWords(stated));

const clientsSheet = ({ clients: { groups, chains } }: ReportDocument): Sheet => ({
  name: 'Clients',
  columns: columns({ Clients: 10, State: 22, 'What is wrong': 60, Facts: 60, 'For example': 50, 'Explained by': 40 }),
  rows: groups.map((group) => [
    group.count,
    clientStateTitles[group.state],
    groupTitle(group, chains),
    group.signature.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    group.representatives.map(({ name }) => name).join(', '),
    [...new Set(chains.filter(({ groups: ids }) => ids.includes(group.id)).flatMap(failingCauses))].join(', '),
  ]),
});

const failingCauses = ({ causes }: SymptomChain): readonly string[] =>
  causes.filter(({ outcome }) => outcome !== 'unknown').map(({ checkId }) => checkId);

const interviewSheet = ({ interview }: ReportDocument): Sheet => ({
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

const contradictionsSheet = ({ contradictions }: ReportDocument): Sheet => ({
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

/** `contoso.com – ldaps://dc1.contoso.com/ and 3 more` */
export function valueLine({ value, witnesses, total }: Contradiction['values'][number]): string {
  const [first] = witnesses;
  const more = total > 1 ? ` and ${total - 1} more` : '';
  return first === undefined ? value : `${value} – ${first.source.location}${more}`;
}

const notJudgedSheet = ({ notJudged }: ReportDocument): Sheet => ({
  name: 'Not judged',
  columns: columns({ Check: 10, Title: 80 }),
  rows: notJudged.map(({ id, title }) => [id, title]),
});

const contactsSheet = ({ targets }: ReportDocument): Sheet => ({
  name: 'Contacted',
  columns: columns({ Target: 60, State: 16, Facts: 10, Remark: 80 }),
  rows: targets.map(({ title, state, facts, failure }) => [
    title,
    state,
    facts,
    failure === undefined ? '' : `${failure.message} ${failure.next}`,
  ]),
});

const evidenceSheet = ({ evidence }: ReportDocument): Sheet => ({
  name: 'Evidence',
  columns: columns({
    ...{ Evidence: 34, Target: 40, Status: 12, Facts: 10, 'Collected at': 24, By: 24, 'On computer': 20, Way: 12 },
    ...{ Source: 70, 'SHA-256': 66, Remark: 60 },
  }),
  rows: evidence.map((record) => [
    evidenceKindTitles[record.kind],
    record.target,
    record.status,
    record.facts,
    record.collectedAt,
    record.collector.user,
    record.collector.host,
    record.source.way,
    record.source.location,
    record.sha256 ?? '',
    record.failure?.message ?? record.notes.join(' '),
  ]),
});
