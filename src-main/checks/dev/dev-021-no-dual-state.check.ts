import { answerOf } from '../../evidence/derived/clients';
import { defineCheck, type Evidence } from '../define-check';
import { type ClientVerdict, clientNeeds, judgeClients } from '../prv/judge-clients';

export default defineCheck({
  id: 'DEV-021',
  revision: 1,
  why: 'A registered work account beside the join gives the device two identities, and tokens of the wrong one may be used.',
  sources: ['https://learn.microsoft.com/entra/identity/devices/hybrid-join-plan'],
  outcomes: ['pass', 'warning'],
  needs: clientNeeds,
  evaluate: (inputs, context) =>
    judgeClients(
      inputs,
      context,
      judgeClient,
      {
        warns: ['has a registered work account as well', 'have a registered work account as well'],
        passes: 'none has a registered work account beside its join.',
      },
      ['WorkplaceJoined'],
    ),
  remediation: {
    task: 'Remove work accounts from hybrid joined clients.',
    steps: [
      'Set the policy value before the pilot, so that no new accounts are added; Windows 10 1803 and later removes the old state itself.',
      'Else remove the account in the settings under “Access work or school”.',
    ],
    command:
      'reg add HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WorkplaceJoin /v BlockAADWorkplaceJoin /t REG_DWORD /d 1',
    verify: '`dsregcmd /status`, run by the user, shows WorkplaceJoined : NO.',
    revert: 'Delete the value.',
    right: 'Local administrator; group policy for many',
  },
});

function judgeClient({ data }: Evidence<'client.dsregcmd'>): ClientVerdict {
  const answer = answerOf(data, 'WorkplaceJoined');
  if (answer === undefined)
    return { outcome: 'unknown', reason: 'not-collected', note: 'The output does not tell; the user has to run it.' };
  return answer
    ? { outcome: 'warning', note: 'WorkplaceJoined is YES.', locate: 'WorkplaceJoined' }
    : { outcome: 'pass', note: 'WorkplaceJoined is NO.', locate: 'WorkplaceJoined' };
}
