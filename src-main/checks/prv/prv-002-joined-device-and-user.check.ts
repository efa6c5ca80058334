import { answerOf, isProvisioned } from '../../evidence/derived/clients';
import { defineCheck, type Evidence } from '../define-check';
import { type ClientVerdict, clientNeeds, judgeClients } from './judge-clients';

export default defineCheck({
  id: 'PRV-002',
  revision: 1,
  why: 'Windows offers Hello only on a device joined to Entra ID and to a user who signed in there; these are the first gates.',
  sources: ['https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd'],
  outcomes: ['pass', 'fail'],
  needs: clientNeeds,
  evaluate: (inputs, context) =>
    judgeClients(
      inputs,
      context,
      judgeClient,
      {
        fails: [
          'is not joined or its user did not sign in to Entra ID',
          'are not joined or their users did not sign in to Entra ID',
        ],
        passes: 'on all of them the device is joined and the user signed in to Entra ID.',
      },
      ['IsDeviceJoined', 'IsUserAzureAD', 'NgcSet'],
    ),
  remediation: {
    task: 'Repair join and sign-in on the clients named.',
    steps: [
      'IsDeviceJoined NO: repair the join first (DEV-006).',
      'IsUserAzureAD NO: the user has no Entra token; see PRV-003, then sign out and in with a connection to Entra ID.',
      'Make sure that the user signs in with an account that is synchronised to the tenant.',
    ],
    command: ['dsregcmd /status', 'dsregcmd /refreshprt'].join('\n'),
    verify: '`dsregcmd /status`, run by the user, shows IsDeviceJoined YES and IsUserAzureAD YES.',
    right: 'The user, not elevated; local administrator to join again',
  },
});

const labels = ['IsDeviceJoined', 'IsUserAzureAD'] as const;

function judgeClient({ data }: Evidence<'client.dsregcmd'>): ClientVerdict {
  const answers = labels.map((label) => ({ label, answer: answerOf(data, label) }));
  const closed = answers.filter(({ answer }) => answer === false).map(({ label }) => label);
  const [first] = closed;
  if (first !== undefined)
    return {
      outcome: 'fail',
      note: `${closed.join(' and ')} ${closed.length === 1 ? 'is' : 'are'} NO.`,
      locate: first,
    };
  if (answers.every(({ answer }) => answer === true))
    return { outcome: 'pass', note: 'Both are YES.', locate: 'IsDeviceJoined' };
  if (isProvisioned(data))
    return {
      outcome: 'pass',
      note: 'Already provisioned; Windows no longer prints its prerequisite check.',
      locate: 'NgcSet',
    };
  return {
    outcome: 'unknown',
    reason: 'not-collected',
    note: 'The output does not tell; the user has to run it without elevation.',
  };
}
