import { judgeAutoEnrolment } from '../../evidence/derived/auto-enrolment';
import { autoEnrolment } from '../../evidence/derived/hello-policy';
import { decide } from '../../evidence/derived/setting';
import { defineCheck } from '../define-check';
import { judgePolicy } from './judge-policy';
import { policyNeeds } from './policy-inputs';

export default defineCheck({
  id: 'POL-004',
  revision: 1,
  why: 'AD FS issues the first Hello certificate; without auto-enrolment nothing renews it, and sign-in to on-premises resources ends with it.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-enroll',
    'https://learn.microsoft.com/powershell/module/pki/get-certificateautoenrollmentpolicy',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: policyNeeds,
  appliesTo: ({ joinTypes, registrationAuthority }) =>
    (joinTypes.hybridJoined && registrationAuthority.hybridJoined === 'adfs') || {
      reason: 'AD FS issues no Hello certificates in this scope, so no user has one to renew by auto-enrolment.',
    },
  evaluate: (inputs, { scope }) =>
    judgePolicy(inputs, scope, {
      title: 'Certificate Services Client – Auto-Enrollment (user)',
      settings: [{ name: autoEnrolment, halves: ['user'], expected: '= 7', isExpected: (value) => value === 7 }],
      isGroupPolicyOnly: true,
      judge: ({ user }) =>
        decide(user(autoEnrolment), (setting) =>
          judgeAutoEnrolment(setting, {
            outcome: 'fail',
            note: 'No group policy switches auto-enrolment on for the users here.',
          }),
        ),
      says: {
        pass: 'Users renew their certificates by auto-enrolment',
        warning: 'Auto-enrolment of users is on in part only',
        fail: 'Auto-enrolment of users is not on',
      },
    }),
  remediation: {
    task: 'Turn certificate autoenrolment on for the pilot users.',
    steps: [
      'Open the policy of the pilot users, or create one and link it to their organisational units.',
      'User Configuration, Windows Settings, Security Settings, Public Key Policies, “Certificate Services Client – Auto-Enrollment”: Enabled, with both boxes.',
      'Look for policies below that switch it off.',
    ],
    command: [
      "New-GPO -Name 'Certificates for users' | New-GPLink -Target 'OU=Staff,DC=contoso,DC=com'",
      "Set-GPRegistryValue -Name 'Certificates for users' -Key 'HKCU\\SOFTWARE\\Policies\\Microsoft\\Cryptography\\AutoEnrollment' -ValueName AEPolicy -Type DWord -Value 7",
      'gpupdate /target:user /force',
      'certutil -pulse -user',
    ].join('\n'),
    verify:
      '`Get-CertificateAutoEnrollmentPolicy -Scope Applied -Context User` shows PolicyState Enabled with both options.',
    revert: 'Set the policy to “Not Configured”, or remove its link.',
    right: 'Rights to edit and link group policies',
  },
});
