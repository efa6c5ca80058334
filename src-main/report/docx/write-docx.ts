import { managementSentence } from '../../../src-shared/model/management-sentence';
import { verdictTitles } from '../../../src-shared/model/readiness';
import { countsSentence, openWords } from '../../../src-shared/model/readiness-words';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { amount, partOf } from '../../../src-shared/text/quantity';
import { consultantOf } from '../consultant';
import { findingGroups } from '../finding-groups';
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
    ['Area or step', 'Verdict', 'Answered', 'Open', 'Blockers'],
    [32, 18, 13, 17, 20],
    [{ title: 'All', group: state.overall }, ...readinessRows(state)].map(({ title, group }) => [
      title,
      verdictTitles[group.verdict],
      partOf(group.conclusive, group.applicable),
      openWords(group).join('\n'),
      group.blockers.join(', '),
    ]),
  ),
  paragraph(countsSentence(state.overall)),
];

/** In the groups and the order of the page. */
function findings(document: ReportDocument, profile: ReportProfile): readonly Block[] {
  const { findings: all, checks, notes } = document;
  const descriptions = new Map(checks.map((check) => [check.id, check]));
  return findingGroups(document)
    .filter(({ as }) => profile !== 'executive' || as === 'blocker')
    .flatMap(({ title, meaning, findings: these }) => [
      heading(2, `${title} (${amount(these.length)})`),
      ...(profile === 'finding' ? [] : [paragraph(meaning)]),
      ...these.flatMap((finding) => [
        ...findingBlocks(finding, descriptions.get(finding.checkId), all.indexOf(finding)),
        ...noteBlocks(
          notes.find(({ checkId }) => checkId === finding.checkId),
          (all.indexOf(finding) + 1) * 1000,
        ),
      ]),
    ]);
}
