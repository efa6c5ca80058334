import { closeSync, copyFileSync, openSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deriveKey, newFileKey } from '../../../src-main/store/cipher';
import { readDraft } from '../../../src-main/store/draft';
import { closeEngagement, type EngagementFile, openEngagement } from '../../../src-main/store/engagement-file';
import { listEvidence, readEvidence } from '../../../src-main/store/evidence';
import { listFindingObjects } from '../../../src-main/store/finding-objects';
import { listFindingRows } from '../../../src-main/store/findings';
import { doWholeFileWork } from '../../../src-main/store/whole-file/whole-file-work';
import { damagePages } from '../../support/damage-pages';
import { draft, passphrase } from '../../support/engagement';
import { fullEngagement } from '../../support/full-engagement';

const fallback = { ...draft, details: { ...draft.details, customer: 'From the library' } };

async function save(path: string) {
  const [source, target] = [`${path}.damaged`, `${path}.new`];
  copyFileSync(path, source);
  closeSync(openSync(target, 'wx', 0o600));
  const salt = readFileSync(path).subarray(0, 16);
  const from = { salt, key: await deriveKey(passphrase, salt) };
  const to = await newFileKey('new one');
  const order = { source, from, target, to, draft: JSON.stringify(fallback) };
  const salvage = await doWholeFileWork('save-readable', order, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const lost = Object.fromEntries(salvage.tables.map((table) => [table.table, table.lost]));
  const saved = Object.fromEntries(salvage.tables.map((table) => [table.table, table.saved]));
  return { target, salvage, lost, saved };
}

/** Pages that hold the rows of a table, in its order. */
const pagesOf = (file: EngagementFile, table: string): number[] =>
  file.database
    .prepare<[string], number>("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path")
    .pluck()
    .all(table);

const whole = { search: '', outcomes: [], offset: 0, limit: 2000 } as const;

test('of a sound file everything is saved', async () => {
  const { file, runId } = await fullEngagement();
  const [headers, rows] = [await listEvidence(file), await listFindingRows(file, runId)];
  closeEngagement(file);
  const { target, salvage, lost } = await save(file.path);
  expect(new Set(Object.values(lost))).toEqual(new Set([0]));
  expect(salvage.hasDraft).toBe(true);
  const saved = await openEngagement(target, 'new one');
  expect(await listEvidence(saved)).toEqual(headers);
  expect(await listFindingRows(saved, runId)).toEqual(rows);
  expect(readDraft(saved).details.customer).toBe('Contoso');
  for (const { id } of headers) expect(await readEvidence(saved, id)).toBeDefined();
  closeEngagement(saved);
});

test('around damaged pages of the objects the others are saved, and the file says what is missing', async () => {
  const { file, runId } = await fullEngagement();
  const pages = pagesOf(file, 'finding_objects');
  expect(pages.length).toBeGreaterThan(20);
  closeEngagement(file);
  damagePages(file.path, pages[10] ?? 0);
  const { target, saved, lost } = await save(file.path);
  expect(saved.finding_objects).toBeGreaterThan(1400);
  expect(saved.finding_objects).toBeLessThan(1500);
  expect(lost).toMatchObject({ finding_objects: null, evidence: 0, runs: 0, findings: 0 });
  const again = await openEngagement(target, 'new one');
  const { objects } = await listFindingObjects(again, runId, 'DIR-020', whole);
  expect(objects).toHaveLength(saved.finding_objects ?? 0);
  expect(objects.at(-1)?.name).toMatch(/^User /u);
  expect(again.database.pragma('foreign_key_check')).toEqual([]);
  closeEngagement(again);
});

test('a received file with a damaged page is lost, what was read from it is not', async () => {
  const { file } = await fullEngagement();
  const page = file.database
    .prepare<[], number>(
      "SELECT pageno FROM dbstat WHERE name = 'blob_chunks' AND pagetype = 'overflow' ORDER BY path LIMIT 1",
    )
    .pluck()
    .get();
  const headers = await listEvidence(file);
  closeEngagement(file);
  damagePages(file.path, page ?? 0);
  const { target, lost, saved } = await save(file.path);
  expect(lost).toMatchObject({ raw_inputs: 1, blobs: 1, evidence: 0 });
  expect(saved.raw_inputs).toBe(1);
  const again = await openEngagement(target, 'new one');
  expect(await listEvidence(again)).toEqual(headers);
  closeEngagement(again);
});

test('an engagement whose customer and scope are lost begins with what the library knows', async () => {
  const { file } = await fullEngagement();
  const [page] = file.database.prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'engagement'").pluck().all();
  closeEngagement(file);
  damagePages(file.path, page ?? 0);
  const { target, salvage } = await save(file.path);
  expect(salvage.hasDraft).toBe(false);
  const again = await openEngagement(target, 'new one');
  expect(readDraft(again).details.customer).toBe('From the library');
  closeEngagement(again);
});

test('without the first page nothing can be saved, and that is said', async () => {
  const { file } = await fullEngagement();
  closeEngagement(file);
  damagePages(file.path, 1);
  await expect(save(file.path)).rejects.toMatchObject({ code: 'beyond-recovery' });
});
