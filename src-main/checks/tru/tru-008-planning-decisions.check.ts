import type { QuestionId } from '../../../src-shared/interview/questions';
import { defineCheck } from '../define-check';
import { judgeWorksheet } from '../judge-worksheet';

const question: QuestionId = 'planning-decisions';

export default defineCheck({
  id: 'TRU-008',
  revision: 1,
  why: 'A decision of the planning guide that nobody made comes back in the middle of the roll-out.',
  sources: ['https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/index'],
  outcomes: ['pass', 'warning'],
  needs: ['interview.answer?'],
  asks: [question],
  evaluate: ({ 'interview.answer': answers }) =>
    judgeWorksheet(answers, question, {
      topic: 'the decisions of the planning guide were made',
      complete: 'All decisions of the planning guide were made.',
      partly: 'decisions of the planning guide were made',
    }),
  remediation: {
    task: 'Review the plan with its owners.',
    steps: [
      'Hold a planning workshop with the owners of identity, clients, PKI and security.',
      'Fill in the worksheet of the guide: deployment and trust, device and key registration, synchronisation, second factor, management, AD, PKI and licences.',
    ],
    verify: 'The interview holds every decision, with who made it and when.',
    right: 'None',
  },
});
