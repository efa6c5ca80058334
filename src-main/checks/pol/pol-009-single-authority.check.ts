import type { Scope } from '../../../src-shared/model/scope';
import { isSameComputer, joinTypeOf, withDistinctIds } from '../../evidence/derived/clients';
import { helloSetting } from '../../evidence/derived/hello-policy';
import { policyCases } from '../../evidence/derived/policy-case';
import { policiesWithSetting } from '../../evidence/derived/policy-settings';
import { decide } from '../../evidence/derived/setting';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, notApplicable, unknown, worstOutcome } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';
import { judgeClients } from './client-answers';
import { besideIntune, intuneChannelNeeds } from './intune-channel';
import { judgePlaces } from './judge-places';
import { type PolicyInputs, type PolicyView, policyNeeds, viewPolicies } from './policy-inputs';

const { enabled, useCertificate, requireSecurityDevice } = helloSetting;
const shared = [
  { setting: enabled, intune: 'usepassportforwork' },
  { setting: useCertificate, intune: 'usecertificateforonpremauth' },
  { setting: requireSecurityDevice, intune: 'requiresecuritydevice' },
] as const;
const byMdm = 'mobile device management';

export default defineCheck({
  id: 'POL-009',
  revision: 2,
  why: 'Group policy wins over Intune, and with both two authorities issue certificates for one credential: set-up fails or devices end with two.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/configure',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/rdp-sign-in',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: [...policyNeeds, ...intuneChannelNeeds],
  evaluate(inputs, { scope }) {
    const view = viewPolicies(inputs, scope);
    const clients = contradictingClients(inputs, scope, view);
    const places = scope.policyChannel === 'both' ? judgeChannels(view, besideIntune(inputs)) : [];
    const objects = [...places, ...clients];
    if (!objects.some(({ outcome }) => outcome !== 'not-applicable')) {
      return scope.policyChannel === 'both'
        ? unknown(inputs['policy.registry'].gaps[0]?.reason ?? 'not-collected', {
            summary: 'Neither group policies nor policies of Intune were collected, so they cannot be compared.',
          })
        : notApplicable({
            summary: 'Policies come from one channel in this scope, and no client shows another.',
            objects: objects.map(({ reason: _, ...object }) => object),
          });
    }
    const result = judged(objects, { summary: summarise(objects) });
    return result.outcome === 'warning' ? { ...result, severity: 'medium' } : result;
  },
  remediation: {
    task: 'Let one channel set the policy of each device.',
    steps: [
      'Decide for one channel for each group of devices.',
      'Exclude devices that group policy configures from the Hello and SCEP profiles of Intune, or the other way round.',
      'Let affected users reset Hello, so that one certificate is left.',
    ],
    command: [
      "Get-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork'",
      'dsregcmd /status',
      'certutil -user -store my',
    ].join('\n'),
    verify: '`dsregcmd /status` shows “CertEnrollment : enrollment authority” on devices meant for AD FS.',
    revert: 'Restore the assignment.',
    right: 'Rights to edit group policies; Intune administrator',
  },
});

/** Clients on which Intune issues the certificate although group policy names AD FS for them. */
function contradictingClients(inputs: PolicyInputs, scope: Scope, view: PolicyView): readonly JudgedObject[] {
  if (scope.registrationAuthority.hybridJoined !== 'adfs') return [];
  const isForAdfs = policiesWithSetting(useCertificate, ['machine', 'user'], view.evidence).some(
    ({ value }) => value === 1,
  );
  const judgedClients = judgeClients(inputs, scope, {
    label: 'CertEnrollment',
    isBeside: true,
    judge(status) {
      const answer = status.fields.CertEnrollment?.toLowerCase();
      if (joinTypeOf(status) !== 'hybrid') return undefined;
      if (answer === 'enrollment authority') return scope.policyChannel === 'both' ? { outcome: 'pass' } : undefined;
      return answer === byMdm ? { outcome: 'fail' } : undefined;
    },
  });
  return withDistinctIds(
    judgedClients.map(({ object, name }): JudgedObject => {
      if (object.outcome !== 'fail') return object;
      const verdict = policyFor(name, view, isForAdfs);
      return { ...object, ...verdict, note: `${object.note} ${verdict.note}` };
    }),
  );
}

/** What group policy says where the client's account lies; elsewhere whether any policy names AD FS. */
function policyFor(client: string, { computerUnits, users, evidence }: PolicyView, isForAdfs: boolean): Verdict {
  const unit = computerUnits.find(({ computers }) => computers.some((computer) => isSameComputer(computer, client)));
  if (unit === undefined) {
    return isForAdfs
      ? {
          outcome: 'unknown',
          reason: 'not-collected',
          note: 'Whether a group policy that names AD FS reaches it is not known.',
        }
      : { outcome: 'not-applicable', note: 'No group policy that was read names AD FS.' };
  }
  const [at] = policyCases(unit.distinguishedName, users, evidence);
  if (at === undefined) return { outcome: 'not-applicable', note: 'No policy reaches it.' };
  return decide(
    at.effective(useCertificate),
    (setting): Verdict =>
      setting.kind === 'set' && setting.value === 1
        ? { outcome: 'fail', note: 'Group policy names AD FS for it, Intune issues the certificate.' }
        : { outcome: 'not-applicable', note: 'No group policy names AD FS for it.' },
  );
}

/** With both channels: where group policy sets nothing of Hello nothing can contradict; where it does, it is held against Intune. */
function judgeChannels(view: PolicyView, beside: ReturnType<typeof besideIntune>): readonly JudgedObject[] {
  if (view.isEmpty) return [];
  return judgePlaces(view, [], {
    title: 'Group policy beside Intune',
    settings: shared.map(({ setting }) => ({ name: setting, halves: ['machine', 'user'] })),
    judge({ effective }) {
      const verdicts = shared.map(({ setting, intune }) =>
        decide(effective(setting), (sure) => beside({ registry: setting.name, intune }, sure)),
      );
      const outcome = worstOutcome(verdicts);
      const decisive = verdicts.filter((verdict) => verdict.outcome === outcome);
      return outcome === 'pass'
        ? { outcome, note: 'Not more than one channel configures Hello here.' }
        : { ...decisive[0], outcome, note: [...new Set(decisive.map(({ note }) => note))].join(' ') };
    },
  });
}

function summarise(objects: readonly JudgedObject[]): string {
  const wrong = namesOf(objects, 'fail');
  const judgedCount = objects.filter(({ outcome }) => outcome !== 'not-applicable').length;
  if (wrong.length > 0)
    return `Two authorities fight for the Hello certificate on ${listed(wrong)}: group policy names AD FS, Intune issues it.`;
  const both = objects.filter(({ outcome }) => outcome === 'warning');
  if (both.length > 0)
    return `Group policy and Intune both configure Hello at ${countOf(both.length, 'place')}. ${both[0]?.note ?? ''}`;
  const open = objects.filter(({ outcome }) => outcome === 'unknown');
  if (open.length > 0)
    return `${shareOf(open.length, judgedCount, 'place or client')} not decided. ${open[0]?.note ?? ''}`;
  return `Group policy and Intune do not contradict each other: ${countOf(judgedCount, 'place or client', 'places and clients')} judged.`;
}
