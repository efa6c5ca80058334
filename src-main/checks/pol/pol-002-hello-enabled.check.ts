import { answerOf } from '../../evidence/derived/clients';
import { helloSetting } from '../../evidence/derived/hello-policy';
import { defineCheck } from '../define-check';
import { judgeSetting } from './judge-setting';
import { policyNeeds } from './policy-inputs';

export default defineCheck({
  id: 'POL-002',
  revision: 1,
  why: 'Hybrid joined devices do not offer Windows Hello for Business unless policy turns it on.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-enroll',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/policy-settings',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-gpol/5c7ecdad-469f-4b30-94b3-450b7fff868f',
  ],
  needs: policyNeeds,
  evaluate: (inputs, { scope }) =>
    judgeSetting(inputs, scope, {
      setting: helloSetting.enabled,
      title: 'Use Windows Hello for Business',
      label: 'PolicyEnabled',
      onClient: (status) => answerOf(status, 'PolicyEnabled'),
    }),
  remediation: {
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
