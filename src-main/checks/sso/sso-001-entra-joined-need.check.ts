import type { QuestionId } from '../../../src-shared/interview/questions';
import { isEntraJoined } from '../../evidence/derived/pilot-devices';
import { defineCheck } from '../define-check';
import { notApplicable, pass, unknown, warning } from '../result';
import { countOf } from '../wording';

/** What the interview asks: do people on Entra joined devices need resources of AD? */
const question: QuestionId = 'entra-joined-need';

export default defineCheck({
  id: 'SSO-001',
  revision: 1,
  why: 'Single sign-on from Entra joined devices needs work of its own, and only where people use resources of AD from them.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso',
  ],
  outcomes: ['pass', 'warning', 'not-applicable'],
  needs: ['entra.devices?', 'interview.answer?'],
  asks: [question],
  evaluate({ 'entra.devices': lists, 'interview.answer': answers }, { scope }) {
    const answer = answers.records.find(({ data }) => data.question === question)?.data;
    const devices = lists.records.flatMap(({ data }) => data.devices);
    const joined = devices.filter(isEntraJoined).length;
    const isRead = lists.records.length > 0;
    const observations = [
      ...(isRead ? [{ label: 'Entra joined devices in the tenant', observed: String(joined) }] : []),
      ...(answer === undefined ? [] : [{ label: `Said by ${answer.saidBy}`, observed: answer.answer }]),
    ];
    if (scope.joinTypes.entraJoined)
      return answer === undefined
        ? unknown('not-collected', {
            summary: 'Entra joined devices are in scope; whether people reach resources of AD from them was not asked.',
            observations,
          })
        : pass({
            summary: `Entra joined devices are in scope, and whether people reach resources of AD from them was answered: ${answer.answer}.`,
            observations,
          });
    if (!isRead)
      return unknown(lists.gaps[0]?.reason ?? 'not-collected', {
        summary: 'Entra joined devices are not in scope; whether the tenant has any was not read.',
      });
    // An account that may not see devices gets an empty list as well.
    if (devices.length === 0)
      return unknown('not-collected', {
        summary:
          'Entra joined devices are not in scope; the list of devices came back empty, so whether the tenant has any is not known.',
        observations,
      });
    return joined === 0
      ? notApplicable({ summary: 'Entra joined devices are not in scope, and the tenant has none.', observations })
      : warning({
          summary: `Entra joined devices are not in scope, but the tenant has ${countOf(joined, 'device')} of them.`,
          observations,
        });
  },
  remediation: {
    task: 'Ask whether Entra joined devices use resources on premises.',
    steps: [
      'Ask the owner of the clients whether people on Entra joined devices use file shares, printers or applications of AD.',
      'If so, take these devices into the scope and decide how they get in: key, certificate or cloud Kerberos trust (SSO-008).',
    ],
    verify: 'The scope and the interview hold the decision.',
    right: 'None',
  },
});
