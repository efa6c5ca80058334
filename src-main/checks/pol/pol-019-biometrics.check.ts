import { biometricSetting } from '../../evidence/derived/hello-policy';
import { originOf } from '../../evidence/derived/policy-case';
import { decide } from '../../evidence/derived/setting';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { judged, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';
import { judgePlaces } from './judge-places';
import { observePolicies } from './judge-policy';
import { policyNeeds, viewPolicies } from './policy-inputs';

const title = 'Biometrics and unlock';
const settings = Object.values(biometricSetting).map((name) => ({ name, halves: ['machine'] as const }));

export default defineCheck({
  id: 'POL-019',
  revision: 1,
  why: 'Where biometrics are switched off only the PIN is left, and rules for unlocking add steps nobody expects in the pilot.',
  sources: ['https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/policy-settings'],
  outcomes: ['warning', 'info'],
  needs: policyNeeds,
  evaluate(inputs, { scope }) {
    const view = viewPolicies(inputs, scope);
    const [gap] = [...inputs['policy.registry'].gaps, ...inputs['ad.group-policy'].gaps];
    if (view.isEmpty || scope.policyChannel === 'intune') {
      return unknown(gap?.reason ?? 'not-collected', {
        summary:
          scope.policyChannel === 'intune'
            ? 'Policies come from Intune, which this version does not read; what it says of biometrics is not known.'
            : `No settings of group policies were collected, so what they say of biometrics is not known.${gap === undefined ? '' : ` ${gap.message}`}`,
      });
    }
    const objects = judgePlaces(view, [], {
      title,
      settings,
      judge: ({ computer }) =>
        decide(computer(biometricSetting.enabled), (setting): Verdict => {
          if (setting.kind === 'absent')
            return { outcome: 'info', note: 'No group policy switches biometrics off here.' };
          const note = `Biometrics: Enabled is ${setting.value} ${originOf(setting)}`;
          return setting.value === 0
            ? { outcome: 'warning', note: `${note}, so users are left with the PIN.` }
            : { outcome: 'info', note: `${note}.` };
        }),
    });
    const observations = settings.flatMap((setting) => observePolicies(view, setting));
    const off = namesOf(objects, 'warning');
    const unseen = objects.filter(({ outcome }) => outcome === 'unknown');
    const inventory =
      observations.length === 0
        ? 'No policy that was read has a setting of biometrics, dynamic lock or unlock factors.'
        : `${countOf(observations.length, 'setting')} of biometrics, dynamic lock and unlock factors ${observations.length === 1 ? 'was' : 'were'} found.`;
    const lead =
      off.length > 0
        ? `Biometrics are switched off at ${listed(off)}; that is right only where none are expected. `
        : unseen.length > 0
          ? `Whether biometrics are switched off could not be seen. ${unseen[0]?.note ?? ''} `
          : '';
    return judged(objects, { summary: `${lead}${inventory}`, observations });
  },
  remediation: {
    task: 'Compare the biometric settings with what is planned.',
    steps: [
      'Compare the settings found with what the project promises its users: face, fingerprint, enhanced anti-spoofing, multi-factor unlock, dynamic lock.',
      'Set “Allow the use of biometrics” to “Enabled” where they are wanted.',
    ],
    command: [
      "Set-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Biometrics' -ValueName Enabled -Type DWord -Value 1",
      'gpupdate /force',
    ].join('\n'),
    verify: 'Settings, Accounts, Sign-in options offers face or fingerprint on hardware that has them.',
    revert:
      "`Set-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Biometrics' -ValueName Enabled -Type DWord -Value 0`",
    right: 'Rights to edit group policies',
  },
});
