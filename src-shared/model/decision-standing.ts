import { z } from 'zod';
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

/** The one place that says so; `reviews` are those on the finding and on its objects. List, counts and overview ask here. */
export function standingOf(outcome: Outcome, reviews: readonly StatedReview[]): Standing {
  if (reviews.some(isRaisedAgain)) return 'decide-again';
  if (!isOpen(outcome)) return 'nothing-open';
  const whole = reviews.find(({ review, state }) => review.objectId === undefined && state === 'in-force');
  return whole?.review.decision ?? 'to-decide';
}
