import { expect, test } from 'vitest';
import { closeEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import { readAnswers, saveAnswer } from '../../../src-main/store/interview-answers';
import { listReviews, saveReviews } from '../../../src-main/store/reviews';
import type { Review } from '../../../src-shared/model/review';
import { newEngagement, passphrase } from '../../support/engagement';
import { asOlderSchema } from '../../support/older-schema';

const review: Review = {
  ...{ checkId: 'DIR-020', decision: 'planned', reason: 'In spring', author: 'Ada' },
  ...{ decidedAt: '2026-11-22T10:00:00.000Z', outcome: 'fail', fingerprint: 'fail|' },
};
const answer = { question: 'ca-sizing', answer: 'yes', saidBy: 'Imke Brandt', saidOn: '2026-11-20' };

test('an engagement of the second schema keeps what it holds and can be decided on', async () => {
  const old = await newEngagement();
  saveAnswer(old, answer);
  asOlderSchema(old, 2);
  closeEngagement(old);

  const file = await openEngagement(old.path, passphrase);
  expect(readAnswers(file)).toEqual([answer]);
  saveReviews(file, [review]);
  expect(listReviews(file)).toEqual([review]);
  closeEngagement(file);
});
