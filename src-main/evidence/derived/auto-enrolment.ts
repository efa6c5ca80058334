import { autoEnrolmentFlag } from './hello-policy';
import { originOf } from './policy-case';
import type { SureSetting } from './setting';
import type { Verdict } from './verdict';

const bits = [
  [autoEnrolmentFlag.fromTemplates, 'enrol by templates'],
  [autoEnrolmentFlag.manageStore, 'renew expired certificates and clean up'],
  [autoEnrolmentFlag.retrievePending, 'fetch pending requests'],
] as const;

/** Judges `AEPolicy`: the three bits the console sets with “Enabled” and both boxes, and no switch-off. `absent` is what no policy means to the check. */
export function judgeAutoEnrolment(setting: SureSetting, absent: Verdict): Verdict {
  if (setting.kind === 'absent') return absent;
  const { value } = setting;
  const origin = `AEPolicy is ${value} ${originOf(setting)}`;
  if ((value & autoEnrolmentFlag.disabled) !== 0)
    return { outcome: 'fail', note: `${origin}, which switches auto-enrolment off.` };
  const missing = bits.filter(([bit]) => (value & bit) === 0).map(([, name]) => name);
  return missing.length === 0
    ? { outcome: 'pass', note: `${origin}.` }
    : { outcome: 'warning', note: `${origin}: it does not ${missing.join(', nor ')}.` };
}
