import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { describeSalvage } from '../../../src-main/features/custody/describe-salvage';
import { describeVerification } from '../../../src-main/features/custody/describe-verification';
import { createHandlers } from '../../../src-main/features/handlers';
import { readDraft } from '../../../src-main/store/draft';
import { closeEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import { appContext } from '../../support/app-context';
import { damagePages } from '../../support/damage-pages';
import { draft } from '../../support/engagement';
import { temporaryFolder } from '../../support/temporary-folder';

const passphrase = 'first';
const going = () => ({ signal: new AbortController().signal, progress: () => undefined });

/** An engagement of Contoso, open; the save dialog answers with a file of an empty folder. */
async function opened() {
  const target = join(temporaryFolder(), 'copy.preflight');
  const asked: string[] = [];
  const context = appContext({
    answers: {
      chooseSavePath: async (suggested) => {
        asked.push(suggested);
        return target;
      },
    },
  });
  const handlers = createHandlers(context);
  const { path } = await handlers.library.create({ details: draft.details, passphrase });
  return { context, handlers, path, target, asked };
}

test('after a change of the passphrase the engagement is still open, and opens with the new one only', async () => {
  const { handlers, path } = await opened();
  expect(await handlers.custody.changePassphrase({ present: passphrase, next: 'second' }, going())).toEqual({
    removedBackups: 0,
  });
  expect((await handlers.library.current({})).engagement).toMatchObject({ path, readOnly: false });
  await handlers.library.saveDraft({ draft: { ...draft, wizardStep: 'targets' } });
  await handlers.library.close({});
  await expect(handlers.library.open({ path, passphrase })).rejects.toMatchObject({ code: 'wrong-passphrase' });
  expect((await handlers.library.open({ path, passphrase: 'second' })).draft.wizardStep).toBe('targets');
});

test('without the present passphrase nothing is changed', async () => {
  const { handlers, path } = await opened();
  const changing = handlers.custody.changePassphrase({ present: 'guess', next: 'second' }, going());
  await expect(changing).rejects.toMatchObject({ code: 'wrong-passphrase' });
  await handlers.library.close({});
  await handlers.library.open({ path, passphrase });
});

test('what is handed over has a passphrase of its own and nothing else beside it', async () => {
  const { handlers, target, asked } = await opened();
  const handedOver = await handlers.custody.handOver({ passphrase: 'theirs', leaveOutInputs: true }, going());
  expect(handedOver).toEqual({ path: target, sizeBytes: readFileSync(target).length, leftOut: 0 });
  expect(asked[0]).toMatch(/Contoso \d{4}-\d{2} hand-over\.preflight$/u);
  expect(readdirSync(dirname(target))).toEqual(['copy.preflight']);
  await expect(openEngagement(target, passphrase)).rejects.toMatchObject({ code: 'wrong-passphrase' });
  closeEngagement(await openEngagement(target, 'theirs'));
});

test('a backup opens with the same passphrase; one made again takes its place', async () => {
  const { handlers, target } = await opened();
  await handlers.custody.backUp({}, going());
  await handlers.library.saveDraft({ draft: { ...draft, wizardStep: 'consent' } });
  expect(await handlers.custody.backUp({}, going())).toMatchObject({ path: target });
  const file = await openEngagement(target, passphrase);
  expect(readDraft(file).wizardStep).toBe('consent');
  closeEngagement(file);
});

test('a copy never replaces an engagement of the library', async () => {
  const { context, handlers, path } = await opened();
  const other = { ...context, desktop: { ...context.desktop, chooseSavePath: async () => path } };
  await expect(createHandlers(other).custody.backUp({}, going())).rejects.toMatchObject({ code: 'library-file' });
  expect(await handlers.custody.check({}, going())).toMatchObject({ isSound: true });
});

test('a check says in sentences that all is in order, and what is not', async () => {
  const { handlers, path } = await opened();
  expect(await handlers.custody.check({}, going())).toEqual({
    isSound: true,
    sentences: [
      expect.stringMatching(
        /^Everything is in order: \d+ pages with an intact seal, tables and references whole, no file was received yet\.$/u,
      ),
    ],
  });
  damagePages(path, 9);
  const { isSound, sentences } = await handlers.custody.check({}, going());
  expect(isSound).toBe(false);
  expect(sentences[0]).toMatch(
    /^1 page of \d+ cannot be read \(9\): the disk failed, or the file was changed outside the app\.$/u,
  );
});

test('an engagement is deleted for good once its customer was typed', async () => {
  const { handlers, path } = await opened();
  await expect(handlers.custody.delete({ path, customer: 'contoso' })).rejects.toMatchObject({
    code: 'other-customer',
  });
  expect(existsSync(path)).toBe(true);
  expect(await handlers.custody.delete({ path, customer: 'Contoso' })).toEqual({ files: 1 });
  expect(readdirSync(dirname(path))).toEqual([]);
  expect(await handlers.library.list({})).toEqual({ entries: [] });
  expect(await handlers.library.current({})).toEqual({ engagement: null });
});

test('only what the library lists is deleted or recovered', async () => {
  const { handlers } = await opened();
  const stranger = join(temporaryFolder(), 'stranger.preflight');
  closeSync(openSync(stranger, 'w'));
  await expect(handlers.custody.delete({ path: stranger, customer: 'Contoso' })).rejects.toMatchObject({
    code: 'not-in-library',
  });
  await expect(handlers.custody.recover({ path: stranger, passphrase }, going())).rejects.toMatchObject({
    code: 'not-in-library',
  });
  expect(existsSync(stranger)).toBe(true);
});

test('what a damaged file still holds is saved into a new engagement beside it, and the file is as it was', async () => {
  const { context, handlers, path } = await opened();
  const [page] = context.session.file.database
    .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'engagement'")
    .pluck()
    .all();
  await handlers.library.close({});
  damagePages(path, page ?? 0);
  const before = readFileSync(path);
  await expect(handlers.library.open({ path, passphrase })).rejects.toMatchObject({ code: 'damaged' });
  const recovered = await handlers.custody.recover({ path, passphrase }, going());
  expect(recovered.name).toMatch(/^Contoso \(recovered\) \d{4}-\d{2}$/u);
  expect(recovered.sentences.join(' ')).toContain('Customer, scope and sources could not be read');
  expect(readFileSync(path).equals(before)).toBe(true);
  expect((await handlers.library.open({ path: recovered.path, passphrase })).draft.details.customer).toBe('Contoso');
  await handlers.library.close({});
  expect(readdirSync(dirname(path)).sort()).toEqual(
    [path, recovered.path].map((file) => file.slice(dirname(path).length + 1)).sort(),
  );
});

test('an archived engagement stays archived until it is taken back', async () => {
  const { handlers, path } = await opened();
  const archived = async () => (await handlers.library.list({})).entries.map((entry) => entry.archived);
  await handlers.library.setArchived({ path, archived: true });
  await handlers.library.open({ path, passphrase });
  expect(await archived()).toEqual([true]);
  await handlers.library.setArchived({ path, archived: false });
  expect(await archived()).toEqual([false]);
});

test('another storage folder is for new engagements only, and must be one that can be written to', async () => {
  const folder = temporaryFolder();
  const answers = { chooseStorageFolder: async () => folder };
  const context = appContext({ answers });
  const handlers = createHandlers(context);
  const first = await handlers.library.create({ details: draft.details, passphrase });
  expect(await handlers.app.chooseStorageFolder({})).toEqual({ storageFolder: folder });
  const second = await handlers.library.create({ details: draft.details, passphrase });
  expect([dirname(first.path), dirname(second.path)]).toEqual([context.storageFolder, folder]);
  await handlers.app.saveSettings({ theme: 'dark', paper: 'A4' });
  expect(await handlers.app.info({})).toMatchObject({ storageFolder: folder, isUsualStorageFolder: false });
  expect(await handlers.app.useUsualStorageFolder({})).toEqual({ storageFolder: context.storageFolder });
  const nowhere = createHandlers({
    ...context,
    desktop: { ...context.desktop, chooseStorageFolder: async () => join(folder, 'x') },
  });
  await expect(nowhere.app.chooseStorageFolder({})).rejects.toMatchObject({ code: 'folder-missing' });
});

const verification = { pages: 500, damagedPages: [], structure: [], looseRows: 0, inputs: 3, changedInputs: [] };

test('sentences count what they do not list', () => {
  const damagedPages = Array.from({ length: 12 }, (_, index) => index + 1);
  expect(describeVerification({ ...verification, damagedPages }).sentences[0]).toContain(
    '12 pages of 500 cannot be read (1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more)',
  );
  expect(describeVerification({ ...verification, changedInputs: ['a.ldf'] })).toEqual({
    isSound: false,
    sentences: [
      '1 of 3 received files no longer have the content they were received with: a.ldf. What was read from them before is kept.',
    ],
  });
  const tables = [
    { table: 'evidence', saved: 12, lost: 1 },
    { table: 'finding_objects', saved: 800, lost: null },
    { table: 'blob_chunks', saved: 4, lost: 9 },
    { table: 'client_notes', saved: 1, lost: 0 },
  ];
  expect(describeSalvage({ tables, hasDraft: true }).slice(0, 2)).toEqual([
    'Saved: 12 pieces of evidence, 800 objects of findings, 1 row of client notes.',
    'Lost: 1 piece of evidence, an unknown number of objects of findings.',
  ]);
});
