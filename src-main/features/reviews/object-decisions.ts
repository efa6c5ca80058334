import type { Outcome } from '../../../src-shared/model/outcome';
import type { Review, SetCounts } from '../../../src-shared/model/review';
import type { EngagementFile } from '../../store/engagement-file';
import { openObjects } from '../../store/every-finding-object';
import { objectsOfSet } from '../../store/review-sets';
import { listReviews, reviewsVersion } from '../../store/reviews';
import { latestRunId } from '../../store/runs';
import { rememberRead } from '../remember-read';

/** The decision that counts for an object, with the outcome it was made on. */
export interface DecidedObject {
  readonly review: Review;
  readonly outcome: Outcome;
}

interface Known<T> {
  readonly state: string;
  readonly checkId: string;
  readonly value: Promise<T>;
}
/** Of the finding looked at last: lists are read page by page. */
const decided = new WeakMap<EngagementFile, Known<ReadonlyMap<string, DecidedObject>>>();

/**
 * The decisions on objects of a finding by the objects' identities. One on a single object counts before one on a set, a later set before an earlier one.
 */
export function decisionsOnObjects(file: EngagementFile, checkId: string): Promise<ReadonlyMap<string, DecidedObject>> {
  const state = String(reviewsVersion(file));
  const known = decided.get(file);
  if (known !== undefined && known.state === state && known.checkId === checkId) return known.value;
  const value = readDecisions(file, checkId);
  decided.set(file, { state, checkId, value });
  value.catch(() => decided.delete(file));
  return value;
}

async function readDecisions(file: EngagementFile, checkId: string): Promise<ReadonlyMap<string, DecidedObject>> {
  const byId = new Map<string, DecidedObject>();
  const reviews = listReviews(file).filter((review) => review.checkId === checkId);
  for (const review of reviews) {
    if (review.set === undefined) continue;
    for await (const objects of objectsOfSet(file, review.set.number))
      for (const { id, outcome } of objects) byId.set(id, { review, outcome });
  }
  for (const review of reviews)
    if (review.objectId !== undefined) byId.set(review.objectId, { review, outcome: review.outcome });
  return byId;
}

/** Where the latest judged run leaves what was decided on objects. */
export interface ObjectsNow {
  /** By the number of the set. */
  readonly sets: ReadonlyMap<number, SetCounts>;
  /** Outcome of an open object with a decision of its own, by check and identity; nothing is open on others. */
  readonly outcomeOf: (checkId: string, objectId: string) => Outcome | undefined;
}

/** Read anew when a decision changed or a run was judged; each finding with such decisions is read once. */
export const objectsNow: (file: EngagementFile) => Promise<ObjectsNow> = rememberRead(
  (file) => `${latestRunId(file) ?? ''} ${reviewsVersion(file)}`,
  (file) => readObjects(file, latestRunId(file) ?? ''),
);

async function readObjects(file: EngagementFile, runId: string): Promise<ObjectsNow> {
  const onObjects = listReviews(file).filter(({ objectId, set }) => objectId !== undefined || set !== undefined);
  const sets = new Map<number, { unchanged: number; changed: number }>();
  for (const { set } of onObjects) if (set !== undefined) sets.set(set.number, { unchanged: 0, changed: 0 });
  const outcomes = new Map<string, Outcome>();
  for (const checkId of new Set(onObjects.map((review) => review.checkId))) {
    const decisions = await decisionsOnObjects(file, checkId);
    for await (const objects of openObjects(file, runId, checkId, { search: '', outcomes: [] }))
      for (const { id, outcome } of objects) {
        const decision = decisions.get(id);
        if (decision?.review.objectId !== undefined) outcomes.set(`${checkId} ${id}`, outcome);
        const counts = sets.get(decision?.review.set?.number ?? -1);
        if (counts !== undefined) counts[outcome === decision?.outcome ? 'unchanged' : 'changed'] += 1;
      }
  }
  return { sets, outcomeOf: (checkId, objectId) => outcomes.get(`${checkId} ${objectId}`) };
}
