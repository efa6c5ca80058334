import type { QuestionId } from '../../../src-shared/interview/questions';
import { defineCheck } from '../define-check';
import { judgeWorksheet } from '../judge-worksheet';

const question: QuestionId = 'hybrid-join-plan';

export default defineCheck({
  id: 'DEV-026',
  revision: 1,
  why: 'What was left out of the plan for hybrid join is met in the roll-out, on the devices of users.',
  sources: ['https://learn.microsoft.com/entra/identity/devices/hybrid-join-plan'],
  outcomes: ['pass', 'warning', 'not-applicable'],
  needs: ['interview.answer?'],
  asks: [question],
  appliesTo: ({ joinTypes }) => joinTypes.hybridJoined || { reason: 'No hybrid joined devices are in scope.' },
  evaluate: ({ 'interview.answer': answers }) =>
    judgeWorksheet(answers, question, {
      topic: 'the plan for hybrid join was gone through',
      complete: 'The plan for hybrid join was gone through: devices, roll-out, user names and network.',
      partly: 'points of the plan for hybrid join were gone through',
    }),
  remediation: {
    task: 'Review the plan for hybrid join with its owners.',
    steps: [
      'Go through the planning page of hybrid join with the owners of clients, directory and network.',
      'List the devices that are supported, who goes first, which user names do not match, and which addresses must be reachable.',
    ],
    verify: 'The interview holds every point.',
    right: 'None',
  },
});
