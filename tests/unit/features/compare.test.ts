import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppContext } from '../../../src-main/features/app-context';
import { createHandlers } from '../../../src-main/features/handlers';
import { reportInThread } from '../../../src-main/features/report/report-in-thread';
import { closeEngagement, type EngagementFile } from '../../../src-main/store/engagement-file';
import { storeFindings } from '../../../src-main/store/findings';
import { readableFile } from '../../../src-main/store/open-beside';
import { endRun, startJudging } from '../../../src-main/store/runs';
import type { Finding } from '../../../src-shared/model/finding';
import { deltaDocumentSchema } from '../../../src-shared/report/delta-document';
import { appContext } from '../../support/app-context';
import { bundleInto } from '../../support/bundle-into';
import { affectedObject, draft, finding, newEngagement, newRun, passphrase } from '../../support/engagement';
import { longestStall } from '../../support/longest-stall';
import { temporaryFolder } from '../../support/temporary-folder';

const going = (signal = new AbortController().signal) => ({ signal, progress: () => undefined });

/** The thread as it is built; it needs the native addon, so it lies in the project. */
let folder: string;
let entry: string;
beforeAll(async () => {
  mkdirSync('out', { recursive: true });
  folder = mkdtempSync(join(resolve('out'), 'compare-'));
  entry = await bundleInto(folder, 'src-main/features/report/report-worker.ts');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function judged(findings: readonly Finding[]): Promise<EngagementFile> {
  const file = await newEngagement({ ...draft, wizardStep: 'finished' });
  const runId = newRun(file);
  startJudging(file, runId);
  await storeFindings(file, runId, findings);
  endRun(file, runId, { state: 'done', judgedAsOf: '2026-11-22T15:00:00.000Z' });
  return file;
}

const objects = (count: number, failing: (index: number) => boolean) =>
  Array.from({ length: count }, (_, index) =>
    affectedObject(index, { outcome: failing(index) ? 'fail' : 'warning', id: `S-1-5-21-1-2-3-${index}` }),
  );

/** An app with the newer engagement open and the older one in its library. */
async function twoEngagements(context: AppContext) {
  const newest = objects(10, (index) => index > 3);
  const [older, newer] = [
    await judged([
      finding(
        'DIR-020',
        objects(10, () => true),
      ),
      finding('PKI-010', []),
    ]),
    await judged([finding('DIR-020', newest), finding('PKI-010', [], { outcome: 'pass' })]),
  ];
  for (const file of [older, newer]) {
    closeEngagement(file);
    context.library.opened(file.path, 'Contoso');
  }
  const handlers = createHandlers(context);
  await handlers.library.open({ path: newer.path, passphrase });
  return { handlers, older: older.path };
}

test('compare, then write the delta report without the passphrase again', async () => {
  const path = join(temporaryFolder(), 'delta.json');
  const context = {
    ...appContext({ answers: { chooseSavePath: async () => path } }),
    reportWork: reportInThread(entry),
  };
  const { handlers, older } = await twoEngagements(context);
  const { comparison } = await handlers.compare.with({ path: older, passphrase }, going());
  expect(comparison.counts).toMatchObject({ fixed: 1, unchanged: 1 });
  expect(await handlers.compare.with({ path: older, passphrase }, going())).toEqual({ comparison });
  const written = await handlers.compare.export({ format: 'json', paper: 'A4', redact: false }, going());
  expect(written.path).toBe(path);
  const delta = deltaDocumentSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  expect(delta.comparison.checks.find(({ checkId }) => checkId === 'DIR-020')).toMatchObject({
    change: 'unchanged',
    objectCount: 4,
  });
  expect(handlers.report.reveal({ path })).toEqual({ shown: true });
});

test('an older engagement that was locked meanwhile, a wrong passphrase, a cancelled comparison', async () => {
  const context = { ...appContext(), reportWork: reportInThread(entry) };
  const { handlers, older } = await twoEngagements(context);
  const wrong = handlers.compare.with({ path: older, passphrase: 'guess' }, going());
  await expect(wrong).rejects.toMatchObject({ code: 'wrong-passphrase' });
  await handlers.compare.with({ path: older, passphrase }, going());
  context.unlocked.lockAll();
  const exported = handlers.compare.export({ format: 'json', paper: 'A4', redact: false }, going());
  await expect(exported).rejects.toMatchObject({ code: 'older-locked' });
  const cancelled = handlers.compare.with({ path: older, passphrase }, going(AbortSignal.abort()));
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
});

test('50,000 objects: the main thread goes on meanwhile', async () => {
  const before = await judged([
    finding(
      'DIR-020',
      objects(50_000, (index) => index % 2 === 0),
    ),
  ]);
  const after = await judged([
    finding(
      'DIR-020',
      objects(50_000, (index) => index % 4 < 2),
    ),
  ]);
  const order = { before: readableFile(before), after: readableFile(after) };
  const compare = reportInThread(entry);
  const { value, stall } = await longestStall(() => compare('compare', order, new AbortController().signal));
  expect(value.checks[0]?.objectCount).toBe(25_000);
  expect(value.checks[0]?.objects).toHaveLength(200);
  expect(stall).toBeLessThan(50);
});
