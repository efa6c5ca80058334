import { existsSync, linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { deleteEngagement } from '../../../src-main/store/delete-engagement';
import { closeEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import { newEngagement, passphrase } from '../../support/engagement';

test('the file, its log and its backups are gone; what is not of it stays', async () => {
  const file = await newEngagement();
  const folder = dirname(file.path);
  closeEngagement(file);
  for (const suffix of ['-wal', '-shm', '.v1.backup', '.v2.backup', '.new', '.txt', ' (2).preflight'])
    writeFileSync(file.path + suffix, 'x'.repeat(5000));
  expect(await deleteEngagement(file.path)).toBe(6);
  expect(readdirSync(folder).sort()).toEqual(['Contoso.preflight (2).preflight', 'Contoso.preflight.txt']);
});

test('whoever kept the bytes cannot open them with the passphrase any more', async () => {
  const file = await newEngagement();
  closeEngagement(file);
  const kept = join(dirname(file.path), 'kept.preflight');
  linkSync(file.path, kept); // the same bytes on the disk
  const before = readFileSync(kept);
  await deleteEngagement(file.path);
  expect(readFileSync(kept).subarray(4096).equals(before.subarray(4096))).toBe(true);
  await expect(openEngagement(kept, passphrase)).rejects.toMatchObject({ code: 'wrong-passphrase' });
});

test('what is open is not deleted', async () => {
  const file = await newEngagement();
  await expect(deleteEngagement(file.path)).rejects.toMatchObject({ code: 'open-elsewhere' });
  expect(existsSync(file.path)).toBe(true);
});
