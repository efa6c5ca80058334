import { outcomeRank } from '../../../src-shared/model/outcome';
import type { Scope } from '../../../src-shared/model/scope';
import { helloSetting } from '../../evidence/derived/hello-policy';
import { originOf, type PolicyCase } from '../../evidence/derived/policy-case';
import type { SettingName } from '../../evidence/derived/resultant-policy';
import { decide } from '../../evidence/derived/setting';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { judgePolicy } from './judge-policy';
import { policyNeeds } from './policy-inputs';

const halves = ['machine', 'user'] as const;

/** Settings both halves have, with the value a user half must not take away. */
const comparedSettings = (scope: Scope): readonly { readonly name: SettingName; readonly wanted?: number }[] => [
  { name: helloSetting.enabled, wanted: 1 },
  { name: helloSetting.useCertificate, ...(scope.registrationAuthority.hybridJoined === 'adfs' ? { wanted: 1 } : {}) },
  { name: helloSetting.requireSecurityDevice },
  { name: helloSetting.disablePostLogonProvisioning },
  { name: helloSetting.enablePinRecovery },
  { name: helloSetting.certificatesAsSmartCard },
];

export default defineCheck({
  id: 'POL-008',
  revision: 1,
  why: 'The user half wins over the computer half: a forgotten user policy switches Hello off for its users and nobody sees why.',
  sources: ['https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/configure'],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: policyNeeds,
  appliesTo: ({ policyChannel }) =>
    policyChannel !== 'intune' || { reason: 'Policies come from Intune alone, which has no such halves.' },
  evaluate: (inputs, { scope }) =>
    judgePolicy(inputs, scope, {
      title: 'User and computer half of Windows Hello for Business',
      settings: comparedSettings(scope).map(({ name }) => ({ name, halves })),
      judge: (at) => worst(comparedSettings(scope).map(({ name, wanted }) => compare(at, name, wanted))),
      says: {
        pass: 'User and computer half do not contradict each other',
        warning: 'User and computer half set different values',
        fail: 'The user half takes away what the computer half sets',
      },
    }),
  remediation: {
    task: 'Settle the policy in one half: users or computers.',
    steps: [
      'Decide for one half: the user half for a pilot of users, the computer half for a pilot of devices.',
      'Set the settings of Windows Hello for Business in the other half to “Not Configured” in every policy that reaches the pilot.',
    ],
    command: [
      "Get-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKCU\\SOFTWARE\\Policies\\Microsoft\\PassportForWork'",
      "Remove-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKCU\\SOFTWARE\\Policies\\Microsoft\\PassportForWork' -ValueName Enabled",
      'gpresult /h result.html',
    ].join('\n'),
    verify: 'gpresult names the settings in one half only.',
    revert:
      "`Set-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKCU\\SOFTWARE\\Policies\\Microsoft\\PassportForWork' -ValueName Enabled -Type DWord -Value 0`",
    right: 'Rights to edit group policies',
  },
});

function compare(at: PolicyCase, name: SettingName, wanted: number | undefined): Verdict {
  return decide(at.user(name), (user) => {
    if (user.kind === 'absent') return { outcome: 'pass', note: `The user half does not set ${name.name}.` };
    return decide(at.computer(name), (computer): Verdict => {
      if (computer.kind === 'absent' || computer.value === user.value)
        return { outcome: 'pass', note: `The halves do not differ in ${name.name}.` };
      const both = `${name.name} is ${user.value} ${originOf(user)}, which wins, and ${computer.value} ${originOf(computer)}.`;
      const isBlocking = wanted !== undefined && user.value !== wanted;
      return { outcome: isBlocking ? 'fail' : 'warning', note: both };
    });
  });
}

const worst = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.reduce((one, other) => (outcomeRank(other.outcome) < outcomeRank(one.outcome) ? other : one));
