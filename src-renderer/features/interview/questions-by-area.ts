import type { InterviewQuestion } from '../../../src-shared/interview/question';
import { interviewQuestions } from '../../../src-shared/interview/questions';
import { type Area, areas } from '../../../src-shared/model/area';
import type { CheckDescription } from '../../../src-shared/model/catalogue';

/** Questions of each area that has any, in report order. */
export const questionsByArea: readonly { readonly area: Area; readonly questions: readonly InterviewQuestion[] }[] =
  areas
    .map((area) => ({ area, questions: interviewQuestions.filter((question) => question.area === area) }))
    .filter(({ questions }) => questions.length > 0);

/** Checks that take the answer to a question into account. */
export const checksAsking = (checks: readonly CheckDescription[], question: string): readonly CheckDescription[] =>
  checks.filter(({ asks }) => asks?.includes(question) === true);
