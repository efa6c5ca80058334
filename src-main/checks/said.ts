import { answerText } from '../../src-shared/interview/answer-text';
import { attestedBy } from '../../src-shared/interview/attested-by';
import { findQuestion, type QuestionId } from '../../src-shared/interview/questions';
import type { InterviewAnswer } from '../../src-shared/model/evidence/interview';
import type { Observation } from '../../src-shared/model/finding';
import { printable } from '../evidence/printable';
import type { CheckResult, Collected } from './define-check';
import { unknown } from './result';

/** What somebody answered to a question of the interview; undefined = nobody was asked. */
export const answerTo = (
  { records }: Collected<'interview.answer'>,
  question: QuestionId,
): InterviewAnswer | undefined => records.find(({ data }) => data.question === question)?.data;

/** The result when a question was not answered: why an answer cannot be used where there is one, else `sentence`. */
export function unanswered(
  { gaps }: Collected<'interview.answer'>,
  question: QuestionId,
  sentence: string,
  observations: readonly Observation[] = [],
): CheckResult {
  const gap = gaps.find(({ target }) => target === question);
  return unknown(gap?.reason ?? 'not-collected', {
    summary: gap === undefined ? sentence : `${gap.message} ${sentence}`,
    observations,
  });
}

/** Ids of the options chosen of a question that takes several; empty for `none`. */
export const chosenIn = ({ answer }: InterviewAnswer): readonly string[] =>
  answer === 'none' ? [] : answer.split(' ').filter((id) => id !== '');

/** The answer in words, with who gave it when. */
export function saidIn(answer: InterviewAnswer): Observation {
  const question = findQuestion(answer.question);
  const words = question === undefined ? answer.answer : answerText(question, answer.answer);
  return {
    label: question?.text ?? answer.question,
    observed: `${printable(words, 300)}, ${attestedBy(answer)}${proofOf(answer)}`,
  };
}

const proofOf = ({ attachment }: InterviewAnswer): string =>
  attachment === undefined ? '' : `, proof: ${printable(attachment, 100)}`;

/** {@link saidIn} of the answers that were given. */
export const saidObservations = (answers: readonly (InterviewAnswer | undefined)[]): readonly Observation[] =>
  answers.flatMap((answer) => (answer === undefined ? [] : [saidIn(answer)]));

/** The texts of options, as the question words them. */
export function optionTexts(question: QuestionId, ids: readonly string[]): readonly string[] {
  const kind = findQuestion(question)?.answer;
  if (kind === undefined || kind.kind === 'number' || kind.kind === 'text') return ids;
  return ids.map((id) => kind.options.find((option) => option.id === id)?.text ?? id);
}

/** Ids of all options of a question. */
export function optionsOf(question: QuestionId): readonly string[] {
  const kind = findQuestion(question)?.answer;
  return kind === undefined || kind.kind === 'number' || kind.kind === 'text' ? [] : kind.options.map(({ id }) => id);
}
