import { expect, test } from 'vitest';
import { statedReviews } from '../../../src-main/features/reviews/judged-now';
import { reviewsHandlers } from '../../../src-main/features/reviews/reviews-handlers';
import { closeEngagement, type EngagementFile, openEngagement } from '../../../src-main/store/engagement-file';
import { storeFindings } from '../../../src-main/store/findings';
import { listReviews } from '../../../src-main/store/reviews';
import { endRun } from '../../../src-main/store/runs';
import type { Finding } from '../../../src-shared/model/finding';
import type { GivenReview, ReviewState } from '../../../src-shared/model/review';
import { appContext } from '../../support/app-context';
import { affectedObject, finding, newEngagement, newRun, passphrase } from '../../support/engagement';

const failed = finding('DIR-020', [affectedObject(1), affectedObject(2)]);
const given: GivenReview = {
  checkId: 'DIR-020',
  decision: 'accepted-risk',
  reason: 'The two users leave in spring.',
  author: 'Ada',
};
const today = '2026-11-22';

async function judge(file: EngagementFile, findings: readonly Finding[]): Promise<void> {
  const run = newRun(file);
  await storeFindings(file, run, findings);
  endRun(file, run, { state: 'done', judgedAsOf: new Date().toISOString() });
}

async function judged(...findings: readonly Finding[]) {
  const file = await newEngagement();
  await judge(file, findings);
  const context = appContext();
  await context.session.use(file);
  return { file, handlers: reviewsHandlers(context), session: context.session };
}

const statesOf = (file: EngagementFile, day = today): readonly ReviewState[] =>
  statedReviews(file, listReviews(file), day).map(({ state }) => state);

test('a decision is kept in the file with who, why and until when, and the finding stays as it is', async () => {
  const { file, handlers, session } = await judged(failed);
  await handlers.save({ reviews: [{ ...given, until: '2027-03-31' }] });
  await session.close();
  const again = await openEngagement(file.path, passphrase);
  expect(listReviews(again)).toMatchObject([{ ...given, until: '2027-03-31', outcome: 'fail' }]);
  expect(statesOf(again)).toEqual(['in-force']);
  expect(statesOf(again, '2027-03-31')).toEqual(['in-force']);
  expect(statesOf(again, '2027-04-01')).toEqual(['expired']);
  closeEngagement(again);
});

test('a later run carries it; what changed raises the finding again, what is mended settles it', async () => {
  const { file, handlers } = await judged(failed);
  await handlers.save({ reviews: [given] });
  await judge(file, [{ ...failed, summary: 'Other words, the same thing' }]);
  expect(statesOf(file)).toEqual(['in-force']);
  await judge(file, [finding('DIR-020', [affectedObject(1), affectedObject(2), affectedObject(3)])]);
  expect(statesOf(file)).toEqual(['changed']);
  await judge(file, [finding('DIR-020', [], { outcome: 'pass' })]);
  expect(statesOf(file)).toEqual(['settled']);
  await judge(file, [finding('DIR-020', [], { outcome: 'unknown', unknownReason: 'unreachable' })]);
  expect(statesOf(file)).toEqual(['changed']);
});

test('a decision on one object follows its identity', async () => {
  const { file, handlers } = await judged(failed);
  const { id } = affectedObject(2);
  await handlers.save({ reviews: [{ ...given, objectId: id, decision: 'false-positive' }] });
  expect(listReviews(file)).toMatchObject([{ objectId: id, objectName: 'User 2', outcome: 'fail' }]);
  await judge(file, [finding('DIR-020', [affectedObject(7), affectedObject(2, { name: 'Renamed' })])]);
  expect(statesOf(file)).toEqual(['in-force']);
  await judge(file, [finding('DIR-020', [affectedObject(7)])]);
  expect(statesOf(file)).toEqual(['settled']);
});

test('several at once are all stored or none', async () => {
  const { file, handlers } = await judged(failed, finding('DIR-021', []));
  const both = [given, { ...given, checkId: 'DIR-021' }];
  await handlers.save({ reviews: both });
  expect(listReviews(file).map(({ checkId }) => checkId)).toEqual(['DIR-020', 'DIR-021']);
  const { file: other, handlers: others } = await judged(failed);
  await expect(async () => others.save({ reviews: both })).rejects.toMatchObject({ code: 'nothing-to-decide' });
  expect(listReviews(other)).toEqual([]);
});

test('the history tells who changed what, also what was taken back', async () => {
  const { handlers } = await judged(failed);
  await handlers.save({ reviews: [given] });
  await handlers.save({ reviews: [{ ...given, decision: 'planned', author: 'Ben' }] });
  await handlers.withdraw({ keys: [{ checkId: 'DIR-020' }, { checkId: 'DIR-099' }], author: 'Ada' });
  const { changes } = await handlers.history({ checkId: 'DIR-020' });
  expect(changes.map(({ author, before, after }) => [author, before?.decision, after?.decision])).toEqual([
    ['Ada', 'planned', undefined],
    ['Ben', 'accepted-risk', 'planned'],
    ['Ada', undefined, 'accepted-risk'],
  ]);
  expect((await handlers.list({})).reviews).toEqual([]);
});
