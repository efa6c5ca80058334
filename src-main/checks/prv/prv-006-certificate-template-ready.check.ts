import { isProvisioned } from '../../evidence/derived/clients';
import { printable } from '../../evidence/printable';
import { defineCheck, type Evidence } from '../define-check';
import { type ClientVerdict, clientNeeds, judgeClients } from './judge-clients';

const label = 'LogonCertTemplateReady';

export default defineCheck({
  id: 'PRV-006',
  revision: 1,
  why: 'Windows starts provisioning only when the user may enrol the sign-in certificate.',
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
      {
        fails: ['says that the certificate template is not ready', 'say that the certificate template is not ready'],
        passes: 'the certificate template is ready wherever it is asked for.',
      },
      [label, 'CertEnrollment'],
    ),
  remediation: {
    task: 'Make the certificate template ready for the clients.',
    steps: [
      'StateNoPolicy: the setting “Use certificate for on-premises authentication” or user auto-enrolment does not reach the client (POL-003, POL-004).',
      'StateNoPermission: the user may not enrol the template, or no CA publishes it (PKI-030, PKI-032).',
    ],
    command: ['gpupdate /force', 'certutil -pulse -user', 'dsregcmd /status'].join('\n'),
    verify: '`dsregcmd /status`, run by the user, shows LogonCertTemplateReady : YES ( StateReady ).',
    right: 'The user, not elevated',
  },
});

/** Printed only when the policy asks for a certificate; who takes the key or cloud path has no such line (PRV-007). */
function judgeClient({ data }: Evidence<'client.dsregcmd'>): ClientVerdict {
  if (isProvisioned(data))
    return {
      outcome: 'pass',
      note: 'Already provisioned; Windows no longer prints its prerequisite check.',
      locate: 'NgcSet',
    };
  const value = data.fields[label];
  if (value === undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The output does not tell whether the template is ready.',
    };
  const state = /\(\s*([A-Za-z]+)\s*\)/u.exec(value)?.[1];
  const isYes = /^YES\b/iu.test(value);
  if (isYes && (state === undefined || state.toLowerCase() === 'stateready'))
    return { outcome: 'pass', note: 'The template is ready.', locate: label };
  if (isYes || /^NO\b/iu.test(value))
    return {
      outcome: 'fail',
      note: `The template is not ready${state === undefined ? '' : ` (${printable(state, 40)})`}.`,
      locate: label,
    };
  return { outcome: 'unknown', reason: 'unreadable', note: 'The line about the template is no answer.', locate: label };
}
