import type { AffectedObject, Observation } from '../../src-shared/model/finding';
import { type Outcome, outcomeRank, type Severity, type UnknownReason } from '../../src-shared/model/outcome';
import type { CheckResult, EvidenceGap } from './define-check';

interface Detail {
  readonly summary: string;
  readonly severity?: Severity;
  readonly observations?: readonly Observation[];
  readonly objects?: readonly AffectedObject[];
  readonly counts?: Readonly<Partial<Record<Outcome, number>>>;
}

const result = (outcome: Outcome, { summary, observations = [], objects = [], ...rest }: Detail): CheckResult => ({
  outcome,
  summary,
  observations,
  objects,
  ...rest,
});

export const pass = (detail: Detail): CheckResult => result('pass', detail);
export const warning = (detail: Detail): CheckResult => result('warning', detail);
export const fail = (detail: Detail): CheckResult => result('fail', detail);
export const info = (detail: Detail): CheckResult => result('info', detail);
export const notApplicable = (detail: Detail): CheckResult => result('not-applicable', detail);
/** The evidence is there but says nothing certain; missing evidence is the engine's business. */
export const unknown = (reason: UnknownReason, detail: Detail): CheckResult => ({
  ...result('unknown', detail),
  unknownReason: reason,
});

/**
 * The worst outcome of the objects: fail, warning, unknown, pass, info, not-applicable in this order; `pass` never hides an `unknown`.
 * Throws on an empty list: what no objects mean is the check's decision.
 */
export function worstOutcome(objects: readonly { readonly outcome: Outcome }[]): Outcome {
  const [first, ...rest] = objects;
  if (first === undefined) throw new Error('worstOutcome needs at least one object');
  return rest.reduce(
    (worst, object) => (outcomeRank(object.outcome) < outcomeRank(worst) ? object.outcome : worst),
    first.outcome,
  );
}

/** "2 of 14" */
export const ofTotal = (part: number, whole: number): string => `${part} of ${whole}`;

/** An object with the reason it is unknown, before it becomes part of a finding. */
export interface JudgedObject extends AffectedObject {
  readonly reason?: UnknownReason;
}

/** The result of judging objects one by one: the worst outcome, and for `unknown` the first reason. Throws without objects. */
export function judged(objects: readonly JudgedObject[], detail: Omit<Detail, 'objects'>): CheckResult {
  const outcome = worstOutcome(objects);
  const plain = objects.map(({ reason: _, ...object }) => object);
  const base = result(outcome, { ...detail, objects: plain });
  if (outcome !== 'unknown') return base;
  return {
    ...base,
    unknownReason:
      objects.find((object) => object.outcome === 'unknown' && object.reason !== undefined)?.reason ?? 'not-collected',
  };
}

/** An object whose evidence is missing: unknown for the gap's reason, or not collected when nothing was tried. */
export const unread = (
  object: Pick<AffectedObject, 'id' | 'kind' | 'name'>,
  gap: EvidenceGap | undefined,
): JudgedObject => ({
  ...object,
  outcome: 'unknown',
  note: gap?.message ?? 'Nothing was collected about it.',
  reason: gap?.reason ?? 'not-collected',
});
