import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { catalogue } from '../../../src-main/knowledge/catalogue';
import { listFindingObjects, type ObjectQuery } from '../../../src-main/store/finding-objects';
import {
  appendObjects,
  listFindingRows,
  loadFindings,
  readFinding,
  storeFindings,
} from '../../../src-main/store/findings';
import { endRun, latestJudgement, startJudging } from '../../../src-main/store/runs';
import { affectedObject, finding, newEngagement, newRun } from '../../support/engagement';
import { longestStall } from '../../support/longest-stall';

const everything: ObjectQuery = { search: '', outcomes: [], offset: 0, limit: 500 };

test('findings come back whole, objects most urgent first', async () => {
  const file = await newEngagement();
  const runId = newRun(file);
  const objects = [
    affectedObject(1, { outcome: 'pass' }),
    affectedObject(2, {
      outcome: 'warning',
      evidenceId: '3f2f4c1e-6c3a-4b52-9d8e-0d6c3c1f9a11',
      locate: 'userPrincipalName',
    }),
    affectedObject(3, { outcome: 'fail' }),
  ];
  const stored = finding('DIR-020', objects);
  const unknown = finding('DIR-021', [], {
    outcome: 'unknown',
    unknownReason: 'access-denied',
    missing: ['ad.schema'],
  });
  await storeFindings(file, runId, [stored, unknown]);
  const loaded = [];
  for await (const each of loadFindings(file, runId)) loaded.push(each);
  expect(loaded).toEqual([{ ...stored, objects: [objects[2], objects[1], objects[0]] }, unknown]);
  const { objects: _, ...head } = stored;
  expect(readFinding(file, runId, 'DIR-020')).toEqual(head);
  expect(
    (await listFindingRows(file, runId)).map((row) => [
      row.checkId,
      row.objectCount,
      row.affectedCount,
      row.unknownReason,
    ]),
  ).toEqual([
    ['DIR-020', 3, 2, undefined],
    ['DIR-021', 0, 0, 'access-denied'],
  ]);
});

test('objects that follow later join their finding', async () => {
  const file = await newEngagement();
  const runId = newRun(file);
  await storeFindings(file, runId, [finding('DIR-020', [affectedObject(0)])]);
  await appendObjects(file, runId, 'DIR-020', [affectedObject(1), affectedObject(2)]);
  expect((await listFindingObjects(file, runId, 'DIR-020', everything)).objects.map((each) => each.name)).toEqual([
    'User 0',
    'User 1',
    'User 2',
  ]);
  await expect(appendObjects(file, runId, 'DIR-999', [])).rejects.toThrow(/before their finding/u);
});

test('a finding that names records by anything but their ids is damage', async () => {
  const file = await newEngagement();
  const runId = newRun(file);
  await storeFindings(file, runId, [finding('DIR-020', [], { evidenceIds: [randomUUID()] })]);
  expect(readFinding(file, runId, 'DIR-020')?.evidenceIds).toHaveLength(1);
  file.database.exec(`UPDATE findings SET finding = json_set(finding, '$.evidenceIds[0]', '<script>')`);
  expect(() => readFinding(file, runId, 'DIR-020')).toThrow(expect.objectContaining({ code: 'damaged' }));
});

test('findings are shown once the run is judged to its end', async () => {
  const file = await newEngagement();
  const runId = newRun(file);
  startJudging(file, runId);
  await storeFindings(file, runId, [finding('DIR-020', [])]);
  expect(latestJudgement(file)).toBeUndefined();
  endRun(file, runId, { state: 'done', judgedAsOf: '2026-11-22T15:00:00.000Z' });
  expect(latestJudgement(file)).toMatchObject({ runId, judgedAsOf: '2026-11-22T15:00:00.000Z' });
  newRun(file);
  expect(latestJudgement(file)?.runId).toBe(runId);
});

test.each([
  ['several words, any order and case', 'ROUTABLE user', 3],
  ['a per cent sign', '100%', 1],
  ['an underscore', 'a_b', 1],
  ['quotes and SQL', `'; DROP TABLE findings; --"`, 0],
  ['a SID', 's-1-5-21-1-2-3-1001', 1],
  ['JSON', '["x"]', 0],
])('search takes %s literally', async (_, search, total) => {
  const file = await newEngagement();
  const runId = newRun(file);
  const objects = [
    affectedObject(0),
    affectedObject(1),
    affectedObject(2),
    affectedObject(3, { name: '100% Müller', note: 'x' }),
    affectedObject(4, { name: 'a_b', note: 'x' }),
    affectedObject(5, { name: 'axb', note: 'x' }),
  ];
  await storeFindings(file, runId, [finding('DIR-020', objects)]);
  expect((await listFindingObjects(file, runId, 'DIR-020', { ...everything, search })).total).toBe(total);
});

test('pages of what matches go on where the one before ended, wherever the objects lie', async () => {
  const file = await newEngagement();
  const runId = newRun(file);
  const objects = Array.from({ length: 9000 }, (_, index) =>
    affectedObject(index, { note: index % 3 === 0 || index > 7900 ? 'Wanted.' : 'Left.' }),
  );
  await storeFindings(file, runId, [finding('DIR-020', objects)]);
  const wanted = objects.filter(({ note }) => note === 'Wanted.').map(({ name }) => name);
  for (const offset of [0, 1200, 1320, 1333, 1334, 2600, wanted.length - 10, wanted.length, wanted.length + 5]) {
    const page = await listFindingObjects(file, runId, 'DIR-020', {
      search: 'wanted',
      outcomes: [],
      offset,
      limit: 100,
    });
    expect(page.total).toBe(wanted.length);
    expect(page.objects.map(({ name }) => name)).toEqual(wanted.slice(offset, offset + 100));
  }
});

test('outcomes are filtered', async () => {
  const file = await newEngagement();
  const runId = newRun(file);
  await storeFindings(file, runId, [finding('DIR-020', [affectedObject(0), affectedObject(1, { outcome: 'pass' })])]);
  const page = await listFindingObjects(file, runId, 'DIR-020', { ...everything, outcomes: ['pass', 'info'] });
  expect(page).toMatchObject({ total: 1, objects: [{ name: 'User 1', outcome: 'pass' }] });
});

test('50,000 objects: stored, paged and searched in small turns of the event loop', async () => {
  const file = await newEngagement();
  const runId = newRun(file);
  const objects = Array.from({ length: 50_000 }, (_, index) =>
    affectedObject(index, { outcome: index % 3 === 0 ? 'fail' : 'warning' }),
  );
  const { stall: storing, whole } = await longestStall(() => storeFindings(file, runId, [finding('DIR-020', objects)]));
  expect(storing).toBeLessThan(whole / 10);
  const read = (query: Partial<ObjectQuery>) =>
    longestStall(() => listFindingObjects(file, runId, 'DIR-020', { ...everything, limit: 200, ...query }));
  const last = await read({ offset: 49_800 });
  expect(last.value).toMatchObject({ total: 50_000, objects: { length: 200 } });
  expect(last.stall).toBeLessThan(whole / 10);
  const urgent = objects.filter(({ outcome }) => outcome === 'fail');
  for (const offset of [0, 3900, 4000, 8100]) {
    const { value } = await read({ offset });
    expect(value.total).toBe(50_000);
    expect(value.objects.map(({ name }) => name)).toEqual(urgent.slice(offset, offset + 200).map(({ name }) => name));
  }
  expect((await read({ offset: 60_000 })).value).toEqual({ objects: [], total: 50_000 });
  const rare = await read({ search: 'user 50999' });
  expect(rare.value).toMatchObject({ total: 1, objects: [{ name: 'User 49999' }] });
  expect(rare.stall).toBeLessThan(whole / 10);
  const many = await read({ search: 'routable', outcomes: ['warning'], offset: 33_000 });
  expect(many.value).toMatchObject({ total: 33_333, objects: { length: 200 } });
  expect(many.stall).toBeLessThan(whole / 10);
});

test('findings that rest on thousands of records are stored and listed in small turns of the event loop', async () => {
  const file = await newEngagement();
  const runId = newRun(file);
  const evidenceIds = Array.from({ length: 5000 }, () => randomUUID());
  const findings = catalogue.slice(0, 120).map(({ id }) => ({ ...finding(id, []), evidenceIds }));
  const { stall: storing, whole } = await longestStall(() => storeFindings(file, runId, findings));
  expect(storing).toBeLessThan(whole / 10);
  const { stall, value: rows } = await longestStall(() => listFindingRows(file, runId));
  expect(stall).toBeLessThan(whole / 10);
  expect(rows.map(({ checkId }) => checkId)).toEqual(findings.map(({ checkId }) => checkId));
  expect(readFinding(file, runId, 'DIR-001')?.evidenceIds).toEqual(evidenceIds);
});
