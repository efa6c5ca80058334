import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandlers } from '../../../src-main/features/handlers';
import { reportInThread } from '../../../src-main/features/report/report-in-thread';
import type { ReportWork } from '../../../src-main/features/report/report-work';
import { printDocument } from '../../../src-main/security/print-documents';
import { closeEngagement } from '../../../src-main/store/engagement-file';
import { reportDocumentSchema } from '../../../src-shared/report/report-document';
import { appContext } from '../../support/app-context';
import { finding, newEngagement, passphrase } from '../../support/engagement';
import { failingObjects, judgedEngagement } from '../../support/judged-engagement';
import { longestStall } from '../../support/longest-stall';
import { builtReportThread } from '../../support/report-thread';
import { temporaryFolder } from '../../support/temporary-folder';

let thread: Awaited<ReturnType<typeof builtReportThread>>;
beforeAll(async () => {
  thread = await builtReportThread();
});
afterAll(() => thread.remove());

const going = (signal = new AbortController().signal) => ({ signal, progress: () => undefined });
const options = { paper: 'A4', profile: 'technical', redact: false } as const;

/** An app with a judged engagement open, or with one that was never judged. */
async function opened(count: number | undefined, change: (work: ReportWork) => ReportWork = (work) => work) {
  const path = join(temporaryFolder(), 'report.json');
  const context = {
    ...appContext({ answers: { chooseSavePath: async () => path } }),
    reportWork: change(reportInThread(thread.entry)),
  };
  const objects = failingObjects(count ?? 0, (index) => index % 2 === 0);
  const file = count === undefined ? await newEngagement() : await judgedEngagement([finding('DIR-020', [...objects])]);
  closeEngagement(file);
  context.library.opened(file.path, 'Contoso');
  const handlers = createHandlers(context);
  await handlers.library.open({ path: file.path, passphrase });
  return { handlers, path, report: () => reportDocumentSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) };
}

test('the report as a file, of one finding, and redacted with the same stand-ins as the sample', async () => {
  const { handlers, path, report } = await opened(3);
  expect(await handlers.report.export({ format: 'json', options }, going())).toMatchObject({ path });
  const [whole] = report().findings;
  expect(whole).toMatchObject({ checkId: 'DIR-020' });
  expect(whole?.objects).toHaveLength(3);
  await handlers.report.export({ format: 'json', options, checkId: 'DIR-020' }, going());
  expect(report().evidence).toEqual([]);
  await handlers.report.export({ format: 'json', options: { ...options, redact: true } }, going());
  expect(report().details.customer).toBe('Customer');
  const { sample } = await handlers.report.redactionSample({});
  const number = sample.find(({ original }) => original === whole?.objects[0]?.id);
  expect(number?.standIn).toBe(report().findings[0]?.objects[0]?.id);
});

test('nothing judged, a finding there is none of, a cancelled export: nothing is written', async () => {
  const never = await opened(undefined);
  const early = never.handlers.report.export({ format: 'json', options }, going());
  await expect(early).rejects.toMatchObject({ code: 'nothing-judged' });
  await expect(never.handlers.report.preview({ options })).rejects.toMatchObject({ code: 'nothing-judged' });
  const { handlers, path } = await opened(3);
  const other = handlers.report.export({ format: 'json', options, checkId: 'PKI-010' }, going());
  await expect(other).rejects.toMatchObject({ code: 'no-finding' });
  const stop = new AbortController();
  const cancelled = handlers.report.export({ format: 'json', options }, going(stop.signal));
  setTimeout(() => stop.abort(), 20);
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  expect(existsSync(path)).toBe(false);
});

test('a preview ends the work for the one asked for before, and stays served', async () => {
  const ends: string[] = [];
  const { handlers } = await opened(3, (work) => async (kind, order, signal) => {
    const result = work(kind, order, signal);
    void result.then(
      () => ends.push('done'),
      ({ code }) => ends.push(code),
    );
    return await result;
  });
  const previews = [1, 2, 3].map(() => handlers.report.preview({ options }));
  const [first, second, last] = await Promise.allSettled(previews);
  expect([first, second]).toMatchObject([{ reason: { code: 'cancelled' } }, { reason: { code: 'cancelled' } }]);
  expect(ends.sort()).toEqual(['cancelled', 'cancelled', 'done']);
  const url = last?.status === 'fulfilled' ? last.value.url : '';
  expect(printDocument(new URL(url).pathname)?.html).toContain('DIR-020');
  const next = await handlers.report.preview({ options });
  expect(printDocument(new URL(url).pathname)).toBeUndefined();
  expect(printDocument(new URL(next.url).pathname)).toBeDefined();
});

test('50,000 objects: the main thread goes on while the report is read, shown and written', async () => {
  const { handlers, report } = await opened(50_000);
  const { value, stall, whole } = await longestStall(async () => {
    const preview = await handlers.report.preview({ options });
    await handlers.report.export({ format: 'json', options }, going());
    return preview;
  });
  expect(printDocument(new URL(value.url).pathname)?.html).toContain('DIR-020');
  expect(report().findings[0]?.objects).toHaveLength(50_000);
  expect(stall).toBeLessThan(whole / 10);
});
