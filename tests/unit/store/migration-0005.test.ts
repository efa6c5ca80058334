import { expect, test } from 'vitest';
import { closeEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import { beginSet, objectsOfSet } from '../../../src-main/store/review-sets';
import { listReviews, reviewHistory, saveReviews, takeSet, undoReviewChange } from '../../../src-main/store/reviews';
import type { Review } from '../../../src-shared/model/review';
import { newEngagement, passphrase } from '../../support/engagement';
import { asOlderSchema } from '../../support/older-schema';

const review: Review = {
  ...{ checkId: 'DIR-020', decision: 'planned', reason: 'In spring', author: 'Ada' },
  ...{ decidedAt: '2026-11-22T10:00:00.000Z', outcome: 'fail', fingerprint: 'fail|' },
};

test('an engagement of the fourth schema keeps decisions, history and undo, and takes decisions on many objects', async () => {
  const old = await newEngagement();
  saveReviews(old, [review]);
  asOlderSchema(old, 4);
  closeEngagement(old);

  const file = await openEngagement(old.path, passphrase);
  expect(listReviews(file)).toEqual([review]);
  const objects = [{ id: 'S-1-5-21-1-2-3-1001', outcome: 'fail' }] as const;
  const number = await beginSet(file, 'DIR-020', objects);
  takeSet(file, { ...review, set: { number, count: 1, names: ['User 1'] } }, []);
  expect(listReviews(file)).toHaveLength(2);
  for await (const portion of objectsOfSet(file, number)) expect(portion).toEqual(objects);
  expect(undoReviewChange(file, 'Ada')).toBe(true);
  expect(undoReviewChange(file, 'Ada')).toBe(true);
  expect(listReviews(file)).toEqual([]);
  expect(reviewHistory(file)).toHaveLength(4);
  closeEngagement(file);
});
