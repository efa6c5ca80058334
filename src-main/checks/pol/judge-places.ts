import { isSameComputer } from '../../evidence/derived/clients';
import type { PilotUnit } from '../../evidence/derived/pilot-units';
import { placeKeyOf } from '../../evidence/derived/place-key';
import { policyCases, unplacedCase } from '../../evidence/derived/policy-case';
import { directoryOf } from '../../evidence/derived/policy-evidence';
import type { Verdict } from '../../evidence/derived/verdict';
import { type JudgedObject, worstOutcome } from '../result';
import { countOf, listed } from '../wording';
import type { JudgedClient } from './client-answers';
import { type PolicyView, placeObject } from './policy-inputs';
import type { PolicyRule } from './policy-rule';

interface PlaceVerdict extends Verdict {
  /** Some users of the place get what is wanted, others do not. */
  readonly isMixed?: boolean;
}

/** The places of the pilot computers; without places or links, group policy as a whole. */
export function judgePlaces(
  view: PolicyView,
  clients: readonly JudgedClient[],
  rule: Pick<PolicyRule, 'judge' | 'title' | 'settings'>,
): readonly JudgedObject[] {
  const { computerUnits, evidence } = view;
  if (!computerUnits.some(({ distinguishedName }) => directoryOf(distinguishedName, evidence) !== undefined))
    return judgeUnplaced(view, clients, rule);
  const known = new Map<string, PlaceVerdict>();
  const verdictAt = (unit: string): PlaceVerdict => {
    const key = placeKeyOf(unit, 'computers', evidence);
    const verdict = known.get(key) ?? worstOf(policyCases(unit, view.users, evidence).map(rule.judge));
    known.set(key, verdict);
    return verdict;
  };
  const places = computerUnits.map((unit) => ({
    ...placeObject(unit, evidence),
    ...withClients(verdictAt(unit.distinguishedName), clientsIn(unit, clients)),
  }));
  return [...places, ...view.unreadDomains];
}

/** The worst of what different users of a place get. */
function worstOf(verdicts: readonly Verdict[]): PlaceVerdict {
  const outcome = worstOutcome(verdicts);
  const decisive = verdicts.filter((verdict) => verdict.outcome === outcome);
  const notes = [...new Set(decisive.map(({ note }) => note))];
  const note = notes.length > 3 ? `${notes.slice(0, 3).join(' ')} …` : notes.join(' ');
  return { ...decisive[0], outcome, isMixed: decisive.length < verdicts.length, note };
}

/** Only clients whose computer account is known to lie in the unit. */
const clientsIn = ({ computers }: PilotUnit, clients: readonly JudgedClient[]): readonly JudgedClient[] =>
  clients.filter(
    ({ name, answer }) => answer !== undefined && computers.some((computer) => isSameComputer(computer, name)),
  );

/** Clients settle what could not be seen, and contradict a failure, unless it concerns other users than theirs. */
function withClients({ isMixed = false, ...simulated }: PlaceVerdict, clients: readonly JudgedClient[]): Verdict {
  const confirming = clients.filter(({ answer }) => answer === true);
  if (confirming.length === 0) return simulated;
  const names = listed(
    confirming.map(({ object }) => object.name),
    3,
  );
  const speaking = confirming.filter(({ isForItself }) => isForItself !== true);
  if (simulated.outcome === 'unknown' && speaking.length > 0 && confirming.length === clients.length) {
    return {
      outcome: 'pass',
      note: `Confirmed by ${countOf(speaking.length, 'client')} here (${names}). ${simulated.note}`,
    };
  }
  if (simulated.outcome !== 'fail' || isMixed) return simulated;
  const note = `${simulated.note} Yet ${names} ${confirming.length === 1 ? 'reports' : 'report'} the opposite: a local policy or Intune may set it.`;
  return { outcome: 'unknown', reason: 'contradictory', note };
}

/** It is not known which policy reaches the pilot; only unanimous clients settle it, or that no policy has the setting at all. */
function judgeUnplaced(
  view: PolicyView,
  clients: readonly JudgedClient[],
  rule: Pick<PolicyRule, 'judge' | 'title' | 'settings'>,
): readonly JudgedObject[] {
  const answers = clients.filter(({ isForItself }) => isForItself !== true).flatMap(({ answer }) => answer ?? []);
  const verdict = rule.judge(unplacedCase(view.evidence));
  const object = {
    id: `setting:${rule.settings[0]?.name.name.toLowerCase() ?? ''}`,
    kind: 'group-policy-object',
    name: rule.title,
  } as const;
  if (answers.length > 0 && answers.every((answer) => answer))
    return [{ ...object, outcome: 'info', note: `${verdict.note} Clients confirm the effect.` }];
  return [{ ...object, ...withGap(verdict, view) }, ...view.unreadDomains];
}

/** Where links or places are missing because reading them failed, that is the reason. */
function withGap(verdict: Verdict, { evidence, unreadDomains }: PolicyView): Verdict {
  const [gap] = evidence.gaps.directories;
  const [domain] = unreadDomains;
  const why = gap ?? (domain === undefined ? undefined : { reason: domain.reason, message: domain.note });
  if (verdict.outcome !== 'unknown' || why?.reason === undefined) return verdict;
  return { outcome: 'unknown', reason: why.reason, note: `${verdict.note} ${why.message}` };
}
