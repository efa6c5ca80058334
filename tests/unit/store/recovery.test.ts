import { beforeAll, expect, test } from 'vitest';
import { closeEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import { listEvidence } from '../../../src-main/store/evidence';
import { storeFindings } from '../../../src-main/store/findings';
import { latestRun, startJudging } from '../../../src-main/store/runs';
import { bundleForNode, ended, startNode } from '../../support/child-process';
import { finding, newEngagement, newRun, passphrase } from '../../support/engagement';

let writer: string;
beforeAll(async () => {
  writer = await bundleForNode('tests/support/programs/write-evidence.ts');
});

test('everything that was reported as stored survives a kill, and the run is marked as interrupted', async () => {
  const file = await newEngagement();
  closeEngagement(file);
  const child = startNode(writer, [file.path, passphrase]);
  const told: unknown[] = [];
  await new Promise<void>((resolve) => {
    child.on('message', (id) => {
      told.push(id);
      if (told.length === 40) {
        child.kill('SIGKILL');
        resolve();
      }
    });
  });
  await ended(child);

  const again = await openEngagement(file.path, passphrase);
  const stored = (await listEvidence(again)).map((header) => header.id);
  expect(stored).toEqual(expect.arrayContaining(told));
  const run = latestRun(again);
  expect(run?.state).toBe('interrupted');
  expect(run?.endedAt).toBeDefined();
  expect(run?.targets.map((target) => [target.id, target.state])).toEqual([
    ['directory:dc1', 'done'],
    ['directory:dc2', 'cancelled'],
  ]);
  expect(run?.evidenceCount).toBe(stored.length);
  closeEngagement(again);
});

test('half-written findings and blobs are removed', async () => {
  const file = await newEngagement();
  const runId = newRun(file);
  startJudging(file, runId);
  await storeFindings(file, runId, [finding('DIR-020', [])]);
  file.database.exec('INSERT INTO blobs (stored_size, complete) VALUES (1, 0)');
  closeEngagement(file);
  const again = await openEngagement(file.path, passphrase);
  const count = (table: string): unknown => again.database.prepare(`SELECT count(*) AS n FROM ${table}`).get();
  expect([count('findings'), count('blobs')]).toEqual([{ n: 0 }, { n: 0 }]);
  closeEngagement(again);
});
