import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findingsHandlers } from '../../../src-main/features/findings/findings-handlers';
import { statedReviews } from '../../../src-main/features/reviews/judged-now';
import { reviewsHandlers } from '../../../src-main/features/reviews/reviews-handlers';
import { closeEngagement, type EngagementFile, openEngagement } from '../../../src-main/store/engagement-file';
import { storeFindings } from '../../../src-main/store/findings';
import { rawInputBytes } from '../../../src-main/store/raw-inputs';
import { listReviews } from '../../../src-main/store/reviews';
import { endRun } from '../../../src-main/store/runs';
import type { Standing } from '../../../src-shared/model/decision-standing';
import type { Finding } from '../../../src-shared/model/finding';
import { type GivenReview, givenReviewSchema, type ReviewState } from '../../../src-shared/model/review';
import { appContext } from '../../support/app-context';
import { affectedObject, finding, newEngagement, newRun, passphrase } from '../../support/engagement';
import { temporaryFolder } from '../../support/temporary-folder';

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

const statesOf = async (file: EngagementFile, day = today): Promise<readonly ReviewState[]> =>
  (await statedReviews(file, listReviews(file), day)).map(({ state }) => state);

test('a decision is kept in the file with who, why and until when, and the finding stays as it is', async () => {
  const { file, handlers, session } = await judged(failed);
  await handlers.save({ reviews: [{ ...given, until: '2027-03-31' }], keepsAttachment: false });
  await session.close();
  const again = await openEngagement(file.path, passphrase);
  expect(listReviews(again)).toMatchObject([{ ...given, until: '2027-03-31', outcome: 'fail' }]);
  expect(await statesOf(again)).toEqual(['in-force']);
  expect(await statesOf(again, '2027-03-31')).toEqual(['in-force']);
  expect(await statesOf(again, '2027-04-01')).toEqual(['expired']);
  closeEngagement(again);
});

test('a later run carries it; what changed raises the finding again, what is mended settles it', async () => {
  const { file, handlers } = await judged(failed);
  await handlers.save({ reviews: [given], keepsAttachment: false });
  await judge(file, [{ ...failed, summary: 'Other words, the same thing' }]);
  expect(await statesOf(file)).toEqual(['in-force']);
  await judge(file, [finding('DIR-020', [affectedObject(1), affectedObject(2), affectedObject(3)])]);
  expect(await statesOf(file)).toEqual(['changed']);
  await judge(file, [finding('DIR-020', [], { outcome: 'pass' })]);
  expect(await statesOf(file)).toEqual(['settled']);
  await judge(file, [finding('DIR-020', [], { outcome: 'unknown', unknownReason: 'unreachable' })]);
  expect(await statesOf(file)).toEqual(['changed']);
});

test('a decision on one object follows its identity', async () => {
  const { file, handlers } = await judged(failed);
  const { id } = affectedObject(2);
  await handlers.save({ reviews: [{ ...given, objectId: id, decision: 'false-positive' }], keepsAttachment: false });
  expect(listReviews(file)).toMatchObject([{ objectId: id, objectName: 'User 2', outcome: 'fail' }]);
  await judge(file, [finding('DIR-020', [affectedObject(7), affectedObject(2, { name: 'Renamed' })])]);
  expect(await statesOf(file)).toEqual(['in-force']);
  await judge(file, [finding('DIR-020', [affectedObject(7)])]);
  expect(await statesOf(file)).toEqual(['settled']);
});

test('several at once are all stored or none', async () => {
  const { file, handlers } = await judged(failed, finding('DIR-021', []));
  const both = [given, { ...given, checkId: 'DIR-021' }];
  await handlers.save({ reviews: both, keepsAttachment: false });
  expect(listReviews(file).map(({ checkId }) => checkId)).toEqual(['DIR-020', 'DIR-021']);
  const { file: other, handlers: others } = await judged(failed);
  await expect(async () => others.save({ reviews: both, keepsAttachment: false })).rejects.toMatchObject({
    code: 'nothing-to-decide',
  });
  expect(listReviews(other)).toEqual([]);
});

test('the history tells who changed what, also what was taken back', async () => {
  const { handlers } = await judged(failed);
  await handlers.save({ reviews: [given], keepsAttachment: false });
  await handlers.save({
    reviews: [{ ...given, decision: 'planned', until: '2027-03-31', author: 'Ben' }],
    keepsAttachment: false,
  });
  await handlers.withdraw({ keys: [{ checkId: 'DIR-020' }, { checkId: 'DIR-099' }], author: 'Ada' });
  const { changes } = await handlers.history({ checkId: 'DIR-020' });
  expect(changes.map(({ author, before, after }) => [author, before?.decision, after?.decision])).toEqual([
    ['Ada', 'planned', undefined],
    ['Ben', 'accepted-risk', 'planned'],
    ['Ada', undefined, 'accepted-risk'],
  ]);
  expect((await handlers.list({})).reviews).toEqual([]);
});

test('the last change is undone as a whole, then the one before; the history keeps all of it', async () => {
  const { file, handlers } = await judged(failed, finding('DIR-021', [affectedObject(1)]));
  await handlers.save({ reviews: [given], keepsAttachment: false });
  const both = [given, { ...given, checkId: 'DIR-021' }];
  await handlers.save({ reviews: both.map((each) => ({ ...each, reason: 'Anew' })), keepsAttachment: false });
  expect((await handlers.list({})).lastChange).toMatchObject({ author: 'Ada', count: 2 });

  const once = await handlers.undo({ author: 'Ben' });
  expect(once.reviews.map(({ review }) => [review.checkId, review.reason])).toEqual([['DIR-020', given.reason]]);
  expect(once.lastChange).toMatchObject({ count: 1, checkIds: ['DIR-020'] });
  const twice = await handlers.undo({ author: 'Ben' });
  expect(twice).toEqual({ reviews: [], lastChange: null });
  expect(await handlers.undo({ author: 'Ben' })).toEqual(twice);
  const { changes } = await handlers.history({ checkId: 'DIR-020' });
  expect(changes.map(({ author, isUndo }) => [author, isUndo])).toEqual([
    ['Ben', true],
    ['Ben', true],
    ['Ada', false],
    ['Ada', false],
  ]);
  await handlers.save({ reviews: [given], keepsAttachment: false });
  await handlers.withdraw({ keys: [given], author: 'Ada' });
  expect((await handlers.undo({ author: 'Ada' })).reviews).toHaveLength(1);
  expect(listReviews(file)).toHaveLength(1);
});

test('an attachment is kept with the decision, survives a change and an undo, and only a chosen file is read', async () => {
  const path = join(temporaryFolder(), 'Change 4711.txt');
  writeFileSync(path, 'Approved.');
  const file = await newEngagement();
  await judge(file, [failed, finding('DIR-021', [affectedObject(1)])]);
  const context = appContext({ answers: { chooseAttachment: async () => path } });
  await context.session.use(file);
  const handlers = reviewsHandlers(context);
  const attached = [given, { ...given, checkId: 'DIR-021' }].map((each) => ({ ...each, attachment: path }));
  await expect(handlers.save({ reviews: attached, keepsAttachment: false })).rejects.toMatchObject({
    code: 'attachment-not-chosen',
  });
  expect(await handlers.chooseAttachment({})).toEqual({ path });
  await handlers.save({ reviews: attached, keepsAttachment: false });
  rmSync(path);
  await handlers.save({ reviews: [given], keepsAttachment: true });
  const [kept] = listReviews(file);
  expect(kept?.attachment).toMatchObject({ name: 'Change 4711.txt', size: 9 });
  const chunks: Uint8Array[] = [];
  for await (const chunk of rawInputBytes(file, kept?.attachment?.sha256 ?? '')) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toBe('Approved.');
  await handlers.save({ reviews: [given], keepsAttachment: false });
  expect(listReviews(file)[0]?.attachment).toBeUndefined();
  await handlers.undo({ author: 'Ada' });
  expect(listReviews(file)[0]?.attachment).toEqual(kept?.attachment);
});

test('the list says where each finding stands, and how many decisions have to be taken again', async () => {
  const { file, handlers, session } = await judged(failed, finding('DIR-021', [affectedObject(1)]));
  const findings = findingsHandlers({ ...appContext(), session });
  const list = async (standings: readonly Standing[] = []) => {
    const filter = {
      areas: [],
      steps: [],
      outcomes: [],
      severities: [],
      countedAs: [],
      standings: [...standings],
      search: '',
    };
    const { rows, undecided, decisionsRaisedAgain } = await findings.list({
      filter,
      sort: { by: 'id', descending: false },
    });
    return { rows: rows.map(({ checkId, standing }) => `${checkId} ${standing}`), undecided, decisionsRaisedAgain };
  };
  await handlers.save({ reviews: [{ ...given, decision: 'planned', until: '2999-01-01' }], keepsAttachment: false });
  expect(await list()).toEqual({
    rows: ['DIR-020 planned', 'DIR-021 to-decide'],
    ...{ undecided: 1, decisionsRaisedAgain: 0 },
  });
  await judge(file, [finding('DIR-020', [affectedObject(5)]), finding('DIR-021', [], { outcome: 'pass' })]);
  expect(await list()).toEqual({
    rows: ['DIR-020 decide-again', 'DIR-021 nothing-open'],
    ...{ undecided: 1, decisionsRaisedAgain: 1 },
  });
  expect((await list(['decide-again'])).rows).toEqual(['DIR-020 decide-again']);
});

test('what is planned has a day', () => {
  expect(givenReviewSchema.safeParse({ ...given, decision: 'planned' }).error?.issues[0]?.message).toBe(
    'Give the day by which it is to be mended.',
  );
  expect(givenReviewSchema.safeParse({ ...given, decision: 'planned', until: '2027-03-31' }).success).toBe(true);
  expect(givenReviewSchema.safeParse(given).success).toBe(true);
});
