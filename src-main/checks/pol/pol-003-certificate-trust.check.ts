import type { DsregcmdStatus } from '../../../src-shared/model/evidence/client';
import type { AffectedObject } from '../../../src-shared/model/finding';
import { joinTypeOf } from '../../evidence/derived/clients';
import { helloSetting } from '../../evidence/derived/hello-policy';
import { originOf } from '../../evidence/derived/policy-case';
import { decide } from '../../evidence/derived/setting';
import { type CheckResult, defineCheck } from '../define-check';
import { outcomeOf } from './client-answers';
import { judgePolicy } from './judge-policy';
import { policyNeeds } from './policy-inputs';
import { unlessIntune } from './policy-rule';

const { useCertificate } = helloSetting;

export default defineCheck({
  id: 'POL-003',
  revision: 2,
  why: 'Without this setting a device sets up Hello as key trust, without a certificate, and nobody is told.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-enroll',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/policy-settings',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-gpol/5c7ecdad-469f-4b30-94b3-450b7fff868f',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: policyNeeds,
  appliesTo: ({ joinTypes, registrationAuthority }) =>
    (joinTypes.hybridJoined && registrationAuthority.hybridJoined === 'adfs') || {
      reason:
        'AD FS is not the registration authority of this scope; for Entra joined devices with SCEP certificates see SSO-015.',
    },
  evaluate(inputs, { scope }) {
    const result = judgePolicy(inputs, scope, {
      title: 'Use certificate for on-premises authentication',
      settings: [
        { name: useCertificate, halves: ['machine', 'user'], expected: '= 1', isExpected: (value) => value === 1 },
      ],
      judge: ({ effective }) =>
        decide(effective(useCertificate), (setting) =>
          setting.kind === 'absent'
            ? unlessIntune(scope, useCertificate, {
                outcome: 'fail',
                note: 'No group policy sets UseCertificateForOnPremAuth here.',
              })
            : {
                outcome: setting.value === 1 ? 'pass' : 'fail',
                note: `UseCertificateForOnPremAuth is ${setting.value} ${originOf(setting)}.`,
              },
        ),
      client: { label: 'CertEnrollment', judge: (status) => outcomeOf(usesRegistrationAuthority(status)) },
      says: {
        pass: '“Use certificate for on-premises authentication” takes effect',
        warning: '“Use certificate for on-premises authentication” takes effect in part',
        fail: '“Use certificate for on-premises authentication” does not take effect',
      },
    });
    return scope.policyChannel === 'intune' ? withIntuneReservation(result) : result;
  },
  remediation: {
    task: 'Enable certificates for on-premises authentication for the pilot.',
    steps: [
      'Open the policy that enables Windows Hello for Business for the pilot (POL-002).',
      'Enable “Use certificate for on-premises authentication” in the same half and scope.',
      'Let the clients refresh their policy before users set up Hello; who was set up as key trust has to reset Hello first.',
    ],
    command: [
      "Set-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork' -ValueName UseCertificateForOnPremAuth -Type DWord -Value 1",
      'gpupdate /force',
      'dsregcmd /status',
    ].join('\n'),
    verify: '`dsregcmd /status` on a pilot client shows “CertEnrollment : enrollment authority”.',
    revert:
      "`Remove-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork' -ValueName UseCertificateForOnPremAuth`",
    right: 'Rights to edit group policies',
  },
});

/** `mobile device management` and `none` mean that AD FS will not be asked. Entra joined devices get no certificate from AD FS. */
function usesRegistrationAuthority(status: DsregcmdStatus): boolean | undefined {
  if (joinTypeOf(status) === 'entra') return undefined;
  switch (status.fields.CertEnrollment?.toLowerCase()) {
    case 'enrollment authority':
      return true;
    case 'mobile device management':
    case 'none':
      return false;
    default:
      return undefined;
  }
}

/** Microsoft's pages disagree on this setting when it comes from Intune (catalogue D2): on for AD FS, but with both pages shown. */
function withIntuneReservation(result: CheckResult): CheckResult {
  if (result.outcome !== 'pass') return result;
  const reserved = (object: AffectedObject): AffectedObject =>
    object.outcome === 'pass' ? { ...object, outcome: 'warning' } : object;
  return {
    ...result,
    outcome: 'warning',
    summary: `${result.summary} It comes from Intune; Microsoft’s enrolment page asks for it there, the page on Entra joined single sign-on warns against it.`,
    objects: result.objects.map(reserved),
  };
}
