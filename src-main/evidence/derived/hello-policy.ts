import { isLinkedAnywhere, policiesWithSetting } from './policy-settings';
import {
  type PolicyEvidence,
  type PolicyHalf,
  type Setting,
  type SettingName,
  settingAt,
  titleOf,
} from './resultant-policy';

const helloKey = 'SOFTWARE\\Policies\\Microsoft\\PassportForWork';

/** Settings of Windows Hello for Business in group policy. Both halves unless said otherwise. */
export const helloSetting = {
  enabled: { key: helloKey, name: 'Enabled' },
  useCertificate: { key: helloKey, name: 'UseCertificateForOnPremAuth' },
  /** Computer half only. */
  useCloudTrust: { key: helloKey, name: 'UseCloudTrustForOnPremAuth' },
} as const satisfies Readonly<Record<string, SettingName>>;

const loopbackMode: SettingName = { key: 'SOFTWARE\\Policies\\Microsoft\\Windows\\System', name: 'UserPolicyMode' };
const loopback = { merge: 1, replace: 2 } as const;

/** Places of the pilot users; when some may be missing, a user half that contradicts makes the result unsure. */
export interface UserPlaces {
  readonly units: readonly string[];
  readonly isComplete: boolean;
}

/**
 * The values a Hello setting takes on computers of `unit`, one for each different outcome among the user units; the user half wins over the computer half
 * (catalogue section 6, "Effective order"). With loopback processing the user half of the computer's place comes first, and alone when it replaces.
 * Undefined when links of the domain were not read.
 */
export function effectiveHelloSettings(
  unit: string,
  { units, isComplete }: UserPlaces,
  name: SettingName,
  evidence: PolicyEvidence,
): readonly Setting[] | undefined {
  const machine = settingAt(unit, 'machine', name, evidence);
  if (machine === undefined) return undefined;
  if (units.length === 0) return withUnplacedUsers(machine, name, evidence);
  const own = ownUserSetting(unit, name, evidence);
  const users = units.map((userUnit): Setting => {
    if (own !== undefined && (own.setting.kind !== 'absent' || own.replaces)) return own.setting;
    return (
      settingAt(userUnit, 'user', name, evidence) ?? {
        kind: 'unsure',
        reason: 'not-collected',
        note: 'The policies that users get were not read.',
        otherwise: { kind: 'absent' },
      }
    );
  });
  const placed = users.map((user) => over(user, machine));
  return distinct(isComplete ? placed : [...placed, ...withUnplacedUsers(machine, name, evidence)]);
}

/** The user half at the computer's place, when loopback processing brings it in. */
function ownUserSetting(
  unit: string,
  name: SettingName,
  evidence: PolicyEvidence,
): { readonly setting: Setting; readonly replaces: boolean } | undefined {
  const mode = settingAt(unit, 'machine', loopbackMode, evidence);
  if (mode?.kind !== 'set' || (mode.value !== loopback.merge && mode.value !== loopback.replace)) return undefined;
  const setting = settingAt(unit, 'user', name, evidence);
  return setting === undefined ? undefined : { setting, replaces: mode.value === loopback.replace };
}

/** `upper`, and `lower` where it says nothing. */
function over(upper: Setting, lower: Setting): Setting {
  if (upper.kind === 'absent') return lower;
  return upper.kind === 'unsure' ? { ...upper, otherwise: over(upper.otherwise, lower) } : upper;
}

/** Where the users are is not known: a user half that says something else somewhere may reach them. */
function withUnplacedUsers(machine: Setting, name: SettingName, evidence: PolicyEvidence): readonly Setting[] {
  const differing = policiesWithSetting(name, ['user'], evidence).filter(
    ({ record, value }) =>
      isLinkedAnywhere(record.data, evidence) && !(machine.kind === 'set' && machine.value === value),
  );
  const [first] = differing;
  if (first === undefined) return [machine];
  const title = titleOf({
    guid: first.record.data.guid,
    ...(first.object === undefined ? {} : { object: first.object }),
  });
  const note = `The user half of ${title} sets ${name.name} to ${first.value}, and where the pilot users are is not known.`;
  return [{ kind: 'unsure', reason: 'not-collected', note, otherwise: machine }];
}

function distinct(settings: readonly Setting[]): readonly Setting[] {
  const byText = new Map(settings.map((setting) => [fingerprint(setting), setting]));
  return [...byText.values()];
}

function fingerprint(setting: Setting): string {
  switch (setting.kind) {
    case 'absent':
      return 'absent';
    case 'set':
      return `set ${setting.value} ${setting.half} ${setting.by.domain} ${setting.by.guid}`;
    case 'unsure':
      return `unsure ${setting.note} ${fingerprint(setting.otherwise)}`;
  }
}

export const halfTitles: Readonly<Record<PolicyHalf, string>> = { machine: 'computer half', user: 'user half' };

/** "by “WHFB Pilot” (computer half)", with a warning about what was not judged. */
export function originOf({ by, half }: Extract<Setting, { kind: 'set' }>): string {
  const filter = by.object?.hasWmiFilter === true ? ', behind a WMI filter that was not judged' : '';
  return `by ${titleOf(by)} (${halfTitles[half]}${filter})`;
}
