import { areaTitles, stepTitles } from '../../../src-shared/model/area';
import type { CheckDescription, Remediation } from '../../../src-shared/model/catalogue';
import type { Finding } from '../../../src-shared/model/finding';
import { outcomeRank, outcomeTitles, severityTitles, unknownReasonTitles } from '../../../src-shared/model/outcome';
import { objectsShown, observationsShown, remarkShown, valueShown } from '../html/limits';
import { shorten } from '../html/shorten';
import { type Block, command, heading, leftOut, numbered, paragraph, table } from './blocks';

/** A finding with what was seen, what it concerns and what to do; `instance` keeps the numbers of its steps apart from others'. */
export function findingBlocks(
  finding: Finding,
  check: CheckDescription | undefined,
  instance: number,
): readonly Block[] {
  const { checkId, title, outcome, severity, unknownReason, attested, summary, area, step } = finding;
  const reason = unknownReason === undefined ? '' : ` (${unknownReasonTitles[unknownReason].toLowerCase()})`;
  const marks = [`${outcomeTitles[outcome]}${reason}`, severityTitles[severity], areaTitles[area], stepTitles[step]];
  return [
    heading(3, `${checkId} ${title}`),
    paragraph([...marks, ...(attested === undefined ? [] : ['attested, not read'])].join(' · ')),
    paragraph(summary),
    ...(check === undefined || check.why === '' ? [] : [paragraph(check.why, 'Why it matters')]),
    ...observationBlocks(finding),
    ...objectBlocks(finding),
    ...(check?.remediation === undefined || outcome === 'pass' ? [] : remedyBlocks(check.remediation, instance)),
    ...(check === undefined ? [] : [paragraph(check.sources.join('\n'), 'Sources of the rule')]),
  ];
}

const observationBlocks = ({ observations }: Finding): readonly Block[] =>
  observations.length === 0
    ? []
    : [
        table(
          ['What', 'Observed', 'Expected'],
          [30, 40, 30],
          observations
            .slice(0, observationsShown)
            .map(({ label, observed, expected, matches }) => [
              label,
              `${shorten(observed, valueShown)}${matches === false ? ' (differs)' : ''}`,
              shorten(expected ?? '', valueShown),
            ]),
        ),
      ];

function objectBlocks({ objects }: Finding): readonly Block[] {
  const concerned = objects
    .filter(({ outcome }) => outcome !== 'pass' && outcome !== 'not-applicable')
    .sort((a, b) => outcomeRank(a.outcome) - outcomeRank(b.outcome));
  if (concerned.length === 0) return [];
  const rows = concerned
    .slice(0, objectsShown)
    .map(({ name, outcome, note }) => [shorten(name, valueShown), outcomeTitles[outcome], shorten(note, remarkShown)]);
  return [
    paragraph(''),
    table(['Affected object', 'Outcome', 'What was seen'], [35, 15, 50], rows),
    ...leftOut(concerned.length - rows.length),
  ];
}

const remedyBlocks = (
  { steps, command: commandText, verify, revert, right, risk }: Remediation,
  instance: number,
): readonly Block[] => [
  paragraph('', 'What to do'),
  ...numbered(steps, instance),
  ...(commandText === undefined ? [] : [command(commandText)]),
  paragraph(verify, 'How to see that it worked'),
  ...(revert === undefined ? [] : [paragraph(revert, 'How to take it back')]),
  ...(right === undefined ? [] : [paragraph(right, 'Right needed')]),
  ...(risk === undefined ? [] : [paragraph(risk, 'Risk')]),
];
