import { expect, test } from 'vitest';
import { closeEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import { readNote, saveNote } from '../../../src-main/store/finding-notes';
import { lastReviewChange, listReviews, saveReviews, undoReviewChange } from '../../../src-main/store/reviews';
import type { Review } from '../../../src-shared/model/review';
import { newEngagement, passphrase } from '../../support/engagement';
import { asOlderSchema } from '../../support/older-schema';

const review: Review = {
  ...{ checkId: 'DIR-020', decision: 'planned', reason: 'In spring', author: 'Ada' },
  ...{ decidedAt: '2026-11-22T10:00:00.000Z', outcome: 'fail', fingerprint: 'fail|' },
};

test('an engagement of the third schema keeps its decisions, which were no changes to undo, and takes notes', async () => {
  const old = await newEngagement();
  saveReviews(old, [review]);
  asOlderSchema(old, 3);
  closeEngagement(old);

  const file = await openEngagement(old.path, passphrase);
  expect(listReviews(file)).toEqual([review]);
  expect(lastReviewChange(file)).toBeUndefined();
  saveReviews(file, [{ ...review, reason: 'In summer' }]);
  expect(undoReviewChange(file, 'Ada')).toBe(true);
  expect(listReviews(file)).toEqual([review]);
  expect(undoReviewChange(file, 'Ada')).toBe(false);
  saveNote(file, 'DIR-020', 'Seen');
  expect(readNote(file, 'DIR-020').note).toBe('Seen');
  closeEngagement(file);
});
