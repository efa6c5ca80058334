import type { DsregcmdStatus } from '../../../src-shared/model/evidence/client';
import type { Scope } from '../../../src-shared/model/scope';
import { isSameComputer } from '../../evidence/derived/clients';
import { effectiveHelloSettings, originOf } from '../../evidence/derived/hello-policy';
import type { PilotUnit } from '../../evidence/derived/pilot-units';
import { type PolicyWithSetting, policiesWithSetting } from '../../evidence/derived/policy-settings';
import { type Setting, type SettingName, titleOf } from '../../evidence/derived/resultant-policy';
import type { Verdict } from '../../evidence/derived/verdict';
import { type JudgedObject, worstOutcome } from '../result';
import { countOf, listed } from '../wording';
import { type PolicyView, placeObject } from './policy-inputs';

/** A Hello setting that has to be 1 on every pilot computer. */
export interface WantedSetting {
  readonly setting: SettingName;
  /** As the group policy editor names it. */
  readonly title: string;
  /** Line of dsregcmd that shows the effect. */
  readonly label: string;
  /** What the line says; undefined = the client does not tell. */
  readonly onClient: (status: DsregcmdStatus) => boolean | undefined;
}

/** A client and what it says about a setting. */
export interface JudgedClient {
  readonly object: JudgedObject;
  readonly name: string;
  /** What the client says; undefined = nothing that counts. */
  readonly answer: boolean | undefined;
}

/** The places of the pilot; without places or links, the policies that have the setting. */
export function judgePlaces(
  view: PolicyView,
  clients: readonly JudgedClient[],
  scope: Scope,
  wanted: WantedSetting,
): readonly JudgedObject[] {
  if (view.isEmpty) return [];
  const placed = view.computerUnits.map((unit) => ({
    unit,
    settings: effectiveHelloSettings(unit.distinguishedName, view.users, wanted.setting, view.evidence),
  }));
  if (placed.every(({ settings }) => settings === undefined)) return judgeUnplaced(view, clients, scope, wanted);
  const places = placed.map(({ unit, settings }) => {
    const verdict = settings === undefined ? linksUnread : simulate(settings, scope, wanted);
    return { ...placeObject(unit, view), ...withClients(verdict, clientsIn(unit, clients)) };
  });
  return [...places, ...view.unreadDomains];
}

const linksUnread: Verdict = {
  outcome: 'unknown',
  reason: 'not-collected',
  note: 'The policies and links of this domain were not read.',
};

interface Simulation extends Verdict {
  /** Some users of the place get the wanted value, others do not. */
  readonly isMixed?: boolean;
}

/** The worst of what different users of the place get. */
function simulate(settings: readonly Setting[], scope: Scope, wanted: WantedSetting): Simulation {
  const verdicts = settings.map((setting) => verdictOf(setting, scope, wanted));
  const outcome = worstOutcome(verdicts);
  const decisive = verdicts.filter((verdict) => verdict.outcome === outcome);
  const isMixed = decisive.length < verdicts.length;
  return { ...decisive[0], outcome, isMixed, note: [...new Set(decisive.map(({ note }) => note))].join(' ') };
}

function verdictOf(setting: Setting, scope: Scope, { setting: { name } }: WantedSetting): Verdict {
  switch (setting.kind) {
    case 'set':
      return {
        outcome: setting.value === 1 ? 'pass' : 'fail',
        note: `${name} is ${setting.value} ${originOf(setting)}.`,
      };
    case 'absent':
      return scope.policyChannel === 'both'
        ? {
            outcome: 'unknown',
            reason: 'not-collected',
            note: `No group policy sets ${name} here; whether Intune does was not collected.`,
          }
        : { outcome: 'fail', note: `No group policy sets ${name} here.` };
    case 'unsure':
      return { outcome: 'unknown', reason: setting.reason, note: setting.note };
  }
}

/** Only clients whose computer account is known to lie in the unit. */
const clientsIn = ({ computers }: PilotUnit, clients: readonly JudgedClient[]): readonly JudgedClient[] =>
  clients.filter(
    ({ name, answer }) => answer !== undefined && computers.some((computer) => isSameComputer(computer, name)),
  );

/** Clients settle what could not be seen, and contradict a failure, unless it concerns other users than theirs. */
function withClients({ isMixed = false, ...simulated }: Simulation, clients: readonly JudgedClient[]): Verdict {
  const confirming = clients.filter(({ answer }) => answer === true);
  if (confirming.length === 0) return simulated;
  const names = listed(
    confirming.map(({ object }) => object.name),
    3,
  );
  if (simulated.outcome === 'unknown' && confirming.length === clients.length) {
    return {
      outcome: 'pass',
      note: `Confirmed by ${countOf(confirming.length, 'client')} here (${names}). ${simulated.note}`,
    };
  }
  if (simulated.outcome !== 'fail' || isMixed) return simulated;
  const note = `${simulated.note} Yet ${names} ${confirming.length === 1 ? 'reports' : 'report'} the opposite: a policy of the site, a local policy or Intune may set it.`;
  return { outcome: 'unknown', reason: 'contradictory', note };
}

/** It is not known which policy reaches the pilot; only unanimous clients settle it, or that no policy has the setting at all. */
function judgeUnplaced(
  view: PolicyView,
  clients: readonly JudgedClient[],
  scope: Scope,
  wanted: WantedSetting,
): readonly JudgedObject[] {
  const answers = clients.flatMap(({ answer }) => answer ?? []);
  const isConfirmed = answers.length > 0 && answers.every((answer) => answer);
  const found = policiesOf(view, wanted);
  if (found.length === 0) {
    const note = view.isEveryPolicyRead
      ? `No policy of the domains that were read sets ${wanted.setting.name}.`
      : `None of the policies that were read sets ${wanted.setting.name}.`;
    const object = {
      id: `setting:${wanted.setting.name.toLowerCase()}`,
      kind: 'group-policy-object',
      name: wanted.title,
      note,
    } as const;
    if (isConfirmed) return [{ ...object, outcome: 'info' }];
    return [
      view.isEveryPolicyRead && scope.policyChannel === 'group-policy'
        ? { ...object, outcome: 'fail' }
        : { ...object, outcome: 'unknown', reason: 'not-collected' },
    ];
  }
  return found.map(({ record, half, value, object }) => ({
    id: `${record.target.toLowerCase()}/${half}`,
    kind: 'group-policy-object',
    name: titleOf({ guid: record.data.guid, ...(object === undefined ? {} : { object }) }),
    note: `${half === 'user' ? 'User' : 'Computer'} half: ${wanted.setting.name} is ${value}; whether it applies to the pilot is not known${isConfirmed ? ', clients confirm the effect' : ''}.`,
    evidenceId: record.id,
    locate: wanted.setting.name,
    ...(isConfirmed ? { outcome: 'info' as const } : { outcome: 'unknown' as const, reason: 'not-collected' as const }),
  }));
}

/** Policies that have the setting in either half, applied or not. */
export const policiesOf = (view: PolicyView, { setting }: WantedSetting): readonly PolicyWithSetting[] =>
  policiesWithSetting(setting, ['machine', 'user'], view.evidence);
