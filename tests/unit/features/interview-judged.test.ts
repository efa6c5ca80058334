import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { takeAnswer, withdrawAnswer } from '../../../src-main/features/interview/take-answer';
import { loadReportDocument } from '../../../src-main/features/report/load-report-document';
import { runAssessment } from '../../../src-main/features/run/assess';
import { spawnNodeHost } from '../../../src-main/host/spawn-node-host';
import { createHostSupervisor } from '../../../src-main/host/supervisor';
import { listContradictions } from '../../../src-main/store/contradictions';
import { readDraft, saveDraft } from '../../../src-main/store/draft';
import type { EngagementFile } from '../../../src-main/store/engagement-file';
import { storeEvidence } from '../../../src-main/store/evidence';
import { listFindingRows } from '../../../src-main/store/findings';
import { latestJudgement, readRun } from '../../../src-main/store/runs';
import { defaultScope } from '../../../src-shared/model/scope';
import { reportDocumentSchema } from '../../../src-shared/report/report-document';
import { bundleForNode } from '../../support/child-process';
import { newEngagement, newRun, record } from '../../support/engagement';
import { temporaryFolder } from '../../support/temporary-folder';

let entry: string;
beforeAll(async () => {
  entry = await bundleForNode('src-main/host/host.ts');
});

/** Judges what is at hand with the real assessment host; collects nothing. */
async function judging() {
  const file = await newEngagement();
  const host = createHostSupervisor({ spawn: spawnNodeHost(entry), log: () => undefined });
  onTestFinished(() => host.close());
  const folder = temporaryFolder();
  const judge = (mode: 'judge' | 'import' = 'judge') =>
    runAssessment({
      file,
      host,
      mode,
      importPaths: [folder],
      credentials: [],
      collector: { user: 'ada', host: 'laptop', version: '0.1.0' },
      catalogueVersion: '2026.11.0',
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
  return { file, judge };
}

const rowOf = async (file: EngagementFile, runId: string, checkId: string) =>
  (await listFindingRows(file, runId)).find((row) => row.checkId === checkId);

test('an answer decides its check at the next judging, the report tells who said it, and withdrawn it decides no more', async () => {
  const { file, judge } = await judging();
  const answer = { question: 'key-trust', answer: 'rejected', saidBy: 'Imke Brandt', saidOn: '2026-11-20' };
  expect(await rowOf(file, (await judge()).id, 'TRU-003')).toMatchObject({ outcome: 'unknown' });

  await takeAnswer(file, answer, { keepsAttachment: false });
  const answered = await rowOf(file, (await judge()).id, 'TRU-003');
  expect(answered?.outcome).not.toBe('unknown');
  expect(answered?.attested).toEqual([{ question: 'key-trust', saidBy: 'Imke Brandt', saidOn: '2026-11-20' }]);
  const document = reportDocumentSchema.parse(await loadReportDocument(file, new Date()));
  expect(document.interview).toMatchObject([{ ...answer, answerText: 'Yes, and rejected', checks: ['TRU-003'] }]);
  expect(document.evidence.map(({ source }) => source.way)).toEqual(['attested']);

  await withdrawAnswer(file, 'key-trust');
  const withdrawn = await rowOf(file, (await judge()).id, 'TRU-003');
  expect(withdrawn).toMatchObject({ outcome: 'unknown' });
  expect(withdrawn?.attested).toBeUndefined();
});

test('contradictions are stored with the run that found them and go with the source that was wrong', async () => {
  const { file, judge } = await judging();
  const now = new Date().toISOString();
  const client = (name: string, tenantId: string) =>
    record(
      { kind: 'client.dsregcmd', target: name, collectedAt: now },
      { deviceName: name, fields: { TenantId: tenantId }, sections: [], lines: {} },
    );
  const earlier = newRun(file);
  await storeEvidence(file, earlier, client('pc1', '11111111-2222-4333-8444-555555555555'));
  await storeEvidence(file, earlier, client('pc2', '99999999-8888-4777-8666-555555555555'));
  const first = await judge();
  expect(listContradictions(file, first.id).map(({ id }) => id)).toEqual(['tenant']);
  expect((await loadReportDocument(file, new Date())).contradictions).toHaveLength(1);

  await storeEvidence(file, earlier, client('pc2', '11111111-2222-4333-8444-555555555555'));
  expect(listContradictions(file, (await judge()).id)).toEqual([]);
  expect(listContradictions(file, first.id)).toHaveLength(1);
});

/** Bytes of the file with what is free in it for the next write. */
function sizeOf(file: EngagementFile): number {
  const read = (name: string): number => Number(file.database.pragma(name, { simple: true }));
  return read('page_count') * read('page_size');
}

test('answers take no room of their own: the findings of one judging take the place of those before', async () => {
  const { file, judge } = await judging();
  const say = async (index: number) => {
    const saidOn = `2026-11-${String((index % 20) + 1).padStart(2, '0')}`;
    const said = {
      question: 'key-trust',
      answer: index % 2 === 0 ? 'rejected' : 'planned',
      saidBy: 'Imke Brandt',
      saidOn,
    };
    await takeAnswer(file, said, { keepsAttachment: false });
    return await judge();
  };
  const first = await say(0);
  for (let index = 1; index < 3; index += 1) await say(index);
  const size = sizeOf(file);
  const last = [];
  for (let index = 3; index < 9; index += 1) last.push(await say(index));
  // The findings of all checks take 144 KB.
  expect((sizeOf(file) - size) / 6).toBeLessThan(8 * 1024);
  const { id } = last.at(-1) ?? first;
  expect((await listFindingRows(file, id)).length).toBeGreaterThan(200);
  expect(latestJudgement(file)?.runId).toBe(id);
  expect(await listFindingRows(file, first.id)).toEqual([]);
  expect(readRun(file, first.id)).toMatchObject({ id: first.id, state: 'done' });
});

test('the findings of a run that collected something, and those of another scope, are kept', async () => {
  const { file, judge } = await judging();
  const collected = await judge('import');
  const judged = await judge();
  saveDraft(file, { ...readDraft(file), scope: { ...defaultScope, forests: ['corp.contoso.com'] } });
  const other = await judge();
  await judge();
  await judge();
  for (const { id } of [collected, judged]) expect((await listFindingRows(file, id)).length).toBeGreaterThan(200);
  expect(await listFindingRows(file, other.id)).toEqual([]);
});
