import { answerOf } from '../../evidence/derived/clients';
import { helloSetting } from '../../evidence/derived/hello-policy';
import { originOf } from '../../evidence/derived/policy-case';
import { decide } from '../../evidence/derived/setting';
import { defineCheck } from '../define-check';
import { outcomeOf } from './client-answers';
import { judgePolicy } from './judge-policy';
import { policyNeeds } from './policy-inputs';
import { unlessIntune } from './policy-rule';

const { enabled } = helloSetting;

export default defineCheck({
  id: 'POL-002',
  revision: 2,
  why: 'Hybrid joined devices do not offer Windows Hello for Business unless policy turns it on.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-enroll',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/policy-settings',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-gpol/5c7ecdad-469f-4b30-94b3-450b7fff868f',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: policyNeeds,
  evaluate: (inputs, { scope }) =>
    judgePolicy(inputs, scope, {
      title: 'Use Windows Hello for Business',
      settings: [{ name: enabled, halves: ['machine', 'user'], expected: '= 1', isExpected: (value) => value === 1 }],
      judge: ({ effective }) =>
        decide(effective(enabled), (setting) =>
          setting.kind === 'absent'
            ? unlessIntune(scope, enabled, { outcome: 'fail', note: 'No group policy sets Enabled here.' })
            : {
                outcome: setting.value === 1 ? 'pass' : 'fail',
                note: `Enabled is ${setting.value} ${originOf(setting)}.`,
              },
        ),
      client: { label: 'PolicyEnabled', judge: (status) => outcomeOf(answerOf(status, 'PolicyEnabled')) },
      says: {
        pass: '“Use Windows Hello for Business” takes effect',
        warning: '“Use Windows Hello for Business” takes effect in part',
        fail: '“Use Windows Hello for Business” does not take effect',
      },
    }),
  remediation: {
    task: 'Enable Windows Hello for Business for the pilot.',
    steps: [
      'Create a group policy for the pilot, or open the one that exists.',
      'Enable “Use Windows Hello for Business” under Administrative Templates, Windows Components, Windows Hello for Business; in the user half when the pilot is a group of users.',
      'Link it to the organisational unit of the pilot and filter it by the pilot group; look for policies that set the opposite.',
    ],
    command: [
      "New-GPO -Name 'WHFB Pilot' | New-GPLink -Target 'OU=WHFB Pilot,OU=Workstations,DC=contoso,DC=com'",
      "Set-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork' -ValueName Enabled -Type DWord -Value 1",
      'gpupdate /force',
      'gpresult /h result.html /scope computer',
    ].join('\n'),
    verify: '`dsregcmd /status` on a pilot client shows PolicyEnabled YES; gpresult names the policy that set it.',
    revert:
      "`Remove-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork' -ValueName Enabled`, or remove the link.",
    right: 'Rights to edit and link group policies',
    risk: 'At their next sign-in the users in reach are asked to set up Windows Hello.',
  },
});
