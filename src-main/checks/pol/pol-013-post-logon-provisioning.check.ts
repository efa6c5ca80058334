import { answerOf } from '../../evidence/derived/clients';
import { helloSetting } from '../../evidence/derived/hello-policy';
import { originOf } from '../../evidence/derived/policy-case';
import { decide } from '../../evidence/derived/setting';
import { defineCheck } from '../define-check';
import { judgePolicy } from './judge-policy';
import { policyNeeds } from './policy-inputs';
import { unlessIntune } from './policy-rule';

const { disablePostLogonProvisioning } = helloSetting;

export default defineCheck({
  id: 'POL-013',
  revision: 1,
  why: 'With provisioning after sign-in switched off nobody is asked to set up Hello; only who looks for it in Settings gets it.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/policy-settings',
    'https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd',
  ],
  outcomes: ['pass', 'warning'],
  needs: policyNeeds,
  evaluate: (inputs, { scope }) =>
    judgePolicy(inputs, scope, {
      title: 'Do not start Windows Hello provisioning after sign-in',
      settings: [
        {
          name: disablePostLogonProvisioning,
          halves: ['machine', 'user'],
          expected: 'not set or 0',
          isExpected: (value) => value === 0,
        },
      ],
      judge: ({ effective }) =>
        decide(effective(disablePostLogonProvisioning), (setting) => {
          if (setting.kind === 'absent')
            return unlessIntune(scope, disablePostLogonProvisioning, {
              outcome: 'pass',
              note: 'No group policy sets DisablePostLogonProvisioning here.',
            });
          const note = `DisablePostLogonProvisioning is ${setting.value} ${originOf(setting)}.`;
          return { outcome: setting.value === 0 ? 'pass' : 'warning', note };
        }),
      client: {
        label: 'PostLogonEnabled',
        judge(status) {
          const isEnabled = answerOf(status, 'PostLogonEnabled');
          return isEnabled === undefined ? undefined : { outcome: isEnabled ? 'pass' : 'warning' };
        },
      },
      says: {
        pass: 'Provisioning starts after sign-in',
        warning: 'Provisioning after sign-in is switched off, so users have to start it in Settings',
      },
    }),
  remediation: {
    task: 'Let provisioning start after sign-in.',
    steps: [
      'Open the policy that sets it, “Use Windows Hello for Business”, and clear the box “Do not start Windows Hello provisioning after sign-in”.',
      'If it is meant so, tell the users to start under Settings, Accounts, Sign-in options.',
    ],
    command: [
      "Remove-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork' -ValueName DisablePostLogonProvisioning",
      'gpupdate /force',
      'dsregcmd /status',
    ].join('\n'),
    verify: '`dsregcmd /status` shows PostLogonEnabled YES.',
    revert:
      "`Set-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork' -ValueName DisablePostLogonProvisioning -Type DWord -Value 1`",
    right: 'Rights to edit group policies',
  },
});
