import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppContext } from '../../../src-main/features/app-context';
import { createHandlers } from '../../../src-main/features/handlers';
import { reportInThread } from '../../../src-main/features/report/report-in-thread';
import { closeEngagement } from '../../../src-main/store/engagement-file';
import { readableFile } from '../../../src-main/store/open-beside';
import { deltaDocumentSchema } from '../../../src-shared/report/delta-document';
import { appContext } from '../../support/app-context';
import { finding, passphrase } from '../../support/engagement';
import { failingObjects, judgedEngagement } from '../../support/judged-engagement';
import { longestStall } from '../../support/longest-stall';
import { builtReportThread } from '../../support/report-thread';
import { temporaryFolder } from '../../support/temporary-folder';

const going = (signal = new AbortController().signal) => ({ signal, progress: () => undefined });

let thread: Awaited<ReturnType<typeof builtReportThread>>;
beforeAll(async () => {
  thread = await builtReportThread();
});
afterAll(() => thread.remove());

/** An app with the newer engagement open and the older one in its library. */
async function twoEngagements(context: AppContext) {
  const newest = failingObjects(10, (index) => index > 3);
  const [older, newer] = [
    await judgedEngagement([
      finding(
        'DIR-020',
        failingObjects(10, () => true),
      ),
      finding('PKI-010', []),
    ]),
    await judgedEngagement([finding('DIR-020', newest), finding('PKI-010', [], { outcome: 'pass' })]),
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
    reportWork: reportInThread(thread.entry),
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
  const context = { ...appContext(), reportWork: reportInThread(thread.entry) };
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
  const before = await judgedEngagement([
    finding(
      'DIR-020',
      failingObjects(50_000, (index) => index % 2 === 0),
    ),
  ]);
  const after = await judgedEngagement([
    finding(
      'DIR-020',
      failingObjects(50_000, (index) => index % 4 < 2),
    ),
  ]);
  const order = { before: readableFile(before), after: readableFile(after) };
  const compare = reportInThread(thread.entry);
  const { value, stall, whole } = await longestStall(() => compare('compare', order, new AbortController().signal));
  expect(value.checks[0]?.objectCount).toBe(25_000);
  expect(value.checks[0]?.objects).toHaveLength(200);
  expect(stall).toBeLessThan(whole / 10);
});
