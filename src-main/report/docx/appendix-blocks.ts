import { clientStateTitles, groupTitle } from '../../../src-shared/model/clients';
import { evidenceKindTitles } from '../../../src-shared/model/evidence';
import { factsInWords, factsThatTellApart } from '../../../src-shared/model/facts-that-tell-apart';
import { decisionTitles } from '../../../src-shared/model/review';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { amount } from '../../../src-shared/text/quantity';
import { stateWords, subjectWords } from '../decision-words';
import { calendarDate, dateAndTime } from '../html/dates';
import { evidenceShown, objectsShown, remarkShown } from '../html/limits';
import { shorten } from '../html/shorten';
import type { ReportProfile } from '../report-options';
import { valueLine } from '../value-line';
import { type Block, heading, leftOut, paragraph, table } from './blocks';

/** What the findings rest on, and what people said and decided; management gets no list of evidence. */
export function appendixBlocks(document: ReportDocument, profile: ReportProfile): readonly Block[] {
  const { notJudged, catalogue, product } = document;
  return [
    ...(profile === 'executive' ? [] : evidenceBlocks(document)),
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

const evidenceBlocks = ({ evidence }: ReportDocument): readonly Block[] => [
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
  ...leftOut(evidence.length - evidenceShown),
];

function clientBlocks({ clients: { groups, chains } }: ReportDocument): readonly Block[] {
  if (groups.length === 0) return [];
  const apart = factsThatTellApart({ groups, chains });
  return [
    heading(2, 'Clients'),
    table(
      ['Clients', 'State', 'What is wrong', 'For example'],
      [10, 22, 40, 28],
      groups.slice(0, objectsShown).map((group) => {
        const difference = apart.get(group.id) ?? [];
        return [
          amount(group.count),
          clientStateTitles[group.state],
          `${groupTitle(group, chains)}${difference.length === 0 ? '' : ` (${factsInWords(difference)})`}`,
          group.representatives.map(({ name }) => name).join(', '),
        ];
      }),
    ),
  ];
}

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
