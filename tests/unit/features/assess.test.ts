import { resolve } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { readPlan } from '../../../src-main/cli/read-plan';
import { draftOfPlan } from '../../../src-main/features/library/new-draft';
import { type AssessmentRequest, runAssessment } from '../../../src-main/features/run/assess';
import type { HostProcess } from '../../../src-main/host/host-process';
import { spawnNodeHost } from '../../../src-main/host/spawn-node-host';
import { createHostSupervisor } from '../../../src-main/host/supervisor';
import { readDraft, saveDraft } from '../../../src-main/store/draft';
import { closeEngagement, type EngagementFile, openEngagement } from '../../../src-main/store/engagement-file';
import { countEvidence, listEvidence, readEvidencePage } from '../../../src-main/store/evidence';
import { listFindingRows } from '../../../src-main/store/findings';
import { latestJudgement, latestRun } from '../../../src-main/store/runs';
import type { RunProgress } from '../../../src-shared/ipc/run';
import { noLiveSources } from '../../../src-shared/model/plan';
import { bundleForNode } from '../../support/child-process';
import { newEngagement, passphrase } from '../../support/engagement';
import { silentServer } from '../../support/silent-server';

let entry: string;
beforeAll(async () => {
  entry = await bundleForNode('src-main/host/host.ts');
});

/** The demo engagement and a real assessment host. */
async function demo() {
  const file = await newEngagement(draftOfPlan(await readPlan(resolve('assets/demo/contoso/plan.json'))));
  const processes: HostProcess[] = [];
  const spawn = spawnNodeHost(entry);
  const host = createHostSupervisor({
    spawn: () => {
      const started = spawn();
      processes.push(started);
      return started;
    },
    log: () => undefined,
  });
  onTestFinished(() => host.close());
  const progress: RunProgress[] = [];
  const assess = (change: Partial<AssessmentRequest> = {}) =>
    runAssessment({
      file,
      host,
      mode: 'new',
      credentials: [],
      collector: { user: 'ada', host: 'laptop', version: '0.1.0' },
      catalogueVersion: '2026.11.0',
      onProgress: (value) => progress.push(value),
      signal: new AbortController().signal,
      ...change,
    });
  return { file, assess, progress, kill: () => processes.at(-1)?.kill() };
}

const ids = (run: { readonly targets: readonly { readonly id: string; readonly state: string }[] }, state: string) =>
  run.targets.filter((target) => target.state === state).map((target) => target.id);

test('a whole run: everything collected is stored, judged as of the plan’s instant and shown', async () => {
  const { file, assess, progress } = await demo();
  const run = await assess();
  expect(run.state).toBe('done');
  expect(run.targets.length).toBeGreaterThan(10);
  const troubled = run.targets.filter(({ state }) => state !== 'done').map(({ title }) => title);
  expect(troubled).toEqual(['collectors/hello-preflight-adfs-FS02.json']);
  expect(run.evidenceCount).toBe(countEvidence(file));
  expect(latestJudgement(file)).toMatchObject({ runId: run.id, judgedAsOf: '2026-11-22T15:00:00.000Z' });
  expect((await listFindingRows(file, run.id)).length).toBeGreaterThan(10);
  expect(progress.at(-1)).toMatchObject({ phase: 'done', done: run.targets.length, total: run.targets.length });
  expect(new Set(progress.map((value) => value.phase))).toEqual(new Set(['collecting', 'judging', 'done']));
});

test('a target is shown as done only after its evidence is stored', async () => {
  const { file, assess } = await demo();
  const isStored = new Map<string, boolean>();
  await assess({
    onProgress: ({ targets }) => {
      const by = new Set(readEvidencePage(file, 0).records.map((header) => header.source.by));
      for (const { id, state, facts, by: importer } of targets) {
        if (state === 'done' && facts > 0) isStored.set(id, by.has(importer));
      }
    },
  });
  expect(isStored.size).toBeGreaterThan(10);
  expect([...isStored].filter(([, stored]) => !stored)).toEqual([]);
});

/** Adds a federation service that never answers, so that a run cannot end by itself. */
async function addSilentService(file: EngagementFile): Promise<string> {
  const { port, close } = await silentServer();
  onTestFinished(close);
  const draft = readDraft(file);
  const adfs = [{ id: 'farm', host: 'fs.contoso.com', port }];
  saveDraft(file, { ...draft, live: { ...draft.live, adfs, addresses: { 'fs.contoso.com': '127.0.0.1' } } });
  return 'fs.contoso.com';
}

/** Calls `then` once, when the silent service is being read and three other targets are done. */
function whenHalfDone(host: string, then: () => void): (progress: RunProgress) => void {
  let isWaiting = false;
  let isOver = false;
  return ({ targets, done }) => {
    isWaiting ||= targets.some((target) => target.title.includes(host) && target.state === 'running');
    if (!isWaiting || done < 3 || isOver) return;
    isOver = true;
    then();
  };
}

test('after a crash of the host what came is kept and judged, the rest failed with the reason, and continuing collects only that', async () => {
  const { file, assess, kill } = await demo();
  const crashed = await assess({ onProgress: whenHalfDone(await addSilentService(file), kill) });
  expect(crashed.state).toBe('failed');
  const done = ids(crashed, 'done');
  const failed = crashed.targets.filter((target) => target.state === 'failed');
  expect(done.length).toBeGreaterThanOrEqual(3);
  expect(failed.length).toBeGreaterThan(0);
  expect(failed[0]?.failure).toMatchObject({ code: 'host-stopped', reason: 'not-collected' });
  expect(countEvidence(file)).toBeGreaterThan(0);
  expect(latestJudgement(file)?.runId).toBe(crashed.id);

  saveDraft(file, { ...readDraft(file), live: noLiveSources });
  const visited = new Set<string>();
  const again = await assess({
    mode: 'continue',
    onProgress: ({ targets }) => {
      for (const target of targets) if (target.state === 'running') visited.add(target.id);
    },
  });
  expect(again.state).toBe('done');
  expect([...visited].filter((id) => done.includes(id))).toEqual([]);
  expect(new Set([...ids(again, 'done'), ...ids(again, 'partial'), ...ids(again, 'failed')])).toEqual(
    new Set([...done, ...visited]),
  );
});

test('cancelling keeps what was collected and judges it', async () => {
  const { file, assess } = await demo();
  const controller = new AbortController();
  const onProgress = whenHalfDone(await addSilentService(file), () => controller.abort());
  const run = await assess({ signal: controller.signal, onProgress });
  expect(run.state).toBe('cancelled');
  expect(ids(run, 'done').length).toBeGreaterThanOrEqual(3);
  expect(ids(run, 'cancelled').length).toBeGreaterThan(0);
  expect([...ids(run, 'running'), ...ids(run, 'waiting')]).toEqual([]);
  expect(latestJudgement(file)?.runId).toBe(run.id);
  expect((await listFindingRows(file, run.id)).some((row) => row.outcome === 'unknown')).toBe(true);
});

test('judging again collects nothing and gives the same findings', async () => {
  const { file, assess } = await demo();
  const first = await assess();
  const before = countEvidence(file);
  const second = await assess({ mode: 'judge' });
  expect(countEvidence(file)).toBe(before);
  expect(second.targets).toEqual(first.targets);
  expect(second.evidenceCount).toBe(0);
  expect(await listFindingRows(file, second.id)).toEqual(await listFindingRows(file, first.id));
});

test('importing reads only the given paths and judges everything at hand', async () => {
  const { file, assess } = await demo();
  const draft = readDraft(file);
  saveDraft(file, { ...draft, imports: draft.imports.filter((entry) => entry.path.endsWith('directory')) });
  const first = await assess();
  const added = draft.imports.filter((entry) => entry.path.endsWith('clients'));
  saveDraft(file, { ...readDraft(file), imports: [...readDraft(file).imports, ...added] });
  const second = await assess({ mode: 'import', importPaths: added.map((entry) => entry.path) });
  expect(second.targets.length).toBeGreaterThan(first.targets.length);
  expect(second.evidenceCount).toBe(countEvidence(file) - first.evidenceCount);
  expect((await listEvidence(file)).filter((header) => header.kind === 'client.dsregcmd').length).toBe(
    second.evidenceCount,
  );
});

test('closing the app in the middle leaves an interrupted run that can be continued', async () => {
  const { file, assess } = await demo();
  const host = createHostSupervisor({ spawn: spawnNodeHost(entry), log: () => undefined });
  const onProgress = whenHalfDone(await addSilentService(file), () => host.close());
  await expect(assess({ host, onProgress })).rejects.toMatchObject({ code: 'host-closed' });
  expect(latestRun(file)?.state).toBe('interrupted');
  closeEngagement(file);
  const again: EngagementFile = await openEngagement(file.path, passphrase);
  expect(latestRun(again)).toMatchObject({ state: 'interrupted' });
  saveDraft(again, { ...readDraft(again), live: noLiveSources });
  const run = await assess({ file: again, mode: 'continue' });
  expect(run.state).toBe('done');
  closeEngagement(again);
});
