import { AlignmentType, Document, Footer, Header, LevelFormat, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { areaTitles, stepTitles } from '../../../src-shared/model/area';
import { clientStateTitles, groupTitle } from '../../../src-shared/model/clients';
import { evidenceKindTitles } from '../../../src-shared/model/evidence';
import { managementSentence } from '../../../src-shared/model/management-sentence';
import { outcomes, outcomeTitles } from '../../../src-shared/model/outcome';
import { verdictTitles } from '../../../src-shared/model/readiness';
import { decisionTitles } from '../../../src-shared/model/review';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { amount } from '../../../src-shared/text/quantity';
import { consultantOf } from '../consultant';
import { stateWords, subjectWords } from '../decision-words';
import { fixZipTimes } from '../fixed-zip-times';
import { calendarDate, dateAndTime } from '../html/dates';
import { evidenceShown, objectsShown, remarkShown } from '../html/limits';
import { shorten } from '../html/shorten';
import type { Paper, ReportProfile } from '../report-options';
import { valueLine } from '../sheets/report-sheets';
import { visibleDocument } from '../visible-document';
import { type Block, heading, paragraph, table } from './blocks';
import { coreProperties } from './core-properties';
import { findingBlocks } from './finding-blocks';
import { logoBlocks } from './logo-blocks';
import { noteBlocks } from './note-blocks';
import { planBlocks } from './plan-blocks';

/** In twentieths of a point. */
const pageSizes: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A4: { width: 11_906, height: 16_838 },
  Letter: { width: 12_240, height: 15_840 },
};
const margin = 1_247;
const ownAccent = '0F548C';

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
    ...appendix(shown, profile),
  ]);
}

/** What head, foot and properties of a Word document are made of; its texts are safe to show. */
export type WordFacts = Pick<ReportDocument, 'details' | 'product' | 'branding' | 'createdAt'>;

/** Blocks as a Word document with the styles, head and foot that all of ours have. The same blocks give the same bytes. */
export async function wordFile(
  facts: WordFacts,
  paper: Paper,
  title: string,
  children: readonly Block[],
): Promise<Uint8Array> {
  const { details, product, branding, createdAt } = facts;
  const accent = branding?.accent?.slice(1) ?? ownAccent;
  const word = new Document({
    styles: {
      default: {
        document: { run: { font: 'Segoe UI', size: 20 }, paragraph: { spacing: { after: 100 } } },
        heading1: { run: { size: 40, color: accent }, paragraph: { spacing: { after: 200 } } },
        heading2: { run: { size: 28, color: accent }, paragraph: { spacing: { before: 360, after: 120 } } },
        heading3: { run: { size: 22, bold: true }, paragraph: { spacing: { before: 280, after: 60 }, keepNext: true } },
      },
      paragraphStyles: [...styles],
    },
    numbering: { config: [steps] },
    sections: [
      {
        properties: {
          page: { size: pageSizes[paper], margin: { top: margin, bottom: margin, left: margin, right: margin } },
        },
        headers: { default: new Header({ children: [small(`${details.customer} · ${details.classification}`)] }) },
        footers: {
          default: new Footer({ children: [pageLine(`${product.name} · ${calendarDate(createdAt)}`)] }),
        },
        children: [...children],
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(word, undefined, [coreProperties(facts, title)]));
  fixZipTimes(bytes, new Date(createdAt));
  return bytes;
}

const styles = [
  {
    id: 'TableText',
    name: 'Table Text',
    basedOn: 'Normal',
    run: { size: 17 },
    paragraph: { spacing: { after: 0 } },
  },
  {
    id: 'Command',
    name: 'Command',
    basedOn: 'Normal',
    run: { font: 'Consolas', size: 17 },
    paragraph: { indent: { left: 360 } },
  },
  { id: 'Small', name: 'Small', basedOn: 'Normal', run: { size: 16, color: '616161' } },
] as const;

const steps = {
  reference: 'steps',
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '%1.',
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 420, hanging: 320 } } },
    },
  ],
};

const small = (text: string): Paragraph => new Paragraph({ style: 'Small', children: [new TextRun(text)] });

const pageLine = (text: string): Paragraph =>
  new Paragraph({
    style: 'Small',
    children: [new TextRun({ children: [`${text} · page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
  });

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

const readiness = ({ readiness: { overall, areas, steps: ofSteps } }: ReportDocument): readonly Block[] => [
  heading(2, 'Readiness by area and step'),
  table(
    ['Area or step', 'Verdict', 'Answered', 'Blockers'],
    [40, 22, 14, 24],
    [
      { title: 'All', group: overall },
      ...areas.map((group) => ({ title: areaTitles[group.area], group })),
      ...ofSteps.map((group) => ({ title: `Step: ${stepTitles[group.step]}`, group })),
    ].map(({ title, group }) => [
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

const clientBlocks = ({ clients: { groups, chains } }: ReportDocument): readonly Block[] =>
  groups.length === 0
    ? []
    : [
        heading(2, 'Clients'),
        table(
          ['Clients', 'State', 'What is wrong', 'For example'],
          [10, 22, 40, 28],
          groups
            .slice(0, objectsShown)
            .map((group) => [
              amount(group.count),
              clientStateTitles[group.state],
              groupTitle(group, chains),
              group.representatives.map(({ name }) => name).join(', '),
            ]),
        ),
      ];

const interviewBlocks = ({ interview }: ReportDocument): readonly Block[] =>
  interview.length === 0
    ? []
    : [
        heading(2, 'What was attested in interviews'),
        paragraph('These answers were said, not read: no system confirms them.'),
        table(
          ['Question', 'Answer', 'Who and when'],
          [40, 36, 24],
          interview.map(({ questionText, answerText, note, saidBy, saidOn, attachment }) => [
            questionText,
            [answerText, note, attachment && `Attached: ${attachment.name}`].filter(Boolean).join('\n'),
            `${saidBy}\n${saidOn}`,
          ]),
        ),
      ];

const contradictionBlocks = ({ contradictions }: ReportDocument): readonly Block[] =>
  contradictions.length === 0
    ? []
    : [
        heading(2, 'Where sources contradict each other'),
        table(
          ['Contradiction', 'Values', 'What to do'],
          [30, 40, 30],
          contradictions.map(({ title, values, consequence, whatToDo }) => [
            `${title}\n${consequence}`,
            values.map(valueLine).join('\n'),
            whatToDo,
          ]),
        ),
      ];

const decisionBlocks = ({ reviews }: ReportDocument): readonly Block[] =>
  reviews.length === 0
    ? []
    : [
        heading(2, 'Decisions taken'),
        table(['Finding', 'Decision', 'Reason', 'Who and until when'], [26, 20, 32, 22], reviews.map(decisionRow)),
      ];

function decisionRow(stated: ReportDocument['reviews'][number]): readonly string[] {
  const { review, state } = stated;
  const { attachment, until, set } = review;
  return [
    [review.checkId, shorten(subjectWords(review), remarkShown)].filter(Boolean).join('\n'),
    `${decisionTitles[review.decision]}${state === 'in-force' && set === undefined ? '' : `\n${stateWords(stated)}`}`,
    `${review.reason}${attachment === undefined ? '' : `\nAttached: ${attachment.name}`}`,
    `${review.author}, ${calendarDate(review.decidedAt)}${until === undefined ? '' : `\nuntil ${until}`}`,
  ];
}

function appendix(document: ReportDocument, profile: ReportProfile): readonly Block[] {
  const { evidence, notJudged, catalogue, product } = document;
  const rest = evidence.length - evidenceShown;
  return [
    ...(profile === 'executive'
      ? []
      : [
          heading(2, 'Evidence'),
          table(
            ['Evidence and target', 'Source', 'Collected'],
            [35, 40, 25],
            evidence
              .slice(0, evidenceShown)
              .map(({ kind, target, source, collectedAt, status }) => [
                `${evidenceKindTitles[kind]}\n${target}`,
                `${source.way === 'attested' ? 'Attested: ' : ''}${source.location}`,
                `${dateAndTime(collectedAt)}${status === 'complete' ? '' : ` (${status})`}`,
              ]),
          ),
          ...(rest > 0 ? [paragraph(`… and ${amount(rest)} more, in the workbook and the JSON export.`)] : []),
        ]),
    ...clientBlocks(document),
    ...interviewBlocks(document),
    ...contradictionBlocks(document),
    ...decisionBlocks(document),
    heading(2, 'Versions'),
    paragraph(
      `${product.name} ${product.version}; catalogue ${catalogue.version} of ${catalogue.date} with ${catalogue.implemented} of ${catalogue.total} checks; ${notJudged.length} checks of the catalogue have no finding in this report.`,
    ),
  ];
}
