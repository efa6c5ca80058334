import { assertNever } from '../model/assert-never';
import type { AnswerKind } from './question';
import { findQuestion } from './questions';

/** Why a question cannot be answered like this, as a sentence; undefined when it can. */
export function answerProblem(question: string, answer: string): string | undefined {
  const found = findQuestion(question);
  if (found === undefined) return `The interview has no question "${question}".`;
  const problem = problemOf(found.answer, answer);
  return problem === undefined ? undefined : `"${answer}" does not answer "${found.text}" ${problem}`;
}

function problemOf(kind: AnswerKind, answer: string): string | undefined {
  switch (kind.kind) {
    case 'choice':
      return idsOf(kind).includes(answer) ? undefined : `Choose one of: ${idsOf(kind).join(', ')}.`;
    case 'several': {
      if (answer === 'none') return undefined;
      const chosen = answer.split(' ');
      const isOffered = chosen.every((id) => idsOf(kind).includes(id)) && new Set(chosen).size === chosen.length;
      return isOffered
        ? undefined
        : `Give one or more of these, each once, joined by a space, or "none": ${idsOf(kind).join(', ')}.`;
    }
    case 'number':
      return /^\d{1,9}$/u.test(answer) && Number(answer) >= kind.minimum && Number(answer) <= kind.maximum
        ? undefined
        : `Give a whole number from ${kind.minimum} to ${kind.maximum}.`;
    case 'text':
      return kind.pattern.test(answer) ? undefined : `Write it like ${kind.example}.`;
    default:
      return assertNever(kind);
  }
}

const idsOf = (kind: Extract<AnswerKind, { kind: 'choice' | 'several' }>): string[] => kind.options.map(({ id }) => id);

/** Last day anywhere on Earth at an instant: nobody can have said anything after it. */
const latestDay = (now: Date): string => new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);

/**
 * Why it cannot have been said on this day (ISO 8601 date), as a sentence; undefined when it can. `at` is the instant that is judged at, not that of typing: what was
 * said after it belongs to a later assessment.
 */
export function dateProblem(saidOn: string, at: Date): string | undefined {
  return saidOn > latestDay(at)
    ? `${saidOn} is later than the assessment, which judges as of ${at.toISOString().slice(0, 10)}; give the day on which it was said.`
    : undefined;
}
