import { windowsSetting } from './hello-policy';
import { placeKeyOf } from './place-key';
import { type AppliedPolicy, halfTitles, type PolicyEvidence, type PolicyHalf, titleOf } from './policy-evidence';
import type { PolicyTarget } from './policy-reach';
import { isEveryPolicyRead, isLinkedAnywhere, policiesWithSetting } from './policy-settings';
import { type PolicyPlaces, policyTarget } from './policy-target';
import { type SettingName, settingAt } from './resultant-policy';
import { answersOf, follow, over, type Setting } from './setting';

const loopback = { merge: 1, replace: 2 } as const;

/** Places of the pilot users; when some may be missing, a user half that contradicts makes the result unsure. */
export interface UserPlaces {
  readonly units: readonly string[];
  readonly isComplete: boolean;
}

/** What group policy makes of values for one kind of user at the computers of one place. */
export interface PolicyCase {
  readonly computer: (name: SettingName) => Setting;
  /** Loopback processing included. */
  readonly user: (name: SettingName) => Setting;
  /** Both halves; the user half wins (catalogue section 6, "Effective order"). */
  readonly effective: (name: SettingName) => Setting;
  readonly loopback: 'none' | 'merge' | 'replace' | 'unknown';
}

/** One case for each kind of user that signs in to computers of a place; places of users that get the same policies count once. */
export function policyCases(
  computerUnit: string,
  { units, isComplete }: UserPlaces,
  evidence: PolicyEvidence,
): readonly PolicyCase[] {
  const distinct = new Map(units.map((unit) => [placeKeyOf(unit, 'users', evidence), unit]));
  const places = [...distinct.values()].map((userUnit): PolicyPlaces => ({ computerUnit, userUnit }));
  const all = isComplete && places.length > 0 ? places : [...places, { computerUnit }];
  return all.map((place) => caseAt(place, evidence));
}

/** Group policy at a place where no users are of interest, such as that of domain controllers. */
export const computerCase = (computerUnit: string, evidence: PolicyEvidence): Pick<PolicyCase, 'computer'> =>
  caseAt({ computerUnit }, evidence);

function caseAt(places: PolicyPlaces, evidence: PolicyEvidence): PolicyCase {
  const target = policyTarget(places, evidence);
  const computer = (name: SettingName): Setting => settingAt(places.computerUnit, 'machine', name, target, evidence);
  const mode = computer(windowsSetting.loopbackMode);
  const user = (name: SettingName): Setting => userSetting(places, name, mode, target, evidence);
  return { computer, user, effective: (name) => over(user(name), computer(name)), loopback: loopbackOf(mode) };
}

/** Group policy as a whole, where the place of the pilot is not known: any policy may apply or not. */
export function unplacedCase(evidence: PolicyEvidence): PolicyCase {
  const anywhere =
    (half: PolicyHalf) =>
    (name: SettingName): Setting => {
      const setting = somewhere(name, half, evidence, () => true, 'whether it applies to the pilot is not known');
      if (isEveryPolicyRead(evidence)) return setting;
      const note = `None of the policies that were read sets ${name.name} for certain, but not every policy was read.`;
      return { kind: 'unsure', reason: 'not-collected', note, otherwise: setting };
    };
  const [computer, user] = [anywhere('machine'), anywhere('user')];
  return { computer, user, effective: (name) => over(user(name), computer(name)), loopback: 'unknown' };
}

/** With loopback processing the user half of the computer's place comes first, and alone when it replaces (MS-GPOL 3.2.5.1). */
function userSetting(
  { computerUnit, userUnit }: PolicyPlaces,
  name: SettingName,
  mode: Setting,
  target: PolicyTarget,
  evidence: PolicyEvidence,
): Setting {
  const own = (): Setting =>
    userUnit === undefined
      ? somewhere(name, 'user', evidence, isLinked(evidence), 'where the pilot users are is not known')
      : settingAt(userUnit, 'user', name, target, evidence);
  const atComputer = (): Setting => settingAt(computerUnit, 'user', name, target, evidence);
  const modes = answersOf(mode);
  // Whatever the mode: where every mode leads to the same, none has to be known.
  if (modes.length > 1 && isSame([own(), atComputer(), over(atComputer(), own())])) return own();
  return follow(mode, (sure): Setting => {
    switch (sure.kind === 'set' ? sure.value : undefined) {
      case loopback.merge:
        return over(atComputer(), own());
      case loopback.replace:
        return atComputer();
      default:
        return own();
    }
  });
}

const isLinked =
  (evidence: PolicyEvidence) =>
  (policy: AppliedPolicy): boolean =>
    isLinkedAnywhere(policy, evidence);

/** Each policy that sets the value may reach the accounts. */
function somewhere(
  name: SettingName,
  half: PolicyHalf,
  evidence: PolicyEvidence,
  counts: (policy: AppliedPolicy) => boolean,
  doubt: string,
): Setting {
  return policiesWithSetting(name, [half], evidence)
    .filter(({ policy }) => counts(policy))
    .reduce<Setting>(
      (otherwise, { record, value, policy }) => ({
        kind: 'unsure',
        reason: 'not-collected',
        note: `The ${halfTitles[half]} of ${titleOf(policy)} sets ${name.name} to ${value}; ${doubt}.`,
        applied: { kind: 'set', value, by: policy, half, evidenceId: record.id },
        otherwise,
      }),
      { kind: 'absent' },
    );
}

const isSame = (settings: readonly Setting[]): boolean =>
  new Set(
    settings.map((setting) => (setting.kind === 'set' ? setting.value : setting.kind === 'absent' ? '' : setting)),
  ).size === 1;

function loopbackOf(mode: Setting): PolicyCase['loopback'] {
  const modes = new Set(
    answersOf(mode).map((answer): PolicyCase['loopback'] => {
      if (answer === undefined) return 'unknown';
      if (answer.kind === 'absent') return 'none';
      return answer.value === loopback.replace ? 'replace' : answer.value === loopback.merge ? 'merge' : 'none';
    }),
  );
  const [first = 'unknown', second] = modes;
  return second === undefined ? first : 'unknown';
}

/** "by “WHFB Pilot” (computer half)" */
export const originOf = ({ by, half }: { readonly by: AppliedPolicy; readonly half: PolicyHalf }): string =>
  `by ${titleOf(by)} (${halfTitles[half]})`;
