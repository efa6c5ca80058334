import { z } from 'zod';
import type { CountedAs } from './counted-as';
import type { Outcome } from './outcome';
import { decisions, decisionTitles, isOpen, type StatedReview } from './review';

/**
 * Where a finding stands with what people decide: nothing was decided yet; a decision on it or on one of its objects has to be taken again; the decision in
 * force on the whole of it; or nothing is open.
 */
export const standings = ['to-decide', 'decide-again', ...decisions, 'nothing-open'] as const;
export const standingSchema = z.enum(standings);
export type Standing = z.infer<typeof standingSchema>;

export const standingTitles: Readonly<Record<Standing, string>> = {
  'to-decide': 'To decide',
  'decide-again': 'To decide again',
  ...decisionTitles,
  'nothing-open': 'Nothing to decide',
};

/** What waits for a person. */
export const undecided: readonly Standing[] = ['to-decide', 'decide-again'];

export const isRaisedAgain = ({ state }: StatedReview): boolean => state === 'expired' || state === 'changed';

/** Objects that a decision in force settles; 0 for one on the whole finding. */
export const objectsDecided = ({ review, state, counts }: StatedReview): number => {
  if (state !== 'in-force') return 0;
  if (review.set !== undefined) return counts?.unchanged ?? 0;
  return review.objectId === undefined ? 0 : 1;
};

/**
 * The one place that says so; `reviews` are those on the finding and on its objects, of which `openObjects` are open. When each of these has its decision, the
 * finding stands where most of them do. A conclusion waits for nobody: it follows from what it sums up. List, counts and overview ask here.
 */
export function standingOf(
  { outcome, countedAs }: { readonly outcome: Outcome; readonly countedAs: CountedAs },
  reviews: readonly StatedReview[],
  openObjects: number,
): Standing {
  if (reviews.some(isRaisedAgain)) return 'decide-again';
  if (!isOpen(outcome)) return 'nothing-open';
  const whole = reviews.find(({ review, state }) => isOfWhole(review) && state === 'in-force');
  if (whole !== undefined) return whole.review.decision;
  const byDecision = decisions.map((decision) => ({
    decision,
    count: reviews.reduce((sum, each) => sum + (each.review.decision === decision ? objectsDecided(each) : 0), 0),
  }));
  const decided = byDecision.reduce((sum, { count }) => sum + count, 0);
  if (openObjects === 0 || decided < openObjects) return countedAs === 'conclusion' ? 'nothing-open' : 'to-decide';
  return byDecision.reduce((most, each) => (each.count > most.count ? each : most)).decision;
}

/** Neither on one object nor on a set of them. */
export const isOfWhole = ({ objectId, set }: Pick<StatedReview['review'], 'objectId' | 'set'>): boolean =>
  objectId === undefined && set === undefined;
