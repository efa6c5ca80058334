import { answerProblem } from '../../../src-shared/interview/answer-problem';
import type { QuestionId } from '../../../src-shared/interview/questions';
import type { EvidenceRecord } from '../../../src-shared/model/evidence';
import type { InterviewAnswer } from '../../../src-shared/model/evidence/interview';
import { record } from './check-cases';

/** An answer of the interview; throws when the question cannot be answered like this. */
export function answered(question: QuestionId, answer: string, more: Partial<InterviewAnswer> = {}): EvidenceRecord {
  const problem = answerProblem(question, answer);
  if (problem !== undefined) throw new Error(problem);
  return record('interview.answer', question, {
    question,
    answer,
    saidBy: 'Imke Brändt',
    saidOn: '2026-11-20',
    ...more,
  });
}

/** The same answer, given so long ago that nobody should rest on it. */
export const tooOld = (answer: EvidenceRecord): EvidenceRecord => ({ ...answer, collectedAt: '2026-01-01T09:00:00Z' });
