import type { Scope } from '../../../src-shared/model/scope';
import { pinSetting } from '../../evidence/derived/hello-policy';
import type { PolicyCase } from '../../evidence/derived/policy-case';
import type { SettingName } from '../../evidence/derived/resultant-policy';
import { decide, type SureSetting } from '../../evidence/derived/setting';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { judgePolicy } from './judge-policy';
import { policyNeeds } from './policy-inputs';
import { unlessIntune } from './policy-rule';

const { minimumLength, maximumLength, expiration } = pinSetting;
const halves = ['machine', 'user'] as const;
/** What Windows does without a policy. */
const defaults = { minimum: 6, maximum: 127, expiration: 0 } as const;
const wantedLength = 6;

export default defineCheck({
  id: 'POL-017',
  revision: 1,
  why: 'A PIN that is too short is guessed, one that expires is written down, and a minimum above the maximum lets nobody set one.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/policy-settings',
    'https://learn.microsoft.com/windows/client-management/mdm/passportforwork-csp',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: policyNeeds,
  evaluate: (inputs, { scope }) =>
    judgePolicy(inputs, scope, {
      title: 'PIN complexity',
      settings: [
        {
          name: minimumLength,
          halves,
          expected: `at least ${wantedLength}`,
          isExpected: (value) => Number(value) >= wantedLength,
        },
        { name: maximumLength, halves },
        { name: expiration, halves, expected: 'not set or 0', isExpected: (value) => value === 0 },
      ],
      judge: (at) => judgePin(at, scope),
      says: {
        pass: `A PIN has at least ${wantedLength} characters and does not expire`,
        warning: 'The rules for the PIN are not what is advised',
        fail: 'No PIN can meet the rules',
      },
    }),
  remediation: {
    task: 'Set a sensible PIN complexity.',
    steps: [
      'Administrative Templates, System, PIN Complexity, in the half the pilot uses.',
      'Minimum PIN length 6 or more, maximum not below it, expiration “Not Configured” or 0.',
    ],
    command: [
      "Set-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork\\PINComplexity' -ValueName MinimumPINLength -Type DWord -Value 6",
      "Remove-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork\\PINComplexity' -ValueName Expiration",
    ].join('\n'),
    verify: 'Setting a PIN on a pilot client names the rules; gpresult names the policy that set them.',
    revert: 'Set the values back in the same policy.',
    right: 'Rights to edit group policies',
  },
});

const judgePin = ({ effective }: PolicyCase, scope: Scope): Verdict =>
  decide(effective(minimumLength), (minimum) =>
    decide(effective(maximumLength), (maximum) =>
      decide(effective(expiration), (expires) => judgeValues(minimum, maximum, expires, scope)),
    ),
  );

const numberOf = (setting: SureSetting, otherwise: number): number =>
  setting.kind === 'set' ? setting.value : otherwise;

function judgeValues(minimum: SureSetting, maximum: SureSetting, expires: SureSetting, scope: Scope): Verdict {
  const least = numberOf(minimum, defaults.minimum);
  const most = numberOf(maximum, defaults.maximum);
  const days = numberOf(expires, defaults.expiration);
  const told = `A PIN has ${least} to ${most} characters and ${days === 0 ? 'does not expire' : `expires after ${days} days`}.`;
  // A fault of what group policy sets stays one: it wins over Intune.
  if (least > most) return { outcome: 'fail', note: `The minimum length is ${least}, the maximum ${most}.` };
  if (least < wantedLength || days > 0) return { outcome: 'warning', note: told };
  const unset = (
    [
      [minimum, minimumLength],
      [expires, expiration],
    ] as const
  ).find(([setting]) => setting.kind === 'absent');
  const good: Verdict = { outcome: 'pass', note: told };
  return unset === undefined ? good : unlessIntune(scope, nameOf(unset), good);
}

const nameOf = ([, name]: readonly [SureSetting, SettingName]): SettingName => name;
