import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { readDraft, saveDraft } from '../../../src-main/store/draft';
import { closeEngagement, createEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import { storeEvidence } from '../../../src-main/store/evidence';
import { draft, newEngagement, newRun, passphrase, record } from '../../support/engagement';
import { canMount } from '../../support/small-disk';
import { temporaryFolder } from '../../support/temporary-folder';

const path = (): string => join(temporaryFolder(), 'Contoso.preflight');

/** A closed engagement with a few pages in it. */
async function closedEngagement(): Promise<string> {
  const file = await newEngagement();
  const runId = newRun(file);
  for (let index = 0; index < 50; index += 1) {
    await storeEvidence(file, runId, record({ target: `dc${index}.contoso.com` }, { text: 'secretive'.repeat(200) }));
  }
  closeEngagement(file);
  return file.path;
}

test('what was saved is there when the file is opened again', async () => {
  const file = await newEngagement();
  saveDraft(file, { ...draft, wizardStep: 'targets' });
  closeEngagement(file);
  const again = await openEngagement(file.path, passphrase);
  expect(readDraft(again)).toEqual({ ...draft, wizardStep: 'targets' });
  expect(again.readOnly).toBe(false);
  expect(again.createdAt).toBe(file.createdAt);
  closeEngagement(again);
});

test('nothing readable is in the file or its log, and only the user may read them', async () => {
  const file = await newEngagement();
  await storeEvidence(file, newRun(file), record({}, { text: 'very-visible-word' }));
  for (const name of ['', '-wal']) {
    const bytes = readFileSync(file.path + name);
    for (const word of ['very-visible-word', 'Contoso', 'SQLite format', 'CREATE TABLE']) {
      expect(bytes.includes(word), `${word} in ${name || 'file'}`).toBe(false);
    }
    if (process.platform !== 'win32') expect(statSync(file.path + name).mode & 0o777).toBe(0o600);
  }
});

test('closing leaves one file that can be handed over', async () => {
  const file = await newEngagement();
  closeEngagement(file);
  expect(readdirSync(join(file.path, '..'))).toEqual(['Contoso.preflight']);
});

test('any SQLCipher 4 tool opens it with the passphrase', async () => {
  const file = await newEngagement();
  closeEngagement(file);
  const database = new Database(file.path, { readonly: true });
  database.pragma("cipher = 'sqlcipher'");
  database.pragma('legacy = 4');
  database.key(Buffer.from(passphrase));
  expect(database.prepare('SELECT count(*) AS n FROM engagement').get()).toEqual({ n: 1 });
  database.close();
});

test('the connection is as careful as it should be', async () => {
  const { database } = await newEngagement();
  const pragma = (name: string): unknown => database.pragma(name, { simple: true });
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('foreign_keys')).toBe(1);
  expect(pragma('trusted_schema')).toBe(0);
  expect(pragma('secure_delete')).toBe(1);
  expect(pragma('application_id')).toBe(0x4850464c);
  const loose = database
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'",
    )
    .all();
  expect(loose).toEqual([]);
});

test('a passphrase typed in another Unicode form opens the file', async () => {
  const file = await createEngagement(path(), 'Gr\u00fc\u00dfe', draft);
  closeEngagement(file);
  closeEngagement(await openEngagement(file.path, 'Gru\u0308\u00dfe'));
});

test('a wrong passphrase says both things it may be, and changes nothing', async () => {
  const file = await closedEngagement();
  const before = readFileSync(file);
  await expect(openEngagement(file, 'wrong')).rejects.toMatchObject({
    code: 'wrong-passphrase',
    message: expect.stringMatching(/passphrase is wrong, or the file is damaged/u),
  });
  expect(readFileSync(file).equals(before)).toBe(true);
});

test.each([
  ['a text file', Buffer.from('dn: DC=contoso,DC=com\r\nobjectClass: domain\r\n'.repeat(200))],
  ['a text file', Buffer.from('\ufeffNot an engagement', 'utf16le')],
  ['a zip archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(8192, 7)])],
  ['empty', Buffer.alloc(0)],
  ['too short', Buffer.from(Array.from({ length: 700 }, (_, index) => (index * 37) % 256))],
])('%s is told apart from a wrong passphrase', async (what, content) => {
  const file = path();
  writeFileSync(file, content);
  await expect(openEngagement(file, passphrase)).rejects.toMatchObject({
    code: 'not-an-engagement',
    message: expect.stringContaining(what),
  });
});

test('a SQLite database without encryption is told apart', async () => {
  const file = path();
  new Database(file).exec('CREATE TABLE anything (id INTEGER)').close();
  await expect(openEngagement(file, passphrase)).rejects.toMatchObject({
    code: 'not-an-engagement',
    message: expect.stringContaining('without encryption'),
  });
});

test('another product’s encrypted database is told apart', async () => {
  const file = path();
  const database = new Database(file);
  database.pragma("cipher = 'sqlcipher'");
  database.pragma('legacy = 4');
  database.key(Buffer.from(passphrase));
  database.exec('CREATE TABLE anything (id INTEGER)');
  database.close();
  await expect(openEngagement(file, passphrase)).rejects.toMatchObject({ code: 'not-an-engagement' });
});

test.each(['', 'x\0y', 'x'.repeat(3000)])('a name no file can have (%j) is a missing file', async (name) => {
  await expect(openEngagement(join(temporaryFolder(), 'no', name), passphrase)).rejects.toMatchObject({
    code: 'file-missing',
  });
});

test('a folder is not an engagement', async () => {
  await expect(openEngagement(temporaryFolder(), passphrase)).rejects.toMatchObject({
    code: 'not-an-engagement',
    message: expect.stringContaining('a folder'),
  });
});

test('a missing file, an existing one and a missing folder are different errors', async () => {
  const missing = path();
  await expect(openEngagement(missing, passphrase)).rejects.toMatchObject({ code: 'file-missing' });
  const there = await closedEngagement();
  const before = readFileSync(there);
  await expect(createEngagement(there, passphrase, draft)).rejects.toMatchObject({ code: 'file-exists' });
  expect(readFileSync(there).equals(before)).toBe(true);
  await expect(createEngagement(join(missing, 'no', 'folder.preflight'), passphrase, draft)).rejects.toMatchObject({
    code: 'folder-missing',
  });
});

test('a file from a newer version is refused and not changed', async () => {
  const file = await newEngagement();
  file.database.pragma('user_version = 99');
  closeEngagement(file);
  const before = readFileSync(file.path);
  await expect(openEngagement(file.path, passphrase)).rejects.toMatchObject({ code: 'newer-version' });
  expect(readFileSync(file.path).equals(before)).toBe(true);
});

test.each([
  [
    'a flipped byte in the middle',
    (file: string) => {
      const handle = openSync(file, 'r+');
      writeSync(handle, Buffer.from([0xff, 0x00, 0xff, 0x00]), 0, 4, 5 * 4096 + 100);
    },
  ],
  ['a cut-off end', (file: string) => truncateSync(file, statSync(file).size - 3 * 4096)],
])('%s is reported as damage, not as a wrong passphrase', async (_, damage) => {
  const file = await closedEngagement();
  damage(file);
  await expect(openEngagement(file, passphrase)).rejects.toMatchObject({ code: 'damaged' });
});

test('a file that failed to open can be opened again at once', async () => {
  const file = await closedEngagement();
  await expect(openEngagement(file, 'wrong')).rejects.toThrow();
  const again = await openEngagement(file, passphrase);
  expect(again.readOnly).toBe(false);
  closeEngagement(again);
});

test('a copy made while it is closed is an engagement of its own', async () => {
  const file = await closedEngagement();
  const copy = join(temporaryFolder(), 'copy.preflight');
  copyFileSync(file, copy);
  closeEngagement(await openEngagement(copy, passphrase));
});

test.skipIf(!canMount)('a write-protected file is reported as such', async () => {
  const file = await closedEngagement();
  execFileSync('chattr', ['+i', file]);
  try {
    await expect(openEngagement(file, passphrase)).rejects.toMatchObject({ code: 'file-read-only' });
  } finally {
    execFileSync('chattr', ['-i', file]);
  }
});
