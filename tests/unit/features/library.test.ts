import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { fileNameOf, freeEngagementPath } from '../../../src-main/features/library/engagement-name';
import { libraryHandlers } from '../../../src-main/features/library/library-handlers';
import { demoNames } from '../../../src-shared/model/demo';
import { engagementDraftSchema } from '../../../src-shared/model/engagement';
import { appContext } from '../../support/app-context';
import { draft } from '../../support/engagement';
import { temporaryFolder } from '../../support/temporary-folder';

const details = draft.details;

test('a new engagement is open, listed and named after customer and month', async () => {
  const context = appContext();
  const library = libraryHandlers(context);
  const summary = await library.create({ details, passphrase: 'x' });
  expect(basename(summary.path)).toMatch(/^Contoso \d{4}-\d{2}\.preflight$/u);
  expect(summary).toMatchObject({ readOnly: false, evidenceCount: 0, draft: { wizardStep: 'customer', details } });
  expect(await library.current({})).toEqual({ engagement: summary });
  expect(await library.list({})).toMatchObject({ entries: [{ customer: 'Contoso', state: 'available' }] });
  expect(context.desktop.asked).toContain('title Contoso');
});

test('the draft is kept when the engagement is closed and opened again', async () => {
  const library = libraryHandlers(appContext());
  const { path } = await library.create({ details, passphrase: 'x' });
  await library.saveDraft({ draft: { ...draft, wizardStep: 'targets' } });
  await library.close({});
  expect(await library.current({})).toEqual({ engagement: null });
  expect((await library.open({ path, passphrase: 'x' })).draft.wizardStep).toBe('targets');
});

test('a second customer of the same name gets a file of its own; the first is closed', async () => {
  const library = libraryHandlers(appContext());
  const first = await library.create({ details, passphrase: 'x' });
  const second = await library.create({ details, passphrase: 'x' });
  expect(second.path).not.toBe(first.path);
  expect((await library.open({ path: first.path, passphrase: 'x' })).readOnly).toBe(false);
});

test('opening the open engagement again does not lock oneself out', async () => {
  const library = libraryHandlers(appContext());
  const { path } = await library.create({ details, passphrase: 'x' });
  expect((await library.open({ path, passphrase: 'x' })).readOnly).toBe(false);
});

test('a wrong passphrase leaves what was open open', async () => {
  const library = libraryHandlers(appContext());
  const first = await library.create({ details, passphrase: 'x' });
  const second = await library.create({ details, passphrase: 'y' });
  await expect(library.open({ path: first.path, passphrase: 'wrong' })).rejects.toMatchObject({
    code: 'wrong-passphrase',
  });
  expect((await library.current({})).engagement?.path).toBe(second.path);
});

test('the list says what is missing or damaged, and forgets what it is told to', async () => {
  const library = libraryHandlers(appContext());
  const gone = await library.create({ details, passphrase: 'x' });
  const broken = await library.create({ details, passphrase: 'x' });
  await library.close({});
  rmSync(gone.path);
  writeFileSync(broken.path, 'overwritten by something else');
  await expect(library.open({ path: broken.path, passphrase: 'x' })).rejects.toMatchObject({
    code: 'not-an-engagement',
  });
  const states = async () =>
    Object.fromEntries((await library.list({})).entries.map((entry) => [entry.path, entry.state]));
  expect(await states()).toEqual({ [gone.path]: 'missing', [broken.path]: 'damaged' });
  await library.forget({ path: gone.path });
  expect(await states()).toEqual({ [broken.path]: 'damaged' });
  expect(existsSync(broken.path)).toBe(true);
});

test('the library file holds paths, customers and dates, survives a restart and damage', async () => {
  const folder = temporaryFolder();
  const first = libraryHandlers(appContext({ folder }));
  await first.create({ details, passphrase: 'secret-passphrase' });
  await first.close({});
  const file = join(folder, 'library.json');
  expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')).entries[0])).toEqual(['path', 'customer', 'lastOpenedAt']);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  expect((await libraryHandlers(appContext({ folder })).list({})).entries).toHaveLength(1);
  writeFileSync(file, '{ not json');
  expect((await libraryHandlers(appContext({ folder })).list({})).entries).toEqual([]);
});

test.each(demoNames)('the demo %s is made once and opened again after', async (name) => {
  const library = libraryHandlers(appContext());
  const first = await library.openDemo({ name });
  expect(first.draft.imports.length).toBeGreaterThan(3);
  expect(first.draft.imports.every((entry) => existsSync(entry.path))).toBe(true);
  await library.saveDraft({ draft: engagementDraftSchema.parse({ ...first.draft, wizardStep: 'scope' }) });
  const again = await library.openDemo({ name });
  expect(again.path).toBe(first.path);
  expect(again.draft.wizardStep).toBe('scope');
});

test.each([
  ['Contoso', 'Contoso'],
  ['  Müller & Söhne  GmbH ', 'Müller & Söhne GmbH'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
  ['../../etc/passwd', '.. .. etc passwd'],
  ['CON', 'Engagement CON'],
  ['com1', 'Engagement com1'],
  ['...', 'Engagement'],
  ['x'.repeat(300), 'x'.repeat(80)],
  ['abc\u202Egpj.exe', 'abc gpj.exe'],
])('the file name for %j is one that every system takes', (text, name) => {
  expect(fileNameOf(text)).toBe(name);
});

test('a taken name is numbered', () => {
  const folder = temporaryFolder();
  const date = new Date('2026-11-22T10:00:00Z');
  mkdirSync(join(folder, 'Contoso 2026-11.preflight'));
  expect(basename(freeEngagementPath(folder, 'Contoso', date))).toBe('Contoso 2026-11 (2).preflight');
});
