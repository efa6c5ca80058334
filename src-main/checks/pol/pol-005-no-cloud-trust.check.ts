import type { AffectedObject } from '../../../src-shared/model/finding';
import type { Scope } from '../../../src-shared/model/scope';
import { effectiveHelloSettings, helloSetting, originOf } from '../../evidence/derived/hello-policy';
import type { PilotUnit } from '../../evidence/derived/pilot-units';
import { policiesWithSetting } from '../../evidence/derived/policy-settings';
import { type Setting, settingAt, titleOf } from '../../evidence/derived/resultant-policy';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';
import { limitsOf, type PolicyInputs, type PolicyView, placeObject, policyNeeds, viewPolicies } from './policy-inputs';

const cloudTrust = helloSetting.useCloudTrust;

export default defineCheck({
  id: 'POL-005',
  revision: 1,
  why: 'Cloud Kerberos trust and certificate trust exclude each other: with both, the certificate wins and messages mislead; with the wrong one, no certificate comes.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cloud-kerberos-trust',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/policy-settings',
  ],
  needs: policyNeeds,
  appliesTo: ({ registrationAuthority }) =>
    registrationAuthority.hybridJoined === 'adfs' ||
    registrationAuthority.entraJoined === 'ndes-scep' || { reason: 'No certificate is issued in this scope.' },
  evaluate(inputs, { scope }) {
    const view = viewPolicies(inputs, scope);
    if (scope.policyChannel === 'intune') {
      return unknown('not-collected', {
        summary:
          'Policies come from Intune, which this version does not read; a cloud Kerberos trust policy there would not be seen.',
      });
    }
    if (view.isEmpty) return withoutPolicies(inputs);
    const objects = judgePlaces(view, scope);
    return judged(objects, {
      summary: summarise(objects, view),
      observations: policiesWithSetting(cloudTrust, ['machine', 'user'], view.evidence).map(
        ({ record, half, value, object }) => ({
          label: `${titleOf({ guid: record.data.guid, ...(object === undefined ? {} : { object }) })}, ${half === 'user' ? 'user half (without effect)' : 'computer half'}`,
          observed: `${cloudTrust.name} = ${value}`,
          expected: 'not set or 0',
          ...(half === 'user' ? {} : { matches: value === 0 }),
        }),
      ),
    });
  },
  remediation: {
    steps: [
      'Decide for which devices certificate trust is meant and for which cloud Kerberos trust; keep them in separate organisational units or groups.',
      'Take “Use cloud trust for on-premises authentication” out of policies that reach devices meant for certificate trust.',
      'Let users who were set up under the other trust reset Hello.',
    ],
    command: [
      "Remove-GPRegistryValue -Name 'Test Cloud Kerberos Trust' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork' -ValueName UseCloudTrustForOnPremAuth",
      'gpupdate /force',
      "Get-ItemProperty 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\PassportForWork'",
    ].join('\n'),
    verify:
      'The registry of a pilot client has no UseCloudTrustForOnPremAuth, and `dsregcmd /status` shows “CertEnrollment : enrollment authority”.',
    revert:
      "`Set-GPRegistryValue -Name 'Test Cloud Kerberos Trust' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork' -ValueName UseCloudTrustForOnPremAuth -Type DWord -Value 1`",
    right: 'Rights to edit group policies',
  },
});

function withoutPolicies(inputs: PolicyInputs) {
  const gap = inputs['policy.registry'].gaps[0] ?? inputs['ad.group-policy'].gaps[0];
  const told = gap === undefined ? '' : ` ${gap.message}`;
  return unknown(gap?.reason ?? 'not-collected', {
    summary: `No settings of group policies were collected, so a cloud Kerberos trust policy would not be seen.${told}`,
  });
}

function judgePlaces(view: PolicyView, scope: Scope): readonly JudgedObject[] {
  const placed = view.computerUnits.map((unit) => ({
    unit,
    setting: settingAt(unit.distinguishedName, 'machine', cloudTrust, view.evidence),
  }));
  if (placed.every(({ setting }) => setting === undefined)) return judgeUnplaced(view, scope);
  return [
    ...placed.map(({ unit, setting }) => ({ ...placeObject(unit, view), ...judgePlace(unit, setting, view, scope) })),
    ...view.unreadDomains,
  ];
}

function judgePlace(
  { distinguishedName }: PilotUnit,
  setting: Setting | undefined,
  view: PolicyView,
  scope: Scope,
): Verdict {
  switch (setting?.kind) {
    case undefined:
      return {
        outcome: 'unknown',
        reason: 'not-collected',
        note: 'The policies and links of this domain were not read.',
      };
    case 'unsure':
      return { outcome: 'unknown', reason: setting.reason, note: setting.note };
    case 'absent':
      return scope.policyChannel === 'both'
        ? {
            outcome: 'unknown',
            reason: 'not-collected',
            note: `No group policy sets ${cloudTrust.name} here; whether Intune does was not collected.`,
          }
        : { outcome: 'pass', note: `No group policy sets ${cloudTrust.name} here.` };
    case 'set':
      if (setting.value === 0) return { outcome: 'pass', note: `${cloudTrust.name} is 0 ${originOf(setting)}.` };
      return besideCertificates(distinguishedName, `${cloudTrust.name} is ${setting.value} ${originOf(setting)}`, view);
  }
}

/** With the certificate setting, the certificate wins; without it, the device takes the other trust. */
function besideCertificates(unit: string, cause: string, view: PolicyView): Verdict {
  const certificates = effectiveHelloSettings(unit, view.users, helloSetting.useCertificate, view.evidence) ?? [];
  if (certificates.some((setting) => setting.kind === 'absent' || (setting.kind === 'set' && setting.value !== 1))) {
    return {
      outcome: 'fail',
      note: `${cause}; the certificate setting (POL-003) is not on, so the device takes cloud Kerberos trust.`,
    };
  }
  return certificates.some(({ kind }) => kind === 'unsure')
    ? {
        outcome: 'warning',
        note: `${cause}; whether the certificate setting (POL-003), which would win, is on could not be seen.`,
      }
    : { outcome: 'warning', note: `${cause}; the certificate setting (POL-003) is on as well and wins.` };
}

/** Without places or links: a policy with the setting may reach the pilot; when every policy was read and none has it, none can. */
function judgeUnplaced(view: PolicyView, scope: Scope): readonly JudgedObject[] {
  const found = policiesWithSetting(cloudTrust, ['machine'], view.evidence).filter(({ value }) => value !== 0);
  if (found.length > 0) {
    return found.map(({ record, value, object }) => ({
      id: record.target.toLowerCase(),
      kind: 'group-policy-object',
      name: titleOf({ guid: record.data.guid, ...(object === undefined ? {} : { object }) }),
      outcome: 'unknown',
      reason: 'not-collected',
      note: `${cloudTrust.name} is ${value}; whether it applies to the pilot is not known.`,
      evidenceId: record.id,
      locate: cloudTrust.name,
    }));
  }
  const object = {
    id: `setting:${cloudTrust.name.toLowerCase()}`,
    kind: 'group-policy-object',
    name: 'Use cloud trust for on-premises authentication',
  } as const;
  if (!view.isEveryPolicyRead) {
    return [
      {
        ...object,
        outcome: 'unknown',
        reason: 'not-collected',
        note: 'None of the policies that were read sets it, but not every policy was read.',
      },
    ];
  }
  return scope.policyChannel === 'both'
    ? [
        {
          ...object,
          outcome: 'unknown',
          reason: 'not-collected',
          note: 'No group policy sets it; whether Intune does was not collected.',
        },
      ]
    : [{ ...object, outcome: 'pass', note: 'No policy of the domains that were read sets it.' }];
}

function summarise(objects: readonly AffectedObject[], view: PolicyView): string {
  const [wrong, both, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  const limits =
    view.computerUnits.length > 0 && view.evidence.directories.length > 0
      ? ` ${limitsOf(view, helloSetting.useCertificate)}`
      : '';
  if (wrong.length > 0)
    return `Pilot computers get cloud Kerberos trust instead of certificate trust at ${listed(wrong)}.${limits}`;
  if (both.length > 0) {
    const [first] = objects.filter(({ outcome }) => outcome === 'warning');
    return `Cloud Kerberos trust is switched on beside certificate trust at ${listed(both)}: ${first?.note ?? ''}${limits}`;
  }
  if (unseen.length > 0) {
    const [first] = objects.filter(({ outcome }) => outcome === 'unknown');
    return `Whether cloud Kerberos trust is switched on could not be seen for ${listed(unseen)}. ${first?.note ?? ''}${limits}`;
  }
  return `Cloud Kerberos trust is not switched on for the pilot: ${countOf(objects.length, 'place')} judged.${limits}`;
}
