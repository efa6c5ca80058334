import { assertNever } from '../../../src-shared/model/assert-never';
import type { Review, StatedReview } from '../../../src-shared/model/review';
import { type DecisionFate, type DeltaDocument, decisionFates } from '../../../src-shared/report/delta-document';

/** What became of each decision, the ones to take again first; a decision is the same where it is about the same finding or object. */
export function decisionFatesOf(
  before: readonly StatedReview[],
  after: readonly StatedReview[],
): DeltaDocument['decisions'] {
  const known = new Map(before.map(({ review }) => [keyOf(review), review]));
  const now = new Set(after.map(({ review }) => keyOf(review)));
  const decisions = [
    ...after.map((stated) => ({ fate: fateOf(stated, known.get(keyOf(stated.review))), review: stated.review })),
    ...before
      .filter(({ review }) => !now.has(keyOf(review)))
      .map(({ review }) => ({ fate: 'dropped' as const, review })),
  ];
  return decisions.sort(
    (a, b) =>
      decisionFates.indexOf(a.fate) - decisionFates.indexOf(b.fate) ||
      keyOf(a.review).localeCompare(keyOf(b.review), 'en'),
  );
}

const keyOf = ({ checkId, objectId = '' }: Review): string => `${checkId} ${objectId}`;

function fateOf({ review, state }: StatedReview, before: Review | undefined): DecisionFate {
  switch (state) {
    case 'changed':
      return 'raised-again';
    case 'expired':
    case 'settled':
      return state;
    case 'in-force':
      return before?.decidedAt === review.decidedAt ? 'carried' : 'taken';
    default:
      return assertNever(state);
  }
}
