import { existsSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDraft } from '../../../src-main/store/draft';
import { closeEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import { backupPath, migrate, migrations } from '../../../src-main/store/migrate';
import type { Migration } from '../../../src-main/store/migration';
import { draft, newEngagement, passphrase } from '../../support/engagement';

const next: Migration = {
  version: migrations.length + 1,
  purpose: 'test',
  sql: 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT; INSERT INTO later VALUES (7);',
};
const steps = [...migrations, next];

test('an existing file is backed up, then brought up to date', async () => {
  const file = await newEngagement();
  await migrate(file.database, file, steps);
  expect(file.database.pragma('user_version', { simple: true })).toBe(next.version);
  expect(file.database.prepare('SELECT id FROM later').get()).toEqual({ id: 7 });

  const backup = backupPath(file.path, migrations.length);
  if (process.platform !== 'win32') expect(statSync(backup).mode & 0o777).toBe(0o600);
  const old = await openEngagement(backup, passphrase);
  expect(readDraft(old)).toEqual(draft);
  expect(old.database.pragma('user_version', { simple: true })).toBe(migrations.length);
  closeEngagement(old);
});

test('a step that fails changes nothing', async () => {
  const file = await newEngagement();
  const broken = { ...next, sql: `${next.sql} INSERT INTO nowhere VALUES (1);` };
  await expect(migrate(file.database, file, [...migrations, broken])).rejects.toThrow();
  expect(file.database.pragma('user_version', { simple: true })).toBe(migrations.length);
  expect(file.database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'later'").get()).toBeUndefined();
});

test('an up-to-date file is left alone', async () => {
  const file = await newEngagement();
  await migrate(file.database, file);
  expect(existsSync(backupPath(file.path, migrations.length))).toBe(false);
});

test('a file of a later version and an old one that can only be read are refused', async () => {
  const file = await newEngagement();
  await expect(migrate(file.database, { path: file.path, readOnly: true }, steps)).rejects.toMatchObject({
    code: 'file-locked',
  });
  await migrate(file.database, file, steps);
  await expect(migrate(file.database, file)).rejects.toMatchObject({ code: 'newer-version' });
});

test('released steps stay as they are', () => {
  expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, index) => index + 1));
});
