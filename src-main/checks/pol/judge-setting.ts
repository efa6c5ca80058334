import type { AffectedObject, Observation } from '../../../src-shared/model/finding';
import type { Scope } from '../../../src-shared/model/scope';
import { clientId, isOutsidePilot, outOfScope, unusableCapture, withDistinctIds } from '../../evidence/derived/clients';
import { normalHostName } from '../../evidence/derived/forest-scope';
import type { PolicyWithSetting } from '../../evidence/derived/policy-settings';
import { titleOf } from '../../evidence/derived/resultant-policy';
import { printable } from '../../evidence/printable';
import type { CheckResult, Evidence } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';
import { limitsOf, type PolicyInputs, type PolicyView, viewPolicies } from './policy-inputs';
import { type JudgedClient, judgePlaces, policiesOf, type WantedSetting } from './setting-places';

/**
 * Judges a setting on two ways: what group policy makes of it at each place with pilot computers, and what clients report. A client's own answer counts
 * more than the simulation: it confirms what could not be seen, and contradicts what was seen otherwise.
 */
export function judgeSetting(inputs: PolicyInputs, scope: Scope, wanted: WantedSetting): CheckResult {
  const clients = inputs['client.dsregcmd'].records.map((record) => judgeClient(record, inputs, scope, wanted));
  const view = viewPolicies(inputs, scope);
  const policies = scope.policyChannel === 'intune' ? [] : judgePlaces(view, clients, scope, wanted);
  const objects = [...policies, ...withDistinctIds(clients.map(({ object }) => object))];
  const decisive = objects.filter(({ outcome }) => outcome !== 'not-applicable' && outcome !== 'info');
  if (decisive.length === 0) return withoutEvidence(inputs, scope, wanted, objects);
  return judged(objects, {
    summary: summarise(decisive, wanted, view),
    observations: observe(inputs, scope.policyChannel === 'intune' ? [] : policiesOf(view, wanted), wanted),
  });
}

function judgeClient(
  record: Evidence<'client.dsregcmd'>,
  inputs: PolicyInputs,
  scope: Scope,
  wanted: WantedSetting,
): JudgedClient {
  const { id, data } = record;
  const name = normalHostName(data.deviceName);
  const object = {
    id: clientId(data),
    kind: 'client',
    name: printable(data.deviceName, 256),
    evidenceId: id,
    locate: wanted.label,
  } as const;
  const pilot = inputs['ad.pilot-computers'];
  const isForeign = pilot.gaps.length === 0 && isOutsidePilot(data, pilot.records, scope);
  const leftOut = outOfScope(data, scope) ?? (isForeign ? 'Not a computer of the pilot.' : unusableCapture(data));
  const answer = leftOut === undefined ? wanted.onClient(data) : undefined;
  if (answer === undefined)
    return {
      object: { ...object, outcome: 'not-applicable', note: leftOut ?? `It does not tell (${wanted.label}).` },
      name,
      answer,
    };
  const value = printable(data.fields[wanted.label] ?? '', 60);
  return {
    object: { ...object, outcome: answer ? 'pass' : 'fail', note: `${wanted.label} reads “${value}”.` },
    name,
    answer,
  };
}

function withoutEvidence(
  inputs: PolicyInputs,
  scope: Scope,
  { title }: WantedSetting,
  objects: readonly JudgedObject[],
): CheckResult {
  const gap = (['policy.registry', 'ad.group-policy', 'client.dsregcmd'] as const).flatMap(
    (kind) => inputs[kind].gaps,
  )[0];
  const plain = objects.map(({ reason: _, ...object }) => object);
  if (scope.policyChannel === 'intune') {
    return unknown(inputs['client.dsregcmd'].gaps[0]?.reason ?? 'not-collected', {
      summary: `Policies come from Intune, which this version does not read, and no client that tells was collected; “${title}” is not known.`,
      objects: plain,
    });
  }
  const told = gap === undefined ? '' : ` ${gap.message}`;
  return unknown(gap?.reason ?? 'not-collected', {
    summary: `Neither the settings of group policies nor a client that tells was collected, so “${title}” is not known.${told}`,
    objects: plain,
  });
}

/** "“YES” on 9" for each value the clients print. */
function countValues(records: readonly Evidence<'client.dsregcmd'>[], label: string): readonly string[] {
  const values = records.map(({ data }) => data.fields[label] ?? 'not printed');
  return [...new Set(values)]
    .sort()
    .map((value) => `“${printable(value, 60)}” on ${values.filter((other) => other === value).length}`);
}

const observe = (
  { 'client.dsregcmd': clients }: PolicyInputs,
  policies: readonly PolicyWithSetting[],
  { setting, label }: WantedSetting,
): readonly Observation[] => [
  ...policies.map(({ record, half, value, object }) => ({
    label: `${titleOf({ guid: record.data.guid, ...(object === undefined ? {} : { object }) })}, ${half === 'user' ? 'user' : 'computer'} half`,
    observed: `${setting.name} = ${value}`,
    expected: `${setting.name} = 1`,
    matches: value === 1,
  })),
  ...(clients.records.length === 0
    ? []
    : [{ label: `${label} on clients`, observed: listed(countValues(clients.records, label), 8) }]),
];

function summarise(objects: readonly AffectedObject[], { title, setting }: WantedSetting, view: PolicyView): string {
  const [off, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'unknown')];
  const places = objects.filter(({ kind }) => kind === 'directory-object').length;
  const clients = objects.filter(({ kind }) => kind === 'client').length;
  const scopeOf = [
    ...(places > 0 ? [countOf(places, 'place')] : []),
    ...(clients > 0 ? [countOf(clients, 'client')] : []),
  ].join(' and ');
  const limits = places > 0 ? ` ${limitsOf(view, setting)}` : '';
  if (off.length > 0)
    return `“${title}” does not take effect at ${listed(off)}${scopeOf === '' ? '' : `, out of ${scopeOf} judged`}.${limits}`;
  if (unseen.length > 0) {
    const [first] = objects.filter(({ outcome }) => outcome === 'unknown');
    return `Whether “${title}” takes effect could not be seen for ${listed(unseen)}. ${first?.note ?? ''}${limits}`;
  }
  return `“${title}” takes effect everywhere it was judged: ${scopeOf}.${limits}`;
}
