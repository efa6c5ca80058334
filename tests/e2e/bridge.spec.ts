import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import { silentServer } from '../support/silent-server';
import { test } from './fixtures';

const options = { paper: 'A4', profile: 'technical', redact: false } as const;

/** Opens the demo and runs it to its end, through the bridge alone. */
async function runDemo(page: Page): Promise<void> {
  const state = await page.evaluate(async () => {
    await window.bridge.library.openDemo({});
    const { result } = window.bridge.run.start({ mode: 'new', credentials: [] }, () => undefined);
    const answer = await result;
    return answer.ok ? answer.value.state : answer.error.message;
  });
  expect(state).toBe('done');
}

test('the demo is collected, judged and reported', async ({ start }) => {
  const { electron: app, page, userData: folder } = await start();
  await runDemo(page);
  const shown = await page.evaluate(async (reportOptions) => {
    const readiness = await window.bridge.findings.readiness({});
    const evidence = await window.bridge.evidence.list({ after: 0 });
    const preview = await window.bridge.report.preview({ options: reportOptions });
    return { readiness, records: evidence.ok ? evidence.value.records.length : 0, preview };
  }, options);
  expect(shown.readiness).toMatchObject({
    ok: true,
    value: { readiness: { overall: { verdict: 'blocked' } }, judgedAt: '2026-11-22T15:00:00.000Z' },
  });
  expect(shown.records).toBeGreaterThan(20);
  expect(shown.preview).toMatchObject({
    ok: true,
    value: { url: expect.stringMatching(/^app:\/\/print\/[0-9a-f-]{36}$/u) },
  });

  const url = shown.preview.ok ? shown.preview.value.url : '';
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', '');
    frame.src = address;
    document.body.append(frame);
  }, url);
  await expect.poll(() => page.frames().some((frame) => frame.url() === url)).toBe(true);
  const frame = page.frames().find((each) => each.url() === url);
  await expect.poll(async () => (await frame?.locator('body').textContent())?.includes('Contoso')).toBe(true);

  const target = join(folder, 'report.pdf');
  await app.evaluate(({ dialog, shell }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    shell.showItemInFolder = (path) => void Reflect.set(globalThis, 'revealed', path);
  }, target);
  const exported = await page.evaluate(async (reportOptions) => {
    const phases: string[] = [];
    const { result } = window.bridge.report.export({ format: 'pdf', options: reportOptions }, ({ phase }) =>
      phases.push(phase),
    );
    return { answer: await result, phases };
  }, options);
  expect(exported.answer).toMatchObject({ ok: true, value: { path: target } });
  expect(exported.phases).toEqual(['Writing report.pdf']);
  expect(statSync(target).size).toBeGreaterThan(20_000);

  const reveal = (path: string) => page.evaluate((file) => window.bridge.report.reveal({ path: file }), path);
  expect(await reveal('/etc/passwd')).toMatchObject({ value: { shown: false } });
  expect(await reveal(target)).toMatchObject({ value: { shown: true } });
  expect(await app.evaluate(() => Reflect.get(globalThis, 'revealed'))).toBe(target);
});

/** Starts a run that cannot end by itself and waits until it reads. */
async function startEndlessRun(page: Page, port: number): Promise<void> {
  await page.evaluate(async (serverPort) => {
    const demo = await window.bridge.library.openDemo({});
    if (!demo.ok) throw new Error(demo.error.message);
    const { draft } = demo.value;
    const live = {
      ...draft.live,
      adfs: [{ id: 'farm', host: 'fs.contoso.com', port: serverPort }],
      addresses: { 'fs.contoso.com': '127.0.0.1' },
    };
    await window.bridge.library.saveDraft({ draft: { ...draft, live } });
    const finishedAndWaiting = (targets: Map<string, string>): boolean =>
      [...targets.values()].filter((state) => state === 'done').length >= 3 &&
      [...targets.values()].includes('running');
    await new Promise<void>((resolve) => {
      const states = new Map<string, string>();
      const job = window.bridge.run.start({ mode: 'new', credentials: [] }, ({ targets }) => {
        for (const { id, state } of targets) states.set(id, state);
        if (finishedAndWaiting(states)) resolve();
      });
      Reflect.set(window, 'endless', job);
    });
  }, port);
}

const latestState = (page: Page) =>
  page.evaluate(async () => {
    const answer = await window.bridge.run.latest({});
    return answer.ok ? answer.value.run?.state : answer.error.code;
  });

test('cancelling from the page keeps and judges what is there', async ({ start }) => {
  const { page } = await start();
  const { port, close } = await silentServer();
  await startEndlessRun(page, port);
  const state = await page.evaluate(async () => {
    const job: { readonly cancel: () => void; readonly result: Promise<{ ok: boolean; value?: { state: string } }> } =
      Reflect.get(window, 'endless');
    job.cancel();
    return (await job.result).value?.state;
  });
  expect(state).toBe('cancelled');
  close();
});

test('reloading the window cancels its run', async ({ start }) => {
  const { page } = await start();
  const { port, close } = await silentServer();
  await startEndlessRun(page, port);
  await page.reload();
  await expect.poll(() => latestState(page), { timeout: 30_000 }).toBe('cancelled');
  close();
});

test('when the assessment host is killed the run ends as failed with what came, and the app goes on', async ({
  start,
}) => {
  const { electron: app, page } = await start();
  const { port, close } = await silentServer();
  await startEndlessRun(page, port);
  await app.evaluate(({ app: electron }) => {
    const host = electron.getAppMetrics().find((metric) => metric.name?.includes('assessment host'));
    if (host === undefined) throw new Error('No assessment host');
    process.kill(host.pid, 'SIGKILL');
  });
  const run = await page.evaluate(async () => {
    const job: {
      readonly result: Promise<{
        ok: boolean;
        value?: { state: string; targets: { state: string; failure?: { code: string } }[] };
      }>;
    } = Reflect.get(window, 'endless');
    return (await job.result).value;
  });
  expect(run?.state).toBe('failed');
  expect(run?.targets.find((target) => target.state === 'failed')?.failure?.code).toBe('host-stopped');
  expect(run?.targets.filter((target) => target.state === 'done').length).toBeGreaterThanOrEqual(3);
  close();
});

test('closing the app in the middle of a run loses nothing', async ({ start }) => {
  const first = await start();
  const { page, userData: folder } = first;
  const { port, close } = await silentServer();
  await startEndlessRun(page, port);
  await first.close();
  close();
  const again = await start({ userData: folder });
  const found = await again.page.evaluate(async () => {
    const demo = await window.bridge.library.openDemo({});
    return demo.ok
      ? { evidence: demo.value.evidenceCount, run: demo.value.lastRun, readOnly: demo.value.readOnly }
      : demo.error;
  });
  expect(found).toMatchObject({
    readOnly: false,
    run: { state: expect.stringMatching(/^(?:cancelled|interrupted)$/u) },
  });
  expect('evidence' in found ? found.evidence : 0).toBeGreaterThan(0);
  await again.close();
  expect(existsSync(join(folder, 'engagements', 'Contoso (demo).preflight-wal'))).toBe(false);
});

test('an engagement open elsewhere can be read, and the window says by whom', async ({ start }) => {
  const { page, userData: folder } = await start();
  await page.evaluate(() => window.bridge.library.openDemo({}));
  const other = await start({ userData: join(folder, 'other') });
  const path = join(folder, 'engagements', 'Contoso (demo).preflight');
  await other.answerDialogs({ open: [path] });
  const opened = await other.page.evaluate(async (file) => {
    await window.bridge.library.chooseFile({});
    return await window.bridge.library.open({ path: file, passphrase: 'demo' });
  }, path);
  expect(opened).toMatchObject({
    ok: true,
    value: { readOnly: true, readOnlyReason: expect.stringContaining('process') },
  });
  await other.close();
});
