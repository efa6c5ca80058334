import { areas } from '../../../src-shared/model/area';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { visibleDocument } from '../visible-document';
import { clientsSheet } from './clients-sheet';
import { contradictionsSheet } from './contradictions-sheet';
import { decisionsSheet } from './decisions-sheet';
import { evidenceSheet } from './evidence-sheet';
import { findingsSheet } from './findings-sheet';
import { interviewSheet } from './interview-sheet';
import { notesSheet } from './notes-sheet';
import { objectsSheet } from './objects-sheet';
import { planSheet } from './plan-sheet';
import { columns, type Sheet } from './sheet';
import { summarySheet } from './summary-sheet';

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
