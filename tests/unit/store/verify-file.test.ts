import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { EngagementFile } from '../../../src-main/store/engagement-file';
import { withStillFile } from '../../../src-main/store/still-file';
import { doWholeFileWork } from '../../../src-main/store/whole-file/whole-file-work';
import { workInThread } from '../../../src-main/store/whole-file/work-in-thread';
import { bundleForNode } from '../../support/child-process';
import { damagePages } from '../../support/damage-pages';
import { fullEngagement } from '../../support/full-engagement';

let entry: string;
beforeAll(async () => {
  entry = await bundleForNode('src-main/store/whole-file/whole-file-worker.ts');
});

const going = () => ({ signal: new AbortController().signal, onProgress: () => undefined });
const verify = (file: EngagementFile, work = doWholeFileWork) =>
  withStillFile(file, () => work('verify', { path: file.path, fileKey: file.fileKey }, going()));

test('a sound engagement is sound in every respect, in this thread and in another', async () => {
  const { file } = await fullEngagement();
  const sound = { damagedPages: [], structure: [], looseRows: 0, inputs: 2, changedInputs: [] };
  const found = await verify(file);
  expect(found).toMatchObject(sound);
  expect(found.pages).toBe(readFileSync(file.path).length / 4096);
  expect(await verify(file, workInThread(entry))).toEqual(found);
});

test('every page that was changed outside the app is named', async () => {
  const { file } = await fullEngagement();
  await withStillFile(file, async () => {
    damagePages(file.path, 7, 300);
  });
  expect((await verify(file)).damagedPages).toEqual([7, 300]);
});

test('a received file whose bytes are not those of its hash, and loose references, are found', async () => {
  const { file } = await fullEngagement();
  file.database.exec(`UPDATE blob_chunks SET bytes = zeroblob(length(bytes)) WHERE ordinal = 1;
    PRAGMA foreign_keys = OFF; UPDATE evidence SET run_id = 'nobody' WHERE ordinal = 1; PRAGMA foreign_keys = ON`);
  expect(await verify(file)).toMatchObject({ damagedPages: [], changedInputs: ['forest.ldf'], looseRows: 1 });
});

test('work in a thread is cancelled at once, and its failures come as sentences', async () => {
  const { file } = await fullEngagement();
  const work = workInThread(entry);
  const controller = new AbortController();
  const order = { path: file.path, fileKey: file.fileKey };
  const cancelled = work('verify', order, { signal: controller.signal, onProgress: () => controller.abort() });
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  const missing = work('verify', { ...order, path: '/nowhere/x.preflight' }, going());
  await expect(missing).rejects.toMatchObject({ code: 'folder-missing' });
});

test('the file takes writes while it is checked, and they are there afterwards', async () => {
  const { file } = await fullEngagement();
  await withStillFile(file, async () => {
    const before = readFileSync(file.path);
    for (let index = 0; index < 400; index += 1)
      file.database.prepare('INSERT INTO blobs (stored_size, complete) VALUES (1, 1)').run();
    file.database.exec("UPDATE engagement SET saved_at = 'x' || hex(zeroblob(2000000))");
    expect(readFileSync(file.path).equals(before)).toBe(true);
  });
  expect(file.database.pragma('wal_autocheckpoint', { simple: true })).toBe(250);
});
