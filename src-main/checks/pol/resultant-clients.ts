import type { ResultantPolicy } from '../../../src-shared/model/evidence/policy';
import type { Scope } from '../../../src-shared/model/scope';
import { isHostOutsidePilot, isSameComputer } from '../../evidence/derived/clients';
import { normalHostName } from '../../evidence/derived/forest-scope';
import { policyCases } from '../../evidence/derived/policy-case';
import { resultantCase, withheldPolicies } from '../../evidence/derived/resultant-case';
import type { Verdict } from '../../evidence/derived/verdict';
import { printable } from '../../evidence/printable';
import type { Evidence } from '../define-check';
import { type JudgedObject, worstOutcome } from '../result';
import type { JudgedClient } from './client-answers';
import type { PolicyInputs, PolicyView } from './policy-inputs';
import type { PolicyRule } from './policy-rule';

/**
 * Judges what clients logged of group policy (gpresult), each for itself: it says nothing of the others. Where that leaves open what takes effect, what the same
 * machine reports otherwise (`answering`) settles it.
 */
export const judgeResultants = (
  inputs: PolicyInputs,
  view: PolicyView,
  scope: Scope,
  rule: PolicyRule,
  answering: readonly JudgedClient[] = [],
): readonly JudgedClient[] =>
  inputs['policy.resultant'].records
    .filter(({ data }) => !isOfController(data))
    .map((record) => {
      const name = normalHostName(record.data.host);
      const { account } = record.data;
      const object = {
        id: `resultant:${record.target.toLowerCase()}`,
        kind: 'client',
        name: account === undefined ? `${name} (gpresult)` : `${printable(account, 256)} on ${name} (gpresult)`,
        evidenceId: record.id,
      } as const;
      const pilot = inputs['ad.pilot-computers'];
      if (pilot.gaps.length === 0 && isHostOutsidePilot(name, pilot.records, scope))
        return {
          object: { ...object, outcome: 'not-applicable', note: 'Not a computer of the pilot.' },
          name,
          answer: undefined,
          isForItself: true,
        };
      // What a machine reports may be seen by one user; only a setting of machines is the same for all.
      const effect = rule.settings.every(({ halves }) => halves.every((half) => half === 'machine'))
        ? answering.find(({ answer, name: other }) => answer !== undefined && isSameMachine(other, name))
        : undefined;
      const { verdict, answer } = judgeResultant(record, view, rule, effect);
      return { object: { ...object, ...verdict }, name, answer, isForItself: true };
    });

/** The verdict on the client, compared with what was computed for its place; the answer is the client's own. */
function judgeResultant(
  record: Evidence<'policy.resultant'>,
  view: PolicyView,
  rule: PolicyRule,
  effect: JudgedClient | undefined,
): { readonly verdict: Verdict; readonly answer: boolean | undefined } {
  const own = rule.judge(resultantCase(record, view.evidence));
  if (own.outcome === 'unknown' && effect?.answer === true)
    return {
      verdict: { outcome: 'pass', note: `Confirmed by the machine itself: ${effect.object.note} ${own.note}` },
      answer: undefined,
    };
  const answer = own.outcome === 'pass' ? true : own.outcome === 'fail' ? false : undefined;
  const withheld = withheldPolicies(record, rule.settings, view.evidence);
  return { verdict: comparedReport(own, withheld, computedAt(record.data.host, view, rule)), answer };
}

/** Machines name themselves without their domain now and then. */
const isSameMachine = (one: string, other: string): boolean =>
  one === other || (one.split('.')[0] === other.split('.')[0] && !(one.includes('.') && other.includes('.')));

/** A machine's own verdict beside the one computed for its place: what it lacks counts, what it has unexpectedly is a warning. */
export function comparedReport(
  own: Verdict,
  withheld: readonly string[],
  computed: Verdict['outcome'] | undefined,
): Verdict {
  const told: Verdict = { ...own, note: ['By its own report:', own.note, ...withheld.slice(0, 3)].join(' ') };
  if (computed === undefined || computed === own.outcome || computed === 'unknown' || own.outcome === 'unknown')
    return told;
  const note = `${told.note} Computed from the directory it would be otherwise.`;
  return own.outcome === 'pass' ? { outcome: 'warning', note } : { ...told, note };
}

/** The outcome computed for the place of a computer; undefined when its place or the links were not read. */
function computedAt(host: string, view: PolicyView, rule: PolicyRule): JudgedObject['outcome'] | undefined {
  const unit = view.computerUnits.find(({ computers }) =>
    computers.some((computer) => isSameComputer(computer, normalHostName(host))),
  );
  return unit === undefined || view.evidence.directories.length === 0
    ? undefined
    : worstOutcome(policyCases(unit.distinguishedName, view.users, view.evidence).map(rule.judge));
}

/** Default Domain Controllers Policy, which is in the reach of domain controllers and of no other machine. */
const controllersPolicy = '6ac1786c-016f-11d2-945f-00c04fb984f9';
export const isOfController = ({ machine }: ResultantPolicy): boolean =>
  machine?.policies.some(({ guid }) => guid === controllersPolicy) ?? false;

/** Stands for all clients of which nothing is known when only single ones reported: they do not speak for the pilot. */
export const otherClients: JudgedObject = {
  id: 'other-clients',
  kind: 'client',
  name: 'further clients of the pilot',
  outcome: 'unknown',
  reason: 'not-collected',
  note: 'What group policy gives them was not read; the reports of single clients hold for these only.',
};
