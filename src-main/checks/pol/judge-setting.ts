import type { DsregcmdStatus } from '../../../src-shared/model/evidence/client';
import type { AffectedObject, Observation } from '../../../src-shared/model/finding';
import type { Scope } from '../../../src-shared/model/scope';
import { clientId, isOutsidePilot, isSameComputer, outOfScope, unusableCapture } from '../../evidence/derived/clients';
import { normalHostName } from '../../evidence/derived/forest-scope';
import { effectiveHelloSettings, originOf } from '../../evidence/derived/hello-policy';
import type { PilotUnit } from '../../evidence/derived/pilot-units';
import { type PolicyWithSetting, policiesWithSetting, type Setting, type SettingName, titleOf } from '../../evidence/derived/resultant-policy';
import type { Verdict } from '../../evidence/derived/verdict';
import { printable } from '../../evidence/printable';
import type { CheckResult, Evidence } from '../define-check';
import { type JudgedObject, judged, unknown, worstOutcome } from '../result';
import { countOf, listed, namesOf } from '../wording';
import { limitsOf, placeObject, type PolicyInputs, type PolicyView, viewPolicies } from './policy-inputs';

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

interface JudgedClient {
  readonly object: JudgedObject;
  readonly name: string;
  /** What the client says; undefined = nothing that counts. */
  readonly answer: boolean | undefined;
}

/**
 * Judges a setting on two ways: what group policy makes of it at each place with pilot computers, and what clients report. A client's own answer counts
 * more than the simulation: it confirms what could not be seen, and contradicts what was seen otherwise.
 */
export function judgeSetting(inputs: PolicyInputs, scope: Scope, wanted: WantedSetting): CheckResult {
  const clients = inputs['client.dsregcmd'].records.map((record) => judgeClient(record, inputs, scope, wanted));
  const view = viewPolicies(inputs, scope);
  const policies = scope.policyChannel === 'intune' ? [] : judgePolicies(view, clients, scope, wanted);
  const objects = [...policies, ...clients.map(({ object }) => object)];
  const decisive = objects.filter(({ outcome }) => outcome !== 'not-applicable' && outcome !== 'info');
  if (decisive.length === 0) return withoutEvidence(inputs, scope, wanted, objects);
  return judged(objects, { summary: summarise(decisive, wanted, view), observations: observe(inputs, scope.policyChannel === 'intune' ? [] : policiesOf(view, wanted), wanted) });
}

function judgeClient(record: Evidence<'client.dsregcmd'>, inputs: PolicyInputs, scope: Scope, wanted: WantedSetting): JudgedClient {
  const { id, data } = record;
  const name = normalHostName(data.deviceName);
  const object = { id: clientId(data), kind: 'client', name: printable(data.deviceName, 256), evidenceId: id, locate: wanted.label } as const;
  const pilot = inputs['ad.pilot-computers'];
  const isForeign = pilot.gaps.length === 0 && isOutsidePilot(data, pilot.records, scope);
  const leftOut = outOfScope(data, scope) ?? (isForeign ? 'Not a computer of the pilot.' : unusableCapture(data));
  const answer = leftOut === undefined ? wanted.onClient(data) : undefined;
  if (answer === undefined) return { object: { ...object, outcome: 'not-applicable', note: leftOut ?? `It does not tell (${wanted.label}).` }, name, answer };
  const value = printable(data.fields[wanted.label] ?? '', 60);
  return { object: { ...object, outcome: answer ? 'pass' : 'fail', note: `${wanted.label} reads “${value}”.` }, name, answer };
}

/** The places of the pilot; without places or links, the policies that have the setting. */
function judgePolicies(view: PolicyView, clients: readonly JudgedClient[], scope: Scope, wanted: WantedSetting): readonly JudgedObject[] {
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

const linksUnread: Verdict = { outcome: 'unknown', reason: 'not-collected', note: 'The policies and links of this domain were not read.' };

/** The worst of what different users of the place get. */
function simulate(settings: readonly Setting[], scope: Scope, wanted: WantedSetting): Verdict {
  const verdicts = settings.map((setting) => verdictOf(setting, scope, wanted));
  const outcome = worstOutcome(verdicts);
  const decisive = verdicts.filter((verdict) => verdict.outcome === outcome);
  return { ...decisive[0], outcome, note: [...new Set(decisive.map(({ note }) => note))].join(' ') };
}

function verdictOf(setting: Setting, scope: Scope, { setting: { name } }: WantedSetting): Verdict {
  switch (setting.kind) {
    case 'set':
      return { outcome: setting.value === 1 ? 'pass' : 'fail', note: `${name} is ${setting.value} ${originOf(setting)}.` };
    case 'absent':
      return scope.policyChannel === 'both'
        ? { outcome: 'unknown', reason: 'not-collected', note: `No group policy sets ${name} here; whether Intune does was not collected.` }
        : { outcome: 'fail', note: `No group policy sets ${name} here.` };
    case 'unsure':
      return { outcome: 'unknown', reason: setting.reason, note: setting.note };
  }
}

/** Only clients whose computer account is known to lie in the unit. */
const clientsIn = ({ computers }: PilotUnit, clients: readonly JudgedClient[]): readonly JudgedClient[] =>
  clients.filter(({ name, answer }) => answer !== undefined && computers.some((computer) => isSameComputer(computer, name)));

function withClients(simulated: Verdict, clients: readonly JudgedClient[]): Verdict {
  const confirming = clients.filter(({ answer }) => answer === true);
  if (confirming.length === 0) return simulated;
  const names = listed(confirming.map(({ object }) => object.name), 3);
  if (simulated.outcome === 'unknown' && confirming.length === clients.length) {
    return { outcome: 'pass', note: `Confirmed by ${countOf(confirming.length, 'client')} here (${names}). ${simulated.note}` };
  }
  if (simulated.outcome !== 'fail') return simulated;
  const note = `${simulated.note} Yet ${names} ${confirming.length === 1 ? 'reports' : 'report'} the opposite: a policy of the site, a local policy or Intune may set it.`;
  return { outcome: 'unknown', reason: 'contradictory', note };
}

/** It is not known which policy reaches the pilot; only unanimous clients settle it, or that no policy has the setting at all. */
function judgeUnplaced(view: PolicyView, clients: readonly JudgedClient[], scope: Scope, wanted: WantedSetting): readonly JudgedObject[] {
  const answers = clients.flatMap(({ answer }) => answer ?? []);
  const isConfirmed = answers.length > 0 && answers.every((answer) => answer);
  const found = policiesOf(view, wanted);
  if (found.length === 0) {
    const note = view.isEveryPolicyRead ? `No policy of the domains that were read sets ${wanted.setting.name}.` : `None of the policies that were read sets ${wanted.setting.name}.`;
    const object = { id: `setting:${wanted.setting.name.toLowerCase()}`, kind: 'group-policy-object', name: wanted.title, note } as const;
    if (isConfirmed) return [{ ...object, outcome: 'info' }];
    return [view.isEveryPolicyRead && scope.policyChannel === 'group-policy' ? { ...object, outcome: 'fail' } : { ...object, outcome: 'unknown', reason: 'not-collected' }];
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

function withoutEvidence(inputs: PolicyInputs, scope: Scope, { title }: WantedSetting, objects: readonly JudgedObject[]): CheckResult {
  const gap = (['policy.registry', 'ad.group-policy', 'client.dsregcmd'] as const).flatMap((kind) => inputs[kind].gaps)[0];
  const plain = objects.map(({ reason: _, ...object }) => object);
  if (scope.policyChannel === 'intune') {
    return unknown(inputs['client.dsregcmd'].gaps[0]?.reason ?? 'not-collected', {
      summary: `Policies come from Intune, which this version does not read, and no client that tells was collected; “${title}” is not known.`,
      objects: plain,
    });
  }
  const told = gap === undefined ? '' : ` ${gap.target}: ${gap.message}`;
  return unknown(gap?.reason ?? 'not-collected', {
    summary: `Neither the settings of group policies nor a client that tells was collected, so “${title}” is not known.${told}`,
    objects: plain,
  });
}

/** "“YES” on 9" for each value the clients print. */
function countValues(records: readonly Evidence<'client.dsregcmd'>[], label: string): readonly string[] {
  const values = records.map(({ data }) => data.fields[label] ?? 'not printed');
  return [...new Set(values)].sort().map((value) => `“${printable(value, 60)}” on ${values.filter((other) => other === value).length}`);
}

const policiesOf = (view: PolicyView, { setting }: WantedSetting): readonly PolicyWithSetting[] =>
  policiesWithSetting(setting, ['machine', 'user'], view.evidence);

const observe = ({ 'client.dsregcmd': clients }: PolicyInputs, policies: readonly PolicyWithSetting[], { setting, label }: WantedSetting): readonly Observation[] => [
  ...policies.map(({ record, half, value, object }) => ({
    label: `${titleOf({ guid: record.data.guid, ...(object === undefined ? {} : { object }) })}, ${half === 'user' ? 'user' : 'computer'} half`,
    observed: `${setting.name} = ${value}`,
    expected: `${setting.name} = 1`,
    matches: value === 1,
  })),
  ...(clients.records.length === 0 ? [] : [{ label: `${label} on clients`, observed: listed(countValues(clients.records, label), 8) }]),
];

function summarise(objects: readonly AffectedObject[], { title, setting }: WantedSetting, view: PolicyView): string {
  const [off, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'unknown')];
  const places = objects.filter(({ kind }) => kind === 'directory-object').length;
  const clients = objects.filter(({ kind }) => kind === 'client').length;
  const scopeOf = [...(places > 0 ? [countOf(places, 'place')] : []), ...(clients > 0 ? [countOf(clients, 'client')] : [])].join(' and ');
  const limits = places > 0 ? ` ${limitsOf(view, setting)}` : '';
  if (off.length > 0) return `“${title}” does not take effect at ${listed(off)}${scopeOf === '' ? '' : `, out of ${scopeOf} judged`}.${limits}`;
  if (unseen.length > 0) {
    const [first] = objects.filter(({ outcome }) => outcome === 'unknown');
    return `Whether “${title}” takes effect could not be seen for ${listed(unseen)}. ${first?.note ?? ''}${limits}`;
  }
  return `“${title}” takes effect everywhere it was judged: ${scopeOf}.${limits}`;
}
