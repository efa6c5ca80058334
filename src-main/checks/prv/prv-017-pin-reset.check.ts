import { helloSetting } from '../../evidence/derived/hello-policy';
import { originOf } from '../../evidence/derived/policy-case';
import { decide } from '../../evidence/derived/setting';
import { judgedApplications } from '../../evidence/graph/lists';
import { type CheckResult, defineCheck, type Inputs } from '../define-check';
import { assignedPolicies, intuneObject, reachesEverybody, reachOf, switchOf } from '../pol/intune-policies';
import { judgePolicy } from '../pol/judge-policy';
import { policyNeeds } from '../pol/policy-inputs';
import { unlessIntune } from '../pol/policy-rule';
import { type JudgedObject, judged } from '../result';

const { enablePinRecovery } = helloSetting;
/** Under the names they have in every tenant. */
const applications = [
  { appId: judgedApplications.pinResetService, name: 'Microsoft Pin Reset Service Production' },
  { appId: judgedApplications.pinResetClient, name: 'Microsoft Pin Reset Client Production' },
] as const;
const needs = [...policyNeeds, 'intune.hello-policies?', 'entra.service-principals?'] as const;
type ResetInputs = Inputs<(typeof needs)[number]>;
type Scope = Parameters<typeof judgePolicy>[1];

export default defineCheck({
  id: 'PRV-017',
  revision: 2,
  why: 'Without the service a forgotten PIN is reset by making the container anew, which needs AD FS and a domain controller at hand.',
  sources: ['https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/pin-reset'],
  outcomes: ['pass', 'warning'],
  needs,
  evaluate(inputs, { scope }) {
    const ways = judgeWays(inputs, scope);
    const services = judgeApplications(inputs);
    return judged([...ways.objects, ...services], {
      summary: `${ways.summary} ${services.map(({ name, note }) => `${name}: ${note}`).join(' ')}`,
      observations: ways.observations,
    });
  },
  remediation: {
    task: 'Consent to the PIN reset service.',
    steps: [
      'Consent to both applications of the PIN reset service as an administrator of the tenant.',
      'Enable “Use PIN Recovery” (EnablePinRecovery) for the pilot, in group policy or Intune.',
      'For Entra joined devices of a federated tenant allow the sign-in pages of AD FS as well (SSO-020).',
    ],
    command: [
      "Set-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork' -ValueName EnablePinRecovery -Type DWord -Value 1",
      'dsregcmd /status',
    ].join('\n'),
    verify: '`dsregcmd /status` of a client with a PIN shows CanReset : DestructiveAndNonDestructive.',
    revert:
      "`Remove-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork' -ValueName EnablePinRecovery`",
    right: 'Application Administrator for the consent; rights to edit group policies',
  },
});

interface Ways extends Pick<CheckResult, 'summary' | 'observations'> {
  readonly objects: readonly JudgedObject[];
}

/** What policy and clients say; a policy of Intune that turns it on stands in where group policy does not decide. */
function judgeWays(inputs: ResetInputs, scope: Scope): Ways {
  const result = judgePolicy(inputs, scope, {
    title: 'Use PIN Recovery',
    settings: [
      { name: enablePinRecovery, halves: ['machine', 'user'], expected: '= 1', isExpected: (value) => value === 1 },
    ],
    judge: ({ effective }) =>
      decide(effective(enablePinRecovery), (setting) =>
        setting.kind === 'absent'
          ? unlessIntune(scope, enablePinRecovery, {
              outcome: 'warning',
              note: 'No group policy sets EnablePinRecovery here.',
            })
          : {
              outcome: setting.value === 1 ? 'pass' : 'warning',
              note: `EnablePinRecovery is ${setting.value} ${originOf(setting)}.`,
            },
      ),
    client: {
      label: 'CanReset',
      judge({ fields }) {
        if (fields.CanReset === 'DestructiveAndNonDestructive') return { outcome: 'pass' };
        return fields.CanReset === 'DestructiveOnly' ? { outcome: 'warning' } : undefined;
      },
    },
    says: {
      pass: 'A PIN can be reset without making the container anew',
      warning: 'A PIN can be reset only by making the container anew',
    },
  });
  const intune = scope.policyChannel === 'group-policy' ? [] : intuneObjects(inputs);
  if (result.outcome !== 'unknown') return { ...result, objects: [...result.objects, ...intune] };
  const isDecided = result.objects.every(({ outcome }) => outcome === 'not-applicable') && intune.length > 0;
  if (isDecided) return { summary: intune.map(({ note }) => note ?? '').join(' '), observations: [], objects: intune };
  const open = {
    id: 'policy:pin-recovery',
    kind: 'check',
    name: 'Use PIN Recovery',
    outcome: 'unknown',
    reason: result.unknownReason ?? 'not-collected',
    note: result.summary,
  } as const;
  return { ...result, objects: [...result.objects, open, ...intune] };
}

const intuneObjects = (inputs: ResetInputs): readonly JudgedObject[] =>
  assignedPolicies(inputs['intune.hello-policies']).flatMap(({ policy, evidenceId }): readonly JudgedObject[] => {
    const isOn = switchOf(policy, 'enablepinrecovery');
    if (isOn === undefined) return [];
    const object = intuneObject(policy, evidenceId);
    if (!isOn)
      return [{ ...object, outcome: 'warning', note: `The policy of Intune “${object.name}” turns PIN recovery off.` }];
    if (reachesEverybody(policy))
      return [
        {
          ...object,
          outcome: 'pass',
          note: `The policy of Intune “${object.name}” turns PIN recovery on for everybody.`,
        },
      ];
    return [
      {
        ...object,
        outcome: 'unknown',
        reason: 'not-collected',
        note: `The policy of Intune “${object.name}” turns PIN recovery on for ${reachOf(policy)}; whether the pilot is among them was not read.`,
      },
    ];
  });

function judgeApplications(inputs: ResetInputs): readonly JudgedObject[] {
  const { records, gaps } = inputs['entra.service-principals'];
  return applications.map(({ appId, name }): JudgedObject => {
    const object = { id: `application:${appId}`, kind: 'directory-object', name } as const;
    const found = records.find(({ data }) => data.servicePrincipals.some((one) => one.appId === appId));
    const principal = found?.data.servicePrincipals.find((one) => one.appId === appId);
    if (found !== undefined && principal !== undefined) {
      const seen = { ...object, evidenceId: found.id, locate: appId };
      if (principal.accountEnabled === undefined)
        return {
          ...seen,
          outcome: 'unknown',
          reason: 'not-collected',
          note: 'it is in the tenant; whether it is enabled was not returned.',
        };
      return principal.accountEnabled
        ? { ...seen, outcome: 'pass', note: 'it is in the tenant.' }
        : { ...seen, outcome: 'warning', note: 'it is in the tenant, but disabled.' };
    }
    const isAbsent = records.some(({ data }) => data.askedFor?.includes(appId) === true);
    if (isAbsent) return { ...object, outcome: 'warning', note: 'nobody consented to it in the tenant.' };
    return {
      ...object,
      outcome: 'unknown',
      reason: gaps[0]?.reason ?? 'not-collected',
      note: 'whether the tenant has it was not read.',
    };
  });
}
