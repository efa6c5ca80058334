import { expect, test } from 'vitest';
import { findingsHandlers } from '../../../src-main/features/findings/findings-handlers';
import { statedReviews } from '../../../src-main/features/reviews/judged-now';
import { reviewsHandlers } from '../../../src-main/features/reviews/reviews-handlers';
import { closeEngagement, type EngagementFile, openEngagement } from '../../../src-main/store/engagement-file';
import { storeFindings } from '../../../src-main/store/findings';
import { beginSet } from '../../../src-main/store/review-sets';
import { listReviews } from '../../../src-main/store/reviews';
import { endRun } from '../../../src-main/store/runs';
import type { ChosenObjects } from '../../../src-shared/ipc/reviews';
import type { AffectedObject } from '../../../src-shared/model/finding';
import type { GivenReview } from '../../../src-shared/model/review';
import { appContext } from '../../support/app-context';
import { affectedObject, finding, newEngagement, newRun, passphrase } from '../../support/engagement';
import { growsLinearly } from '../../support/grows-linearly';
import { longestStall } from '../../support/longest-stall';

const review: GivenReview = {
  checkId: 'DIR-020',
  decision: 'accepted-risk',
  reason: 'They leave with the plant in spring.',
  author: 'Ada',
};
const all: ChosenObjects = { search: '', outcomes: [], except: [] };
const many = (count: number, change: Partial<AffectedObject> = {}): readonly AffectedObject[] =>
  Array.from({ length: count }, (_, index) => affectedObject(index, change));

async function judge(file: EngagementFile, objects: readonly AffectedObject[]): Promise<void> {
  const run = newRun(file);
  await storeFindings(file, run, [finding('DIR-020', objects)]);
  endRun(file, run, { state: 'done', judgedAsOf: new Date().toISOString() });
}

async function judged(objects: readonly AffectedObject[]) {
  const file = await newEngagement();
  await judge(file, objects);
  const context = appContext();
  await context.session.use(file);
  const findings = findingsHandlers(context);
  const page = async (change: { readonly offset?: number } = {}) =>
    (await findings.objects({ checkId: 'DIR-020', search: '', outcomes: [], offset: 0, limit: 500, ...change }))
      .objects;
  const standing = async () => {
    const filter = { areas: [], steps: [], outcomes: [], severities: [], countedAs: [], standings: [], search: '' };
    return (await findings.list({ filter, sort: { by: 'id', descending: false } })).rows[0]?.standing;
  };
  const open = async (change: Partial<Parameters<typeof findings.openObjects>[0]>) =>
    (await findings.openObjects({ checkId: 'DIR-020', search: '', outcomes: [], first: 0, last: 0, ...change })).ids;
  return { file, session: context.session, handlers: reviewsHandlers(context), page, standing, open };
}

const stateOf = async (file: EngagementFile, day = '2026-11-23') =>
  (await statedReviews(file, listReviews(file), day)).map(({ state, counts }) => ({ state, ...counts }));

test('all that match but some get one decision, shown beside each, with one entry in the history', async () => {
  const { handlers, page, standing } = await judged([
    ...many(18),
    ...[18, 19, 20, 21].map((index) => affectedObject(index, { name: `Anna ${index}` })),
    affectedObject(40, { outcome: 'pass', name: 'Anna 40' }),
  ]);
  const except = [affectedObject(19).id];
  const saved = await handlers.saveForObjects({ review, objects: { ...all, search: 'ANNA', except } });
  expect(saved.reviews).toMatchObject([
    { review: { set: { count: 3, names: ['Anna 18', 'Anna 20', 'Anna 21'] }, outcome: 'fail' }, state: 'in-force' },
  ]);
  expect(saved.lastChange).toMatchObject({ count: 3, author: 'Ada', checkIds: ['DIR-020'] });
  const { changes } = await handlers.history({ checkId: 'DIR-020' });
  expect(changes).toHaveLength(1);
  expect(changes[0]?.after?.set?.count).toBe(3);
  const objects = await page();
  expect(objects.filter(({ decided }) => decided !== undefined).map(({ name }) => name)).toEqual([
    ...['Anna 18', 'Anna 20', 'Anna 21'],
  ]);
  expect(objects[18]).toMatchObject({
    outcome: 'fail',
    decided: { decision: 'accepted-risk', author: 'Ada', reason: review.reason, state: 'in-force' },
  });
  expect(await standing()).toBe('to-decide');
  await handlers.saveForObjects({ review: { ...review, decision: 'not-in-scope' }, objects: all });
  expect(await standing()).toBe('not-in-scope');
});

test('those named only; objects on which nothing is open are passed over, and none at all is refused', async () => {
  const { file, handlers } = await judged([...many(5), affectedObject(7, { outcome: 'pass' })]);
  const only = [affectedObject(2).id, affectedObject(4).id, affectedObject(7).id, 'S-1-5-21-9-9-9-9'];
  const { reviews } = await handlers.saveForObjects({ review, objects: { ...all, only } });
  expect(reviews[0]?.review.set).toEqual({ number: 1, count: 2, names: ['User 2', 'User 4'] });
  await expect(
    handlers.saveForObjects({ review, objects: { ...all, only: [affectedObject(7).id] } }),
  ).rejects.toMatchObject({ code: 'nothing-to-decide' });
  expect(listReviews(file)).toHaveLength(1);
});

test('undone as one, with the decisions it took the place of', async () => {
  const { handlers, page } = await judged(many(20));
  const own = { ...review, objectId: affectedObject(5).id, decision: 'false-positive' } as const;
  await handlers.save({ reviews: [own], keepsAttachment: false });
  await handlers.saveForObjects({ review, objects: all });
  const decisions = async () => (await page()).map(({ decided }) => decided?.decision);
  expect(new Set(await decisions())).toEqual(new Set(['accepted-risk']));
  const undone = await handlers.undo({ author: 'Ben' });
  expect(undone.lastChange).toMatchObject({ count: 1 });
  expect((await decisions()).filter((decision) => decision !== undefined)).toEqual(['false-positive']);
  expect((await handlers.history({ checkId: 'DIR-020' })).changes.map(({ isUndo, set }) => [isUndo, set])).toEqual([
    [true, undefined],
    [true, 1],
    [false, 1],
    [false, undefined],
    [false, undefined],
  ]);
});

test('a set is changed and withdrawn as one; a later decision on one object or a set counts before it', async () => {
  const { file, handlers, page } = await judged(many(10));
  await handlers.saveForObjects({ review, objects: all });
  await handlers.save({
    reviews: [{ ...review, set: 1, decision: 'planned', until: '2999-01-01' }],
    keepsAttachment: true,
  });
  await handlers.saveForObjects({
    review,
    objects: { ...all, only: [1, 2, 3].map((index) => affectedObject(index).id) },
  });
  await handlers.save({
    reviews: [{ ...review, objectId: affectedObject(2).id, decision: 'not-in-scope' }],
    keepsAttachment: false,
  });
  expect((await page()).map(({ decided }) => decided?.decision)).toEqual([
    ...['planned', 'accepted-risk', 'not-in-scope', 'accepted-risk'],
    ...Array.from({ length: 6 }, () => 'planned'),
  ]);
  expect(await stateOf(file)).toEqual([
    { state: 'in-force' },
    { state: 'in-force', unchanged: 7, changed: 0 },
    { state: 'in-force', unchanged: 2, changed: 0 },
  ]);
  await handlers.withdraw({ keys: [{ checkId: 'DIR-020', set: 2 }], author: 'Ada' });
  expect((await page())[1]?.decided?.decision).toBe('planned');
  await handlers.undo({ author: 'Ada' });
  expect((await page())[1]?.decided?.decision).toBe('accepted-risk');
});

test('later runs carry it by identity, and raise it again when it expired or an object changed', async () => {
  const { file, handlers, session, standing, page } = await judged(many(4));
  await handlers.saveForObjects({ review: { ...review, until: '2999-03-31' }, objects: all });
  await judge(file, [
    ...many(3).map((object) => ({ ...object, name: 'Renamed', note: 'Other words' })),
    affectedObject(9),
  ]);
  expect(await stateOf(file)).toEqual([{ state: 'in-force', unchanged: 3, changed: 0 }]);
  expect(await standing()).toBe('to-decide'); // the new one
  expect(await stateOf(file, '2999-04-01')).toMatchObject([{ state: 'expired' }]);
  await judge(file, [affectedObject(0), affectedObject(1, { outcome: 'unknown' })]);
  expect(await stateOf(file)).toEqual([{ state: 'changed', unchanged: 1, changed: 1 }]);
  expect(await standing()).toBe('decide-again');
  expect((await page()).map(({ decided }) => decided?.state)).toEqual(['in-force', 'changed']);
  await judge(file, many(4, { outcome: 'pass' }));
  expect(await stateOf(file)).toEqual([{ state: 'settled', unchanged: 0, changed: 0 }]);
  await session.close();
  const again = await openEngagement(file.path, passphrase);
  expect(listReviews(again)).toHaveLength(1);
  closeEngagement(again);
});

test('what was begun and not taken is gone when the file is opened again', async () => {
  const { file, session } = await judged(many(3));
  await beginSet(file, 'DIR-020', many(3));
  await session.close();
  const again = await openEngagement(file.path, passphrase);
  const count = (table: string) => again.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  expect([count('review_sets'), count('review_set_objects')]).toEqual([0, 0]);
  closeEngagement(again);
});

const scattered = (count: number): readonly AffectedObject[] =>
  Array.from({ length: count }, (_, index) =>
    affectedObject(index, { id: `${((index * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0')}-1-2-3` }),
  );

test('50,000 objects in small turns of the event loop', async () => {
  const { handlers, standing, page } = await judged(scattered(50_000));
  const deciding = await longestStall(async () => await handlers.saveForObjects({ review, objects: all }));
  const { value, stall, whole } = deciding;
  expect(value.reviews[0]).toMatchObject({ review: { set: { count: 50_000 } }, state: 'in-force' });
  const shown = await longestStall(async () => [await standing(), await page({ offset: 49_900 })] as const);
  expect(shown.value[0]).toBe('accepted-risk');
  expect(shown.value[1].at(-1)?.decided?.decision).toBe('accepted-risk');
  const undone = await longestStall(async () => await handlers.undo({ author: 'Ada' }));
  expect(Math.max(stall, shown.stall, undone.stall)).toBeLessThan(whole / 5);
});

test('the time to decide grows with the number of objects only', async () => {
  const decide = async (count: number) => (await judged(scattered(count))).handlers;
  await growsLinearly(decide, (handlers) => handlers.saveForObjects({ review, objects: all }), {
    from: 1500,
    to: 50_000,
  });
});

test('a stretch of rows names the objects that are open among them, as the list shows them', async () => {
  const { page, open } = await judged([
    affectedObject(9_001, { outcome: 'pass', name: 'Passed' }),
    ...many(4_500),
    ...[9_002, 9_003].map((index) => affectedObject(index, { outcome: 'unknown', name: `Anna ${index}` })),
  ]);
  const ids = async (offset: number, count: number) => (await page({ offset })).slice(0, count).map(({ id }) => id);
  expect(await open({ first: 2, last: 4 })).toEqual(await ids(2, 3));
  expect(await open({ first: 3_998, last: 4_003 })).toEqual(await ids(3_998, 6));
  expect(await open({ first: 4_500, last: 4_502 })).toEqual([9_002, 9_003].map((index) => affectedObject(index).id));
  expect(await open({ search: 'anna', first: 1, last: 5 })).toEqual([affectedObject(9_003).id]);
  expect(await open({ outcomes: ['pass'], first: 0, last: 5 })).toEqual([]);
  expect(await open({ first: 0, last: 4_502 })).toHaveLength(4_502);
});
