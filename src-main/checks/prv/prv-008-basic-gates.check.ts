import { answerOf, isProvisioned } from '../../evidence/derived/clients';
import { defineCheck, type Evidence } from '../define-check';
import { listed } from '../wording';
import { type ClientVerdict, clientNeeds, judgeClients } from './judge-clients';

const gates = ['PolicyEnabled', 'DeviceEligible'] as const;
const postLogon = 'PostLogonEnabled';

export default defineCheck({
  id: 'PRV-008',
  revision: 1,
  why: 'Without the policy, on hardware that is not eligible, or in a remote session Windows does not start provisioning.',
  sources: ['https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd'],
  outcomes: ['pass', 'warning', 'fail'],
  needs: clientNeeds,
  evaluate(inputs, context) {
    const result = judgeClients(
      inputs,
      context,
      judgeClient,
      {
        fails: ['is kept from provisioning by policy or hardware', 'are kept from provisioning by policy or hardware'],
        warns: ['does not start provisioning after sign-in', 'do not start provisioning after sign-in'],
        passes: 'policy, hardware and session allow provisioning.',
      },
      [...gates, postLogon],
    );
    return result.outcome === 'warning' ? { ...result, severity: 'medium' } : result;
  },
  remediation: {
    task: 'Let Windows start provisioning on the clients.',
    steps: [
      'PolicyEnabled NO: the policy does not reach the client or the user (POL-002, POL-007).',
      'DeviceEligible NO: look at the TPM; it must be there, ready and version 2.0.',
      'PostLogonEnabled NO: the policy hides the wizard (POL-013); the user can start it in the settings.',
    ],
    command: ['gpresult /h gpresult.html', 'tpmtool getdeviceinformation', 'dsregcmd /status'].join('\n'),
    verify: '`dsregcmd /status`, run by the user at the console, shows YES in all four lines.',
    right: 'The user; local administrator to look at the TPM',
  },
});

function judgeClient({ data }: Evidence<'client.dsregcmd'>): ClientVerdict {
  const closed = gates.filter((label) => answerOf(data, label) === false);
  const [first] = closed;
  if (first !== undefined)
    return { outcome: 'fail', note: `${listed(closed)} ${closed.length === 1 ? 'is' : 'are'} NO.`, locate: first };
  const open = gates.filter((label) => answerOf(data, label) === undefined);
  if (open.length > 0)
    return isProvisioned(data)
      ? {
          outcome: 'pass',
          note: 'Already provisioned; Windows no longer prints its prerequisite check.',
          locate: 'NgcSet',
        }
      : { outcome: 'unknown', reason: 'not-collected', note: `The output does not tell ${listed(open)}.` };
  if (answerOf(data, postLogon) === false)
    return {
      outcome: 'warning',
      note: 'PostLogonEnabled is NO: users have to start provisioning in the settings.',
      locate: postLogon,
    };
  return { outcome: 'pass', note: 'Policy and hardware allow provisioning.', locate: 'PolicyEnabled' };
}
