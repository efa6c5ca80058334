import { answerOf, joinTypeOf } from '../../evidence/derived/clients';
import { windowsSetting } from '../../evidence/derived/hello-policy';
import { linkedPolicies } from '../../evidence/derived/linked-policies';
import { pilotPlaces, pilotReach } from '../../evidence/derived/pilot-reach';
import { originOf, type PolicyCase } from '../../evidence/derived/policy-case';
import { type AppliedPolicy, titleOf } from '../../evidence/derived/policy-evidence';
import { registryPreferencesExtension } from '../../evidence/derived/policy-reach';
import { computerItems, lastItem } from '../../evidence/derived/preference-items';
import { decide } from '../../evidence/derived/setting';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { judgePolicy } from '../pol/judge-policy';
import { type PolicyView, policyNeeds, viewPolicies } from '../pol/policy-inputs';
import type { JudgedObject } from '../result';

const { automaticJoin, fallbackToSyncJoin } = windowsSetting;

export default defineCheck({
  id: 'DEV-023',
  revision: 1,
  why: 'Where policy switches automatic registration off no device registers, so none gets its token and no user Hello.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/how-to-hybrid-join',
    'https://learn.microsoft.com/entra/identity/devices/hybrid-join-manual',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: policyNeeds,
  appliesTo: ({ joinTypes }) =>
    joinTypes.hybridJoined || { reason: 'No hybrid joined devices are in scope; only they register by themselves.' },
  evaluate: (inputs, { scope }) =>
    judgePolicy(inputs, scope, {
      title: 'Register domain joined computers as devices',
      settings: [
        { name: automaticJoin, halves: ['machine'], expected: 'not set or 1', isExpected: (value) => value === 1 },
        { name: fallbackToSyncJoin, halves: ['machine'], expected: 'not set or 0', isExpected: (value) => value === 0 },
      ],
      isGroupPolicyOnly: true,
      judge: judgeJoin,
      client: {
        label: 'AzureAdJoined',
        // A device that registered shows that its task ran; one that did not may have other reasons.
        judge: (status) =>
          joinTypeOf(status) === 'hybrid' && answerOf(status, 'AzureAdJoined') === true
            ? { outcome: 'pass' }
            : undefined,
      },
      further: fallbackByPreferences(viewPolicies(inputs, scope)),
      says: {
        pass: 'Devices register by themselves',
        warning: 'A fallback hides failures of the federated registration',
        fail: 'Automatic registration of devices is switched off',
      },
    }),
  remediation: {
    task: 'Let the clients register by themselves.',
    steps: [
      'Set “Register domain joined computers as devices” (Administrative Templates, Windows Components, Device Registration) to “Enabled”, or “Not Configured”.',
      'Enable the scheduled task Automatic-Device-Join below \\Microsoft\\Windows\\Workplace Join.',
      'Remove FallbackToSyncJoin once registration through AD FS works.',
    ],
    command: [
      "Set-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WorkplaceJoin' -ValueName autoWorkplaceJoin -Type DWord -Value 1",
      "Enable-ScheduledTask -TaskPath '\\Microsoft\\Windows\\Workplace Join\\' -TaskName Automatic-Device-Join",
      'dsregcmd /status',
    ].join('\n'),
    verify:
      '`Get-ScheduledTask -TaskName Automatic-Device-Join` shows Ready, and `dsregcmd /status` AzureAdJoined YES.',
    revert:
      "`Set-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WorkplaceJoin' -ValueName autoWorkplaceJoin -Type DWord -Value 0`",
    right: 'Rights to edit group policies; administrator of the client',
  },
});

const judgeJoin = ({ computer }: PolicyCase): Verdict =>
  decide(computer(automaticJoin), (join): Verdict => {
    if (join.kind === 'set' && join.value !== 1)
      return { outcome: 'fail', note: `autoWorkplaceJoin is ${join.value} ${originOf(join)}.` };
    return decide(computer(fallbackToSyncJoin), (fallback): Verdict => {
      if (fallback.kind === 'set' && fallback.value !== 0)
        return { outcome: 'warning', note: `FallbackToSyncJoin is ${fallback.value} ${originOf(fallback)}.` };
      if (join.kind === 'set') return { outcome: 'pass', note: `autoWorkplaceJoin is 1 ${originOf(join)}.` };
      return {
        outcome: 'unknown',
        reason: 'not-collected',
        note: 'No group policy sets autoWorkplaceJoin here; then the scheduled task decides, whose state was not collected.',
      };
    });
  });

/** The fallback lies outside the policy keys, so preferences are the usual way to set it. */
function fallbackByPreferences(view: PolicyView): readonly JudgedObject[] {
  const { evidence, computerUnits } = view;
  const units = computerUnits.map(({ distinguishedName }) => distinguishedName);
  const places = pilotPlaces(units, [], evidence, 'preferences');
  const linked = new Map(
    places
      .flatMap(({ computerUnit }) => linkedPolicies(computerUnit, evidence) ?? [])
      .map((policy) => [`${policy.domain}/{${policy.guid}}`, policy] as const),
  );
  return [...linked].flatMap(([id, policy]) => {
    const verdict = judgeItems(policy, view);
    if (verdict === undefined) return [];
    const reach = pilotReach(policy, 'machine', places, evidence, registryPreferencesExtension);
    if (reach.kind === 'filtered' || reach.kind === 'not-linked') return [];
    const object = { id, kind: 'group-policy-object', name: titleOf(policy) } as const;
    return reach.kind === 'unsure' && verdict.outcome === 'warning'
      ? [{ ...object, outcome: 'unknown', reason: reach.reason, note: `${verdict.note} ${reach.note}` } as const]
      : [{ ...object, ...verdict }];
  });
}

function judgeItems(policy: AppliedPolicy, { evidence }: PolicyView): Verdict | undefined {
  const items = computerItems(policy, evidence);
  if (items.kind === 'unread')
    return {
      outcome: 'unknown',
      reason: items.gap?.reason ?? 'not-collected',
      note: `Its registry preferences were not read${items.gap === undefined ? '.' : `: ${items.gap.message}`}`,
    };
  const item = lastItem(items.items, fallbackToSyncJoin);
  if (item === undefined || item.action === 'delete' || item.value === '0') return undefined;
  return { outcome: 'warning', note: `Its registry preferences set FallbackToSyncJoin to ${item.value.slice(0, 50)}.` };
}
