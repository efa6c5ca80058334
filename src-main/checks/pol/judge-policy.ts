import type { AffectedObject, Observation } from '../../../src-shared/model/finding';
import type { Scope } from '../../../src-shared/model/scope';
import { withDistinctIds } from '../../evidence/derived/clients';
import { halfTitles, titleOf } from '../../evidence/derived/policy-evidence';
import { policiesWithValue } from '../../evidence/derived/policy-settings';
import { printable } from '../../evidence/printable';
import type { CheckResult } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { countOf, listed, namesOf, wordsFor } from '../wording';
import { judgeClients } from './client-answers';
import { judgePlaces } from './judge-places';
import { limitsOf, type PolicyInputs, type PolicyView, viewPolicies } from './policy-inputs';
import type { PolicyRule, RuleSetting } from './policy-rule';
import { judgeResultants, otherClients } from './resultant-clients';

/**
 * Judges settings on two ways: what group policy makes of them at each place with pilot computers, and what clients report. A client's own answer counts more
 * than the simulation: it confirms what could not be seen, and contradicts what was seen otherwise.
 */
export function judgePolicy(inputs: PolicyInputs, scope: Scope, rule: PolicyRule): CheckResult {
  const view = viewPolicies(inputs, scope);
  const isJudged = scope.policyChannel !== 'intune' || rule.isGroupPolicyOnly === true;
  const answering = rule.client === undefined ? [] : judgeClients(inputs, scope, rule.client);
  const reporting = isJudged ? judgeResultants(inputs, view, scope, rule, answering) : [];
  const clients = [...answering, ...reporting];
  const places = isJudged && !view.isEmpty ? judgePlaces(view, clients, rule) : [];
  const isAlone = places.length === 0 && reporting.length > 0 && answering.every(({ answer }) => answer === undefined);
  const objects = [
    ...places,
    ...withDistinctIds(clients.map(({ object }) => object)),
    ...(isAlone ? [otherClients] : []),
    ...(rule.further ?? []),
  ];
  const decisive = objects.filter(({ outcome }) => outcome !== 'not-applicable');
  const telling = rule.client?.isBeside === true ? decisive.filter(({ kind }) => kind !== 'client') : decisive;
  if (!telling.some(({ outcome }) => outcome !== 'info')) return withoutEvidence(inputs, isJudged, rule, objects);
  return judged(objects, {
    summary: summarise(decisive, rule, view),
    observations: observe(inputs, isJudged ? view : undefined, rule),
  });
}

function withoutEvidence(
  inputs: PolicyInputs,
  isJudged: boolean,
  { title, client }: PolicyRule,
  objects: readonly JudgedObject[],
): CheckResult {
  const plain = objects.map(({ reason: _, ...object }) => object);
  const gapsOf = (kinds: readonly ('policy.registry' | 'ad.group-policy' | 'client.dsregcmd')[]) =>
    kinds.flatMap((kind) => inputs[kind].gaps)[0];
  if (!isJudged) {
    const alone = client === undefined ? '' : ', and no client that tells was collected';
    return unknown(gapsOf(['client.dsregcmd'])?.reason ?? 'not-collected', {
      summary: `Policies come from Intune, which this version does not read${alone}; “${title}” is not known.`,
      objects: plain,
    });
  }
  const gap = gapsOf(['policy.registry', 'ad.group-policy', 'client.dsregcmd']);
  const told = gap === undefined ? '' : ` ${gap.message}`;
  const missing =
    client === undefined
      ? 'The settings of group policies were not collected'
      : 'Neither the settings of group policies nor a client that tells was collected';
  return unknown(gap?.reason ?? 'not-collected', {
    summary: `${missing}, so “${title}” is not known.${told}`,
    objects: plain,
  });
}

function summarise(objects: readonly AffectedObject[], rule: PolicyRule, view: PolicyView): string {
  const judgedObjects = objects.filter(({ outcome }) => outcome !== 'info');
  const count = (kind: AffectedObject['kind']): number => judgedObjects.filter((object) => object.kind === kind).length;
  const parts = [
    ...(count('directory-object') > 0 ? [countOf(count('directory-object'), 'place')] : []),
    ...(count('client') > 0 ? [countOf(count('client'), 'client')] : []),
  ];
  const whole = parts.join(' and ');
  const settings = rule.settings.map(({ name }) => name);
  const limits = count('directory-object') > 0 ? limitsOf(view, settings) : '';
  for (const outcome of ['fail', 'warning'] as const) {
    const [first, ...others] = objects.filter((object) => object.outcome === outcome);
    if (first === undefined) continue;
    const outOf = whole === '' ? '' : `, out of ${whole} judged`;
    const names = listed(namesOf([first, ...others], outcome));
    return `${wordsFor(rule.says[outcome], outcome)} at ${names}${outOf}. ${first.note ?? ''}${limits}`;
  }
  const unseen = namesOf(objects, 'unknown');
  if (unseen.length > 0) {
    const [first] = objects.filter(({ outcome }) => outcome === 'unknown');
    return `“${rule.title}” could not be judged for ${listed(unseen)}. ${first?.note ?? ''}${limits}`;
  }
  return `${rule.says.pass} everywhere it was judged: ${whole === '' ? 'no policy of the domains that were read says otherwise' : whole}.${limits}`;
}

/** "“YES” on 9" for each value the clients print. */
function countValues(inputs: PolicyInputs, label: string): readonly string[] {
  const values = inputs['client.dsregcmd'].records.map(({ data }) => data.fields[label] ?? 'not printed');
  return [...new Set(values)]
    .sort()
    .map((value) => `“${printable(value, 60)}” on ${values.filter((other) => other === value).length}`);
}

const observe = (
  inputs: PolicyInputs,
  view: PolicyView | undefined,
  { settings, client }: PolicyRule,
): readonly Observation[] => [
  ...(view === undefined ? [] : settings.flatMap((setting) => observePolicies(view, setting))),
  ...(client === undefined || inputs['client.dsregcmd'].records.length === 0
    ? []
    : [{ label: `${client.label} on clients`, observed: listed(countValues(inputs, client.label), 8) }]),
];

/** Policies that have the setting, applied or not. */
export const observePolicies = (
  { evidence }: Pick<PolicyView, 'evidence'>,
  { name, halves, expected, isExpected }: RuleSetting,
): readonly Observation[] =>
  policiesWithValue(name, halves, evidence).map(({ half, value, policy }) => ({
    label: `${titleOf(policy)}, ${halfTitles[half]}`,
    observed: `${name.name} = ${String(value)}`.slice(0, 500),
    ...(expected === undefined ? {} : { expected: `${name.name} ${expected}` }),
    ...(isExpected === undefined ? {} : { matches: isExpected(value) }),
  }));
