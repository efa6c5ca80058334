import type { Scope } from '../../../src-shared/model/scope';
import { helloSetting } from '../../evidence/derived/hello-policy';
import { originOf, type PolicyCase } from '../../evidence/derived/policy-case';
import { decide } from '../../evidence/derived/setting';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { judgePolicy } from './judge-policy';
import { policyNeeds } from './policy-inputs';
import { unlessIntune } from './policy-rule';

const { useCloudTrust, useCertificate } = helloSetting;

export default defineCheck({
  id: 'POL-005',
  revision: 2,
  why: 'Cloud Kerberos trust and certificate trust exclude each other: with both, the certificate wins and messages mislead; with the wrong one, no certificate comes.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cloud-kerberos-trust',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/policy-settings',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: policyNeeds,
  appliesTo: ({ registrationAuthority }) =>
    registrationAuthority.hybridJoined === 'adfs' ||
    registrationAuthority.entraJoined === 'ndes-scep' || { reason: 'No certificate is issued in this scope.' },
  evaluate: (inputs, { scope }) =>
    judgePolicy(inputs, scope, {
      title: 'Use cloud trust for on-premises authentication',
      settings: [
        { name: useCloudTrust, halves: ['machine'], expected: 'not set or 0', isExpected: (value) => value === 0 },
      ],
      judge: (at) => judgeTrust(at, scope),
      says: {
        pass: 'Cloud Kerberos trust is not switched on',
        warning: 'Cloud Kerberos trust is switched on beside certificate trust',
        fail: 'Pilot computers get cloud Kerberos trust instead of certificate trust',
      },
    }),
  remediation: {
    task: 'Take cloud Kerberos trust off the devices of the pilot.',
    steps: [
      'Decide for which devices certificate trust is meant and for which cloud Kerberos trust; keep them in separate organisational units or groups.',
      'Take “Use cloud trust for on-premises authentication” out of policies that reach devices meant for certificate trust.',
      'Let users who were set up under the other trust reset Hello.',
    ],
    command: [
      "Remove-GPRegistryValue -Name 'Test Cloud Kerberos Trust' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork' -ValueName UseCloudTrustForOnPremAuth",
      'gpupdate /force',
      "Get-ItemProperty 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\PassportForWork'",
    ].join('\n'),
    verify:
      'The registry of a pilot client has no UseCloudTrustForOnPremAuth, and `dsregcmd /status` shows “CertEnrollment : enrollment authority”.',
    revert:
      "`Set-GPRegistryValue -Name 'Test Cloud Kerberos Trust' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork' -ValueName UseCloudTrustForOnPremAuth -Type DWord -Value 1`",
    right: 'Rights to edit group policies',
  },
});

/** The user half has no such setting. */
const judgeTrust = (at: PolicyCase, scope: Scope): Verdict =>
  decide(at.computer(useCloudTrust), (setting) => {
    if (setting.kind === 'absent')
      return unlessIntune(scope, useCloudTrust, {
        outcome: 'pass',
        note: 'No group policy sets UseCloudTrustForOnPremAuth here.',
      });
    const cause = `UseCloudTrustForOnPremAuth is ${setting.value} ${originOf(setting)}`;
    return setting.value === 0 ? { outcome: 'pass', note: `${cause}.` } : besideCertificates(at, cause);
  });

/** With the certificate setting, the certificate wins; without it, the device takes the other trust. */
function besideCertificates(at: PolicyCase, cause: string): Verdict {
  const verdict = decide(at.effective(useCertificate), (setting) =>
    setting.kind === 'set' && setting.value === 1
      ? { outcome: 'warning', note: `${cause}; the certificate setting (POL-003) is on as well and wins.` }
      : {
          outcome: 'fail',
          note: `${cause}; the certificate setting (POL-003) is not on, so the device takes cloud Kerberos trust.`,
        },
  );
  if (verdict.outcome !== 'unknown') return verdict;
  const note = `${cause}; whether the certificate setting (POL-003), which would win, is on could not be seen.`;
  return { outcome: 'warning', note };
}
