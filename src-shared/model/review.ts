import { z } from 'zod';
import { attachmentPathSchema, attachmentSchema } from './attachment';
import type { Finding } from './finding';
import { type Outcome, outcomeSchema } from './outcome';

/** What was decided about a finding, or about one of its objects. */
export const decisions = ['accepted-risk', 'planned', 'false-positive', 'not-in-scope'] as const;
export const decisionSchema = z.enum(decisions);
export type Decision = z.infer<typeof decisionSchema>;

export const decisionTitles: Readonly<Record<Decision, string>> = {
  'accepted-risk': 'Accepted risk',
  planned: 'Planned',
  'false-positive': 'False positive',
  'not-in-scope': 'Not in scope',
};

const line = (longest: number) => z.string().trim().min(1).max(longest);

const decided = {
  checkId: z.string().max(16),
  /** Identity of the object it is about; the whole finding, or those of `set`, when absent. */
  objectId: z.string().min(1).max(1024).optional(),
  decision: decisionSchema,
  reason: line(4000),
  author: line(200),
  /** Last day it holds (ISO 8601 date); without end when absent. */
  until: z.iso.date().optional(),
};

/** Why these two do not go together, as a sentence; undefined when they do. */
export const untilProblem = ({ decision, until }: Pick<GivenReview, 'decision' | 'until'>): string | undefined =>
  decision === 'planned' && until === undefined ? 'Give the day by which it is to be mended.' : undefined;

/** A decision as a person makes it; `attachment` is the path of a file that supports it. */
export const givenReviewSchema = z
  .strictObject({
    ...decided,
    attachment: attachmentPathSchema.optional(),
    /** Number of a set that gets this decision instead of the one it has. */
    set: z.number().int().optional(),
  })
  .check(({ value, issues }) => {
    const problem = untilProblem(value);
    if (problem !== undefined) issues.push({ code: 'custom', message: problem, path: ['until'], input: value });
  });
export type GivenReview = z.infer<typeof givenReviewSchema>;

/** Names of objects that a decision on many is told by. */
export const namesOfSet = 3;

/** Many objects of one finding that were decided on at once; which they are is kept beside the decision. */
export const reviewSetSchema = z.strictObject({
  number: z.number().int(),
  count: z.number().int().min(1),
  /** Of its first objects, when it was decided. */
  names: z.array(z.string().max(1024)).max(namesOfSet),
});

/** A decision with what it was made on: a change of that raises the finding again. */
export const reviewSchema = z.strictObject({
  ...decided,
  attachment: attachmentSchema.optional(),
  decidedAt: z.iso.datetime(),
  /** Name of the object when it was decided. */
  objectName: z.string().max(1024).optional(),
  set: reviewSetSchema.optional(),
  /** Outcome it was made on; of a set the worst one. */
  outcome: outcomeSchema,
  /** {@link fingerprintOf} what it was made on. */
  fingerprint: z.string().max(200),
});
export type Review = z.infer<typeof reviewSchema>;

/** `in-force`; `expired`: its last day is over; `changed`: what was found is another thing now; `settled`: there is nothing left to decide on. */
export const reviewStates = ['in-force', 'expired', 'changed', 'settled'] as const;
export const reviewStateSchema = z.enum(reviewStates);
export type ReviewState = z.infer<typeof reviewStateSchema>;

export const reviewStateTitles: Readonly<Record<ReviewState, string>> = {
  'in-force': 'In force',
  expired: 'Expired: decide again',
  changed: 'The finding has changed: decide again',
  settled: 'Settled: nothing to decide any more',
};

/** Where the objects of a set stand; those with a later decision of their own or of another set are left out. */
export const setCountsSchema = z.strictObject({
  /** Still as they were when they were decided on. */
  unchanged: z.number().int(),
  /** Open, with another outcome than then. */
  changed: z.number().int(),
});
export type SetCounts = z.infer<typeof setCountsSchema>;

/** A decision with whether it holds today; `counts` of a set only. */
export const statedReviewSchema = z.strictObject({
  review: reviewSchema,
  state: reviewStateSchema,
  counts: setCountsSchema.optional(),
});
export type StatedReview = z.infer<typeof statedReviewSchema>;

/** What is judged now: of a finding or of one object. */
export interface Judged {
  readonly outcome: Outcome;
  readonly fingerprint: string;
}

/** Whether there is something to decide on. */
export const isOpen = (outcome: Outcome): boolean =>
  outcome === 'fail' || outcome === 'warning' || outcome === 'unknown';

/**
 * Whether a decision still holds for what is judged now (absent: the check or the object is judged no more). The one place that says so; screens, reports and
 * comparisons ask here. `today` is an ISO 8601 date.
 */
export function reviewState(review: Review, now: Judged | undefined, today: string): ReviewState {
  if (now === undefined || !isOpen(now.outcome)) return 'settled';
  if (review.until !== undefined && review.until < today) return 'expired';
  return now.outcome === review.outcome && now.fingerprint === review.fingerprint ? 'in-force' : 'changed';
}

/** The same for the decision on a set: one object that changed raises it again. */
export function setState({ until }: Review, { unchanged, changed }: SetCounts, today: string): ReviewState {
  if (unchanged + changed === 0) return 'settled';
  if (until !== undefined && until < today) return 'expired';
  return changed === 0 ? 'in-force' : 'changed';
}

/** `Anna Bauer, PC0001, PC0002 and 1,997 more` */
export function setWords({ count, names }: NonNullable<Review['set']>): string {
  const rest = count - names.length;
  return rest > 0 ? `${names.join(', ')} and ${rest.toLocaleString('en')} more` : names.join(', ');
}

/**
 * What a decision about a whole finding rests on, shortened: its outcome, why it is not known, and how many objects have which open outcome. Sentences are
 * left out: they count days and would change without a change of the environment.
 */
export function fingerprintOf({
  outcome,
  unknownReason,
  counts,
}: Pick<Finding, 'outcome' | 'unknownReason' | 'counts'>): string {
  const open = (['fail', 'warning', 'unknown'] as const).map((name) => `${name} ${counts[name] ?? 0}`);
  return [outcome, unknownReason ?? '', ...open].join('|');
}
