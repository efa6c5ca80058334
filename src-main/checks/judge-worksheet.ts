import type { QuestionId } from '../../src-shared/interview/questions';
import type { CheckResult, Collected } from './define-check';
import { ofTotal, pass, warning } from './result';
import { answerTo, chosenIn, optionsOf, optionTexts, saidIn, unanswered } from './said';
import { listed } from './wording';

/** How a check speaks of a list of points that somebody ticks off. */
export interface WorksheetWording {
  /** Goes on "Whether …". */
  readonly topic: string;
  /** A sentence. */
  readonly complete: string;
  /** Goes on "2 of 4 ". */
  readonly partly: string;
}

/** Judges a question whose options are the points of a plan: all ticked passes, some or none warns. */
export function judgeWorksheet(
  answers: Collected<'interview.answer'>,
  question: QuestionId,
  { topic, complete, partly }: WorksheetWording,
): CheckResult {
  const said = answerTo(answers, question);
  if (said === undefined) return unanswered(answers, question, `Whether ${topic} was not asked.`);
  const points = optionsOf(question);
  const done = chosenIn(said);
  const open = points.filter((point) => !done.includes(point));
  const observations = [
    saidIn(said),
    ...optionTexts(question, points).map((label, index) => ({
      label,
      observed: open.includes(points[index] ?? '') ? 'open' : 'done',
      expected: 'done',
      matches: !open.includes(points[index] ?? ''),
    })),
  ];
  return open.length === 0
    ? pass({ summary: complete, observations })
    : warning({
        summary: `${ofTotal(points.length - open.length, points.length)} ${partly}; open: ${listed(optionTexts(question, open), 10)}.`,
        observations,
      });
}
