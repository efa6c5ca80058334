import type { Scope } from '../../../src-shared/model/scope';
import { isProvisioned, joinTypeOf } from '../../evidence/derived/clients';
import { printable } from '../../evidence/printable';
import { defineCheck, type Evidence } from '../define-check';
import { type ClientVerdict, clientNeeds, judgeClients } from './judge-clients';

const label = 'CertEnrollment';
const [adfs, scep, none] = ['enrollment authority', 'mobile device management', 'none'] as const;

export default defineCheck({
  id: 'PRV-007',
  revision: 1,
  why: 'This line says which path the client takes: a certificate of AD FS, one of Intune, or none at all.',
  sources: ['https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd'],
  outcomes: ['pass', 'fail'],
  needs: clientNeeds,
  evaluate: (inputs, context) =>
    judgeClients(
      inputs,
      context,
      (record) => judgeClient(record, context.scope),
      {
        fails: ['takes another path than the one planned', 'take another path than the one planned'],
        passes: 'each takes the path planned for its kind of join.',
      },
      [label],
    ),
  remediation: {
    task: 'Point certificate enrolment of the clients at AD FS.',
    steps: [
      'none on a hybrid joined client: the setting “Use certificate for on-premises authentication” does not reach it (POL-003).',
      'mobile device management on a hybrid joined client: an Intune policy asks for certificates; keep one channel (POL-009).',
    ],
    command: ['gpupdate /force', 'gpresult /h gpresult.html', 'dsregcmd /status'].join('\n'),
    verify:
      '`dsregcmd /status`, run by the user, shows CertEnrollment : enrollment authority on a hybrid joined client.',
    right: 'The user, not elevated',
  },
});

function judgeClient({ data }: Evidence<'client.dsregcmd'>, { registrationAuthority }: Scope): ClientVerdict {
  const value = data.fields[label]?.toLowerCase();
  if (value === undefined)
    return isProvisioned(data)
      ? {
          outcome: 'pass',
          note: 'Already provisioned; Windows no longer prints its prerequisite check.',
          locate: 'NgcSet',
        }
      : { outcome: 'unknown', reason: 'not-collected', note: 'The output does not name the authority.' };
  const type = joinTypeOf(data);
  const planned = type === 'entra' ? registrationAuthority.entraJoined : registrationAuthority.hybridJoined;
  const wanted: readonly string[] = planned === 'adfs' ? [adfs] : planned === 'ndes-scep' ? [scep, none] : [none];
  if (![adfs, scep, none].includes(value as typeof adfs))
    return {
      outcome: 'unknown',
      reason: 'unreadable',
      note: `It names ${printable(value, 60)}, which this version does not know.`,
      locate: label,
    };
  if (wanted.includes(value)) return { outcome: 'pass', note: `Its authority is: ${value}.`, locate: label };
  return { outcome: 'fail', note: `Its authority is: ${value}; planned is: ${wanted[0] ?? none}.`, locate: label };
}
