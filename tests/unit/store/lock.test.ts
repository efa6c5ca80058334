import { existsSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { beforeAll, expect, test } from 'vitest';
import { readDraft, saveDraft } from '../../../src-main/store/draft';
import { closeEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import { bundleForNode, ended, nextMessage, startNode } from '../../support/child-process';
import { draft, newEngagement, passphrase } from '../../support/engagement';

let holder: string;
beforeAll(async () => {
  holder = await bundleForNode('tests/support/programs/hold-engagement.ts');
});

test('a second process reads only and is told who has the file', async () => {
  const file = await newEngagement();
  closeEngagement(file);
  const child = startNode(holder, [file.path, passphrase]);
  expect(await nextMessage(child)).toEqual({ readOnly: false });

  const second = await openEngagement(file.path, passphrase);
  expect(second.readOnly).toBe(true);
  expect(second.readOnlyReason).toContain(`${userInfo().username} on ${hostname()}`);
  expect(second.readOnlyReason).toContain(`process ${child.pid}`);
  expect(readDraft(second)).toEqual(draft);
  expect(() => saveDraft(second, draft)).toThrow(expect.objectContaining({ code: 'read-only-engagement' }));
  closeEngagement(second);
});

test('the lock of a process that was killed is taken over', async () => {
  const file = await newEngagement();
  closeEngagement(file);
  const child = startNode(holder, [file.path, passphrase]);
  await nextMessage(child);
  child.kill('SIGKILL');
  await ended(child);
  expect(existsSync(`${file.path}.lock`)).toBe(true);

  const next = await openEngagement(file.path, passphrase);
  expect(next.readOnly).toBe(false);
  saveDraft(next, { ...draft, wizardStep: 'scope' });
  closeEngagement(next);
  expect(existsSync(`${file.path}.lock`)).toBe(false);
});

test('within one process the file is locked as well', async () => {
  const first = await newEngagement();
  const second = await openEngagement(first.path, passphrase);
  expect([first.readOnly, second.readOnly]).toEqual([false, true]);
  closeEngagement(second);
  saveDraft(first, { ...draft, wizardStep: 'scope' });
});
