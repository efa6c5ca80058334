import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { planJsonSchema } from '../../../src-main/cli/read-plan';
import { givenAnswerSchema } from '../../../src-shared/interview/answer';
import { dateProblem } from '../../../src-shared/interview/answer-problem';
import { answerText } from '../../../src-shared/interview/answer-text';
import { findQuestion, interviewQuestions } from '../../../src-shared/interview/questions';
import { areas } from '../../../src-shared/model/area';
import { planSchema } from '../../../src-shared/model/plan';

const said = { saidBy: 'Imke Brandt', saidOn: '2026-11-20' };
const problemOf = (answer: object): string => {
  const { error } = givenAnswerSchema.safeParse({ ...said, ...answer });
  return error === undefined ? '' : z.prettifyError(error);
};

describe('an answer is taken', () => {
  test.each([
    ['a choice', 'adfs-plan', 'retire-within-24-months'],
    ['several', 'certificate-needs', 'remote-desktop regulation'],
    ['none of several', 'certificate-needs', 'none'],
    ['the smallest number', 'certificates-per-user', '1'],
    ['the largest number', 'users-per-device', '1000'],
    ['a text', 'reported-code', '0x801c03ed'],
  ])('%s', (_what, question, answer) => expect(problemOf({ question, answer })).toBe(''));
});

describe('an answer is refused with a sentence', () => {
  test.each([
    ['an unknown question', { question: 'shoe-size', answer: '42' }, 'The interview has no question "shoe-size".'],
    ['a name of every object', { question: 'constructor', answer: 'yes' }, 'has no question "constructor"'],
    [
      'an option not offered',
      { question: 'adfs-plan', answer: 'burn' },
      'Choose one of: keep, retire-within-24-months',
    ],
    ['none for a choice', { question: 'adfs-plan', answer: 'none' }, 'Choose one of'],
    ['one of several not offered', { question: 'certificate-needs', answer: 'regulation fun' }, 'Give one or more'],
    ['the same twice', { question: 'certificate-needs', answer: 'regulation regulation' }, 'each once'],
    ['none beside others', { question: 'certificate-needs', answer: 'none regulation' }, 'or "none"'],
    ['a number too small', { question: 'certificates-per-user', answer: '0' }, 'from 1 to 50'],
    ['a number too large', { question: 'certificates-per-user', answer: '51' }, 'from 1 to 50'],
    ['half a number', { question: 'users-per-device', answer: '2.5' }, 'whole number'],
    ['a text of another form', { question: 'reported-code', answer: '801c03ed' }, 'Write it like 0x801C03ED.'],
    ['an impossible day', { question: 'ca-sizing', answer: 'yes', saidOn: '2026-02-30' }, 'YYYY-MM-DD'],
    ['nobody', { question: 'ca-sizing', answer: 'yes', saidBy: '  ' }, 'Name who said it.'],
    ['something more', { question: 'ca-sizing', answer: 'yes', verdict: 'pass' }, '"verdict"'],
  ])('%s', (_what, answer, sentence) => expect(problemOf(answer)).toContain(sentence));

  test('a day after today, wherever today is', () => {
    const now = new Date('2026-11-22T11:00:00Z');
    expect(dateProblem('2026-11-23', now)).toBeUndefined(); // it is 1 a.m. of that day on Kiritimati
    expect(dateProblem('2026-11-24', now)).toContain('judges as of 2026-11-22');
  });
});

describe('a plan', () => {
  const plan = { schema: 1, details: { customer: 'Contoso' } };
  test('may say nothing of the interview', () => expect(planSchema.parse(plan).interview).toBeUndefined());
  test('answers a question once', () => {
    const answer = { ...said, question: 'ca-sizing', answer: 'yes' };
    expect(planSchema.safeParse({ ...plan, interview: [answer] }).success).toBe(true);
    const twice = planSchema.safeParse({ ...plan, interview: [answer, { ...answer, answer: 'no' }] });
    expect(twice.error?.issues[0]?.message).toBe('A question is answered twice; keep one answer.');
  });
  test('has the interview in its published schema', () =>
    expect(planJsonSchema()).toMatchObject({ properties: { interview: { type: 'array' } } }));
});

describe('questions', () => {
  test('come in the order of the areas', () => {
    const positions = interviewQuestions.map(({ area }) => areas.indexOf(area));
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });
  test('say answers in words', () => {
    const words = (id: string, answer: string) => {
      const question = findQuestion(id);
      return question === undefined ? undefined : answerText(question, answer);
    };
    expect(words('adfs-plan', 'retire-within-24-months')).toBe('It goes within 24 months');
    expect(words('certificate-needs', 'none')).toBe('None of these');
    expect(words('hybrid-join-plan', 'devices names')).toBe('Supported devices and User principal names');
    expect(words('certificates-per-user', '3')).toBe('3 devices');
    expect(words('users-per-device', '1')).toBe('1 person');
    expect(words('reported-code', '0x801C03ED')).toBe('0x801C03ED');
    expect(words('adfs-plan', 'an-option-of-later')).toBe('an-option-of-later');
  });
});
