import { hasPrerequisiteCheck, isProvisioned } from '../../evidence/derived/clients';
import { printable } from '../../evidence/printable';
import { defineCheck, type Evidence } from '../define-check';
import { type ClientVerdict, clientNeeds, judgeClients } from './judge-clients';

export default defineCheck({
  id: 'PRV-001',
  revision: 1,
  why: 'Before the wizard starts, Windows checks all its prerequisites itself; this is its verdict.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-deployment-issues',
  ],
  outcomes: ['pass', 'fail'],
  needs: clientNeeds,
  evaluate: (inputs, context) =>
    judgeClients(
      inputs,
      context,
      judgeClient,
      { fails: ['will not provision', 'will not provision'], passes: 'all are provisioned or will provision.' },
      ['NgcSet', 'PreReqResult', 'SessionIsNotRemote'],
    ),
  remediation: {
    task: 'Clear what the prerequisite check of the clients reports.',
    steps: [
      'Look at the other lines of the “Ngc Prerequisite Check”: each NO is one of the checks PRV-002 to PRV-008.',
      'Correct the cause, sign out and in again, and let the user run the command without elevation.',
      'Compare with event 362 (certificate trust) or 360 (key trust) of the log User Device Registration.',
    ],
    command: [
      'dsregcmd /status',
      "Get-WinEvent -LogName 'Microsoft-Windows-User Device Registration/Admin' -MaxEvents 20 | Where-Object Id -in 358, 360, 362 | Format-List TimeCreated, Id, Message",
    ].join('\n'),
    verify: 'PreReqResult reads WillProvision, or NgcSet YES after the user went through the wizard.',
    right: 'The user, not elevated',
  },
});

function judgeClient({ data }: Evidence<'client.dsregcmd'>): ClientVerdict {
  if (isProvisioned(data)) return { outcome: 'pass', note: 'Already provisioned (NgcSet YES).', locate: 'NgcSet' };
  const result = data.fields.PreReqResult;
  switch (result?.toLowerCase()) {
    case 'willprovision':
      return { outcome: 'pass', note: 'Windows will provision (PreReqResult WillProvision).', locate: 'PreReqResult' };
    case 'willnotprovision':
      return { outcome: 'fail', note: `Windows will not provision${reasonsOf(data.fields)}.`, locate: 'PreReqResult' };
    case undefined: {
      const note = hasPrerequisiteCheck(data)
        ? 'The prerequisite check has no verdict.'
        : 'The output has no prerequisite check; the user has to run it without elevation.';
      return { outcome: 'unknown', reason: 'not-collected', note };
    }
    default:
      return {
        outcome: 'unknown',
        reason: 'unreadable',
        note: `PreReqResult reads “${printable(result ?? '', 60)}”.`,
        locate: 'PreReqResult',
      };
  }
}

const gates = [
  'IsDeviceJoined',
  'IsUserAzureAD',
  'PolicyEnabled',
  'PostLogonEnabled',
  'DeviceEligible',
  'AdfsRefreshToken',
  'AdfsRaIsReady',
  'LogonCertTemplateReady',
] as const;

/** The gates that say NO explain the verdict. */
function reasonsOf(fields: Readonly<Record<string, string>>): string {
  const closed = gates.filter((gate) => /^NO\b/iu.test(fields[gate] ?? ''));
  return closed.length === 0 ? '' : `; NO at ${closed.join(', ')}`;
}
