import type { QuestionId } from '../../../src-shared/interview/questions';
import { printable } from '../../evidence/printable';
import { defineCheck } from '../define-check';
import { pass, warning } from '../result';
import { answerTo, saidIn, unanswered } from '../said';

const question: QuestionId = 'adfs-design';

export default defineCheck({
  id: 'FED-028',
  revision: 1,
  why: 'Name, topology, certificates and recovery of a farm are decided in its design; what was decided nowhere is met in an outage.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/deployment/deploying-a-federation-server-farm',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/design/ad-fs-design-guide-in-windows-server-2012-r2',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/technical-reference/understanding-key-ad-fs-concepts',
  ],
  outcomes: ['pass', 'warning'],
  needs: ['interview.answer?'],
  asks: [question],
  evaluate({ 'interview.answer': answers }) {
    const said = answerTo(answers, question);
    if (said === undefined)
      return unanswered(
        answers,
        question,
        'Whether the farm was designed along the design and deployment guides was not asked.',
      );
    const observations = [
      { ...saidIn(said), expected: 'Yes, with the document named', matches: isProven(said.answer, said.attachment) },
    ];
    if (said.answer !== 'yes')
      return warning({ summary: 'The design and deployment guides of AD FS were not reviewed.', observations });
    return said.attachment === undefined
      ? warning({
          summary: 'The farm is said to follow the design and deployment guides, but no document shows it.',
          observations,
        })
      : pass({
          summary: `The farm was designed along the guides; the document is ${printable(said.attachment, 100)}.`,
          observations,
        });
  },
  remediation: {
    task: 'Review the design of AD FS with its owners.',
    steps: [
      'Hold a design session with the owners of AD FS, network and PKI.',
      'Write down name, topology, certificates and recovery, with owner and date, and attach the document to the answer.',
    ],
    verify: 'The interview holds the answer with the document.',
    right: 'None',
  },
});

const isProven = (answer: string, attachment: string | undefined): boolean =>
  answer === 'yes' && attachment !== undefined;
