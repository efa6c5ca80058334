import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import {
  adoptNewPassphrase,
  assertPassphrase,
  copyWithPassphrase,
  prepareNewPassphrase,
} from '../../../src-main/store/change-passphrase';
import { readDraft, saveDraft } from '../../../src-main/store/draft';
import { closeEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import { listEvidence, readEvidence } from '../../../src-main/store/evidence';
import { listFindingObjects } from '../../../src-main/store/finding-objects';
import { readAnswers } from '../../../src-main/store/interview-answers';
import { rawInputBytes, readRawInputInfo } from '../../../src-main/store/raw-inputs';
import { doWholeFileWork } from '../../../src-main/store/whole-file/whole-file-work';
import { bundleForNode, ended, nextMessage, startNode } from '../../support/child-process';
import { passphrase } from '../../support/engagement';
import { fullEngagement } from '../../support/full-engagement';

const copying = () => ({ work: doWholeFileWork, signal: new AbortController().signal, onProgress: () => undefined });
const next = 'another one';

test('the engagement opens with the new passphrase only, whole, and old backups are gone', async () => {
  const { file, runId } = await fullEngagement();
  const { path } = file;
  writeFileSync(`${path}.v1.backup`, 'with the old key');
  const before = await listEvidence(file);
  const salt = readFileSync(path).subarray(0, 16);
  const ready = await prepareNewPassphrase(file, next, copying());
  const changed = await adoptNewPassphrase(file, ready, { present: passphrase, next });
  expect(changed).toMatchObject({ removedBackups: 1 });
  expect(changed.failure).toBeUndefined();
  expect(await listEvidence(changed.file)).toEqual(before);
  expect(
    (await listFindingObjects(changed.file, runId, 'DIR-020', { search: '', outcomes: [], offset: 0, limit: 1 })).total,
  ).toBe(1500);
  saveDraft(changed.file, { ...readDraft(changed.file), wizardStep: 'scope' });
  closeEngagement(changed.file);
  expect(readFileSync(path).subarray(0, 16).equals(salt)).toBe(false);
  expect(readdirSync(dirname(path))).toEqual(['Contoso.preflight']);
  await expect(openEngagement(path, passphrase)).rejects.toMatchObject({ code: 'wrong-passphrase' });
  const again = await openEngagement(path, next);
  expect(readDraft(again).wizardStep).toBe('scope');
  closeEngagement(again);
});

test('what is changed while the copy is made is not lost: the passphrase stays as it was', async () => {
  const { file } = await fullEngagement();
  const ready = await prepareNewPassphrase(file, next, copying());
  saveDraft(file, { ...readDraft(file), wizardStep: 'targets' });
  const kept = await adoptNewPassphrase(file, ready, { present: passphrase, next });
  expect(kept.failure).toMatchObject({ code: 'changed-meanwhile' });
  expect(readDraft(kept.file).wizardStep).toBe('targets');
  expect(existsSync(`${file.path}.new`)).toBe(false);
  closeEngagement(kept.file);
  closeEngagement(await openEngagement(file.path, passphrase));
});

test('a copy left behind by a crash is in nobody’s way, and the file opens as before', async () => {
  const { file } = await fullEngagement();
  await prepareNewPassphrase(file, next, copying()); // and here the power fails
  closeEngagement(file);
  const again = await openEngagement(file.path, passphrase);
  const ready = await prepareNewPassphrase(again, next, copying());
  const changed = await adoptNewPassphrase(again, ready, { present: passphrase, next });
  expect(changed.failure).toBeUndefined();
  closeEngagement(changed.file);
});

let changer: string;
beforeAll(async () => {
  changer = await bundleForNode('tests/support/programs/change-passphrases.ts');
});

test.each([150, 520, 830, 1270])(
  'killed after %i ms of changing, it opens whole with the passphrase before or after',
  async (delay) => {
    const { file } = await fullEngagement();
    const headers = await listEvidence(file);
    closeEngagement(file);
    const child = startNode(changer, [file.path, passphrase]);
    const known = [passphrase];
    child.on('message', (next) => known.push(String(next)));
    await nextMessage(child);
    await new Promise((resolve) => setTimeout(resolve, delay));
    child.kill('SIGKILL');
    await ended(child);
    const opened = await firstThatOpens(file.path, known.slice(-2));
    expect(await listEvidence(opened)).toEqual(headers);
    expect(opened.database.pragma('integrity_check', { simple: true })).toBe('ok');
    closeEngagement(opened);
  },
);

async function firstThatOpens(path: string, [present = '', next = '']: readonly string[]) {
  return await openEngagement(path, present).catch(() => openEngagement(path, next));
}

test('cancelling leaves nothing behind', async () => {
  const { file } = await fullEngagement();
  const work = prepareNewPassphrase(file, next, { ...copying(), signal: AbortSignal.abort() });
  await expect(work).rejects.toMatchObject({ code: 'cancelled' });
  expect(existsSync(`${file.path}.new`)).toBe(false);
  saveDraft(file, readDraft(file));
});

test('only who knows the present passphrase may change it', async () => {
  const { file } = await fullEngagement();
  await assertPassphrase(file, passphrase);
  await expect(assertPassphrase(file, 'guess')).rejects.toMatchObject({ code: 'wrong-passphrase' });
});

test.each([false, true])(
  'a copy to hand over opens with its own passphrase; received files left out: %s',
  async (leaveOutInputs) => {
    const { file } = await fullEngagement();
    const path = `${file.path.replace('Contoso', 'handed over')}`;
    const { leftOut } = await copyWithPassphrase(file, { path, passphrase: 'theirs', leaveOutInputs }, copying());
    expect(leftOut).toBe(leaveOutInputs ? 1 : 0);
    const theirs = await openEngagement(path, 'theirs');
    expect(readDraft(theirs)).toEqual(readDraft(file));
    const headers = await listEvidence(theirs);
    for (const { id } of headers) expect(await readEvidence(theirs, id)).toEqual(await readEvidence(file, id));
    const received = headers.find(({ sha256 }) => sha256 !== undefined)?.sha256 ?? '';
    expect(readRawInputInfo(theirs, received)?.name).toBe(leaveOutInputs ? undefined : 'forest.ldf');
    const attached = readAnswers(theirs)[0]?.attachment?.sha256 ?? '';
    const parts: Uint8Array[] = [];
    for await (const part of rawInputBytes(theirs, attached)) parts.push(part);
    expect(Buffer.concat(parts).toString()).toBe('Decided on Monday.');
    expect(theirs.database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(theirs.database.pragma('foreign_key_check')).toEqual([]);
    closeEngagement(theirs);
    if (leaveOutInputs) expect(readFileSync(path).length).toBeLessThan(readFileSync(file.path).length - 500_000);
  },
);
