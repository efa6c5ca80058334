import { windowsSetting } from '../../evidence/derived/hello-policy';
import { originOf } from '../../evidence/derived/policy-case';
import { decide } from '../../evidence/derived/setting';
import { defineCheck } from '../define-check';
import { judgePolicy } from './judge-policy';
import { policyNeeds } from './policy-inputs';
import { unlessIntune } from './policy-rule';

const { convenienceSignIn } = windowsSetting;

export default defineCheck({
  id: 'POL-018',
  revision: 1,
  why: 'The convenience PIN only types the password for the user: it looks like Hello and gives none of its protection.',
  sources: ['https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/faq'],
  outcomes: ['pass', 'warning'],
  needs: policyNeeds,
  evaluate: (inputs, { scope }) =>
    judgePolicy(inputs, scope, {
      title: 'Turn on convenience PIN sign-in',
      settings: [
        { name: convenienceSignIn, halves: ['machine'], expected: 'not set or 0', isExpected: (value) => value === 0 },
      ],
      judge: ({ computer }) =>
        decide(computer(convenienceSignIn), (setting) => {
          if (setting.kind === 'absent')
            return unlessIntune(scope, convenienceSignIn, {
              outcome: 'pass',
              note: 'No group policy sets AllowDomainPINLogon here.',
            });
          const note = `AllowDomainPINLogon is ${setting.value} ${originOf(setting)}.`;
          return { outcome: setting.value === 0 ? 'pass' : 'warning', note };
        }),
      says: {
        pass: 'Convenience PIN sign-in is not switched on',
        warning: 'Convenience PIN sign-in is switched on, which users take for Hello',
      },
    }),
  remediation: {
    task: 'Switch convenience PIN off.',
    steps: [
      'Set “Turn on convenience PIN sign-in” (Administrative Templates, System, Logon) to “Disabled” or “Not Configured” where Hello is deployed.',
      'Users who have a convenience PIN set up Hello in its place at their next sign-in.',
    ],
    command: [
      "Remove-GPRegistryValue -Name 'Workstation Baseline' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\System' -ValueName AllowDomainPINLogon",
      'gpupdate /force',
    ].join('\n'),
    verify: 'gpresult no longer names the setting; `dsregcmd /status` shows NgcSet YES after set-up.',
    revert:
      "`Set-GPRegistryValue -Name 'Workstation Baseline' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\System' -ValueName AllowDomainPINLogon -Type DWord -Value 1`",
    right: 'Rights to edit group policies',
  },
});
