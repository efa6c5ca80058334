import type { DsregcmdStatus } from '../../../src-shared/model/evidence/client';
import { answerOf, isSameComputer } from '../../evidence/derived/clients';
import { normalHostName } from '../../evidence/derived/forest-scope';
import { helloSetting } from '../../evidence/derived/hello-policy';
import { originOf, type PolicyCase, policyCases } from '../../evidence/derived/policy-case';
import { decide } from '../../evidence/derived/setting';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { judgePolicy } from './judge-policy';
import { type PolicyView, policyNeeds, viewPolicies } from './policy-inputs';
import { unlessIntune } from './policy-rule';

const { requireSecurityDevice, excludeTpm12 } = helloSetting;
const halves = ['machine', 'user'] as const;

export default defineCheck({
  id: 'POL-006',
  revision: 1,
  why: 'Without a required security device Windows may keep the Hello key in software, from where it can be copied.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-enroll',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-errors-during-pin-creation',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: policyNeeds,
  evaluate(inputs, { scope }) {
    const view = viewPolicies(inputs, scope);
    return judgePolicy(inputs, scope, {
      title: 'Use a hardware security device',
      settings: [
        { name: requireSecurityDevice, halves, expected: '= 1', isExpected: (value) => value === 1 },
        { name: excludeTpm12, halves, expected: '= 1', isExpected: (value) => value === 1 },
      ],
      judge: ({ effective }) =>
        decide(effective(requireSecurityDevice), (required): Verdict => {
          if (required.kind === 'absent')
            return unlessIntune(scope, requireSecurityDevice, {
              outcome: 'warning',
              note: 'No group policy requires a security device here, so keys may be kept in software.',
            });
          if (required.value !== 1)
            return { outcome: 'warning', note: `RequireSecurityDevice is ${required.value} ${originOf(required)}.` };
          return decide(effective(excludeTpm12), (excluded) =>
            excluded.kind === 'set' && excluded.value === 1
              ? { outcome: 'pass', note: `RequireSecurityDevice is 1 ${originOf(required)}, TPM 1.2 is excluded.` }
              : {
                  outcome: 'warning',
                  note: `RequireSecurityDevice is 1 ${originOf(required)}, but TPM 1.2 is not excluded.`,
                },
          );
        }),
      client: {
        label: 'TpmProtected',
        isBeside: true,
        judge(status) {
          const isProtected = answerOf(status, 'TpmProtected');
          if (isProtected === undefined) return undefined;
          if (isProtected) return { outcome: 'pass' };
          return { outcome: isRequiredFor(status, view) ? 'fail' : 'warning' };
        },
      },
      says: {
        pass: 'Hello keys need a TPM of version 2.0',
        warning: 'Hello keys without a TPM of version 2.0 are possible',
        fail: 'A security device is required, but the device key is kept in software (set-up of Hello ends with 0x80090035)',
      },
    });
  },
  remediation: {
    task: 'Require a hardware security device.',
    steps: [
      'In the policy of the pilot, enable “Use a hardware security device” and tick “TPM 1.2” under “Do not use the following security devices”.',
      'Where a client shows TpmProtected NO, look at the TPM in tpm.msc: switch it on in the firmware, update it, clear it; then leave and join Entra ID again.',
    ],
    command: [
      "Set-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork' -ValueName RequireSecurityDevice -Type DWord -Value 1",
      "Set-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork\\ExcludeSecurityDevices' -ValueName TPM12 -Type DWord -Value 1",
      'Get-Tpm',
    ].join('\n'),
    verify: '`Get-Tpm` shows TpmReady True, `dsregcmd /status` shows TpmProtected YES.',
    revert:
      "`Remove-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork' -ValueName RequireSecurityDevice`",
    right: 'Rights to edit group policies; administrator of the client',
    risk: 'Devices without a ready TPM 2.0 can no longer set up Hello.',
  },
});

/** Whether policy surely requires a security device where the client's account lies. */
function isRequiredFor({ deviceName }: DsregcmdStatus, { computerUnits, users, evidence }: PolicyView): boolean {
  const name = normalHostName(deviceName);
  const unit = computerUnits.find(({ computers }) => computers.some((computer) => isSameComputer(computer, name)));
  if (unit === undefined) return false;
  const isRequired = ({ effective }: PolicyCase): boolean =>
    decide(effective(requireSecurityDevice), (setting) => ({
      outcome: setting.kind === 'set' && setting.value === 1 ? 'pass' : 'fail',
      note: '',
    })).outcome === 'pass';
  return policyCases(unit.distinguishedName, users, evidence).every(isRequired);
}
