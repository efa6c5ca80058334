import { managementSentence } from '../../../src-shared/model/management-sentence';
import { outcomes, outcomeTitles } from '../../../src-shared/model/outcome';
import { verdictTitles } from '../../../src-shared/model/readiness';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { amount } from '../../../src-shared/text/quantity';
import { consultantOf } from '../consultant';
import { calendarDate, dateAndTime } from '../html/dates';
import { readinessRows } from '../readiness-rows';
import type { Paper, ReportProfile } from '../report-options';
import { visibleDocument } from '../visible-document';
import { appendixBlocks } from './appendix-blocks';
import { type Block, heading, paragraph, table } from './blocks';
import { findingBlocks } from './finding-blocks';
import { logoBlocks } from './logo-blocks';
import { noteBlocks } from './note-blocks';
import { planBlocks } from './plan-blocks';
import { wordFile } from './word-file';

/**
 * The report as a Word document to edit: real heading styles, lists and tables, head and foot on every page. The executive profile holds the findings that
 * block only. The same document gives the same bytes.
 */
export async function docxOf(
  document: ReportDocument,
  { paper, profile }: { readonly paper: Paper; readonly profile: ReportProfile },
): Promise<Uint8Array> {
  const shown = visibleDocument(document);
  return await wordFile(shown, paper, `${shown.details.customer} – readiness for Windows Hello for Business`, [
    ...cover(shown, profile),
    ...(profile === 'finding' ? [] : [...readiness(shown), ...planBlocks(shown)]),
    ...findings(shown, profile),
    ...appendixBlocks(shown, profile),
  ]);
}

const cover = (document: ReportDocument, profile: ReportProfile): readonly Block[] => {
  const { details, createdAt, judgedAt, readiness: state } = document;
  const consultant = consultantOf(document);
  return [
    ...logoBlocks(document),
    heading(1, `${details.customer} – readiness for Windows Hello for Business`),
    ...(details.title === '' ? [] : [paragraph(details.title)]),
    paragraph(calendarDate(createdAt), 'Report of'),
    paragraph(dateAndTime(judgedAt), 'Judged as of'),
    ...(consultant === '' ? [] : [paragraph(consultant, 'Consultant')]),
    ...(profile === 'finding'
      ? []
      : [heading(2, 'Summary for management'), paragraph(managementSentence(details.customer, state))]),
  ];
};

const readiness = ({ readiness: state }: ReportDocument): readonly Block[] => [
  heading(2, 'Readiness by area and step'),
  table(
    ['Area or step', 'Verdict', 'Answered', 'Blockers'],
    [40, 22, 14, 24],
    [{ title: 'All', group: state.overall }, ...readinessRows(state)].map(({ title, group }) => [
      title,
      verdictTitles[group.verdict],
      `${group.conclusive} of ${group.applicable}`,
      group.blockers.join(', '),
    ]),
  ),
];

/** By outcome, the most urgent first, as the document orders them. */
function findings(
  { findings: all, checks, readiness: state, notes }: ReportDocument,
  profile: ReportProfile,
): readonly Block[] {
  const descriptions = new Map(checks.map((check) => [check.id, check]));
  const wanted = profile === 'executive' ? all.filter(({ checkId }) => state.overall.blockers.includes(checkId)) : all;
  return outcomes.flatMap((outcome) => {
    const these = wanted.filter((finding) => finding.outcome === outcome);
    if (these.length === 0) return [];
    return [
      heading(2, `${outcomeTitles[outcome]} (${amount(these.length)})`),
      ...these.flatMap((finding) => [
        ...findingBlocks(finding, descriptions.get(finding.checkId), all.indexOf(finding)),
        ...noteBlocks(
          notes.find(({ checkId }) => checkId === finding.checkId),
          (all.indexOf(finding) + 1) * 1000,
        ),
      ]),
    ];
  });
}
