import type { QuestionId } from '../../../src-shared/interview/questions';
import { defineCheck } from '../define-check';
import { info, notApplicable } from '../result';
import { answerTo, chosenIn, saidObservations } from '../said';

const question: QuestionId = 'certificate-needs';

export default defineCheck({
  id: 'TRU-007',
  revision: 1,
  why: 'Remote desktop takes a Hello credential only as a certificate, or through Remote Credential Guard.',
  sources: ['https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/rdp-sign-in'],
  outcomes: ['info', 'not-applicable'],
  needs: ['interview.answer?'],
  asks: [question],
  evaluate({ 'interview.answer': answers }, { scope }) {
    const said = answerTo(answers, question);
    const isNamed = said !== undefined && chosenIn(said).includes('remote-desktop');
    const observations = [
      { label: 'Remote desktop in the scope', observed: scope.remoteDesktop ? 'yes' : 'no' },
      ...saidObservations([said]),
    ];
    if (!scope.remoteDesktop && !isNamed)
      return notApplicable({
        summary: 'Remote desktop or virtual desktops with the Hello credential are not wanted in this scope.',
        observations,
      });
    const source = scope.remoteDesktop ? 'The scope asks for' : 'The interview names, and the scope does not,';
    return info({
      summary: `${source} remote desktop with the Hello credential. Certificate trust satisfies it; cloud Kerberos trust would, too, with Remote Credential Guard or with certificates issued for remote desktop only (by SCEP or AD CS).`,
      observations,
    });
  },
  remediation: {
    task: 'Settle how remote desktops sign in.',
    steps: [
      'Choose one: certificate trust, Remote Credential Guard, or certificates for remote desktop beside cloud Kerberos trust.',
      'Try it with a session host of the kind in use; Remote Credential Guard does not work through every gateway.',
    ],
    command: 'mstsc.exe /remoteGuard',
    verify: 'A pilot user reaches a session host with the PIN.',
    right: 'Administrator of the session hosts',
  },
});
