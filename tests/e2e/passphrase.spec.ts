import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright';
import type { RunningApp } from '../support/electron-app';
import { customer, makeEngagement, openEngagement, typePassphrase } from './engagements';
import { expect, test } from './fixtures';
import { dialog, passphrase, shown } from './screens';

/** "Open file" with this one chosen in the system dialog. */
async function chooseFile({ page, answerDialogs }: RunningApp, path: string): Promise<void> {
  await answerDialogs({ open: [path] });
  await page.getByRole('button', { name: 'Open file' }).click();
  await typePassphrase(page);
}

const refusal = (page: Page) => dialog(page).getByRole('alert');

test('a wrong passphrase is said at the field, changes nothing, and the right one opens the file', async ({ app }) => {
  const { page } = app;
  const path = await makeEngagement(page);
  const before = readFileSync(path);
  await page.getByRole('button', { name: `Open ${customer}` }).click();
  await typePassphrase(page, 'Correct Horse');
  await expect(dialog(page).getByText(/the passphrase is wrong, or the file is damaged at its start/u)).toBeVisible();
  expect(readFileSync(path).equals(before)).toBe(true);
  await typePassphrase(page, passphrase);
  await shown(page, 'consent');
  await expect(page.getByRole('banner')).toContainText(customer);
});

test('what is no engagement is named for what it is, and stays as it is', async ({ app }) => {
  const path = join(app.userData, 'notes.preflight');
  const text = 'dn: DC=contoso,DC=com\r\nobjectClass: domain\r\n'.repeat(100);
  writeFileSync(path, text);
  await chooseFile(app, path);
  await expect(refusal(app.page)).toContainText('notes.preflight is not an engagement: it is a text file.');
  expect(readFileSync(path, 'utf8')).toBe(text);
  await dialog(app.page).getByRole('button', { name: 'Cancel' }).click();
  await expect(app.page.getByRole('button', { name: 'New engagement' })).toBeVisible();
});

test('a file of a newer version is left alone, and the library says so', async ({ app }) => {
  const { page } = app;
  const path = await makeEngagement(page);
  const database = new Database(path);
  database.pragma("cipher = 'sqlcipher'");
  database.pragma('legacy = 4');
  database.key(Buffer.from(passphrase));
  database.pragma('user_version = 99');
  database.close();
  const before = readFileSync(path);

  await openEngagement(page);
  await expect(refusal(page)).toContainText('was last used with a newer version of Hello Preflight');
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('list', { name: 'Engagements' })).toContainText('Newer version');
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a damaged file is called damaged, not locked, and the library offers another copy', async ({ app }) => {
  const { page } = app;
  const path = await makeEngagement(page);
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.from([0xff, 0x00, 0xff, 0x00]), 0, 4, 5 * 4096 + 100);
  closeSync(file);

  await openEngagement(page);
  await expect(refusal(page)).toContainText('is damaged: a part of it cannot be read. Nothing more was written to it.');
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  const entry = page.getByRole('list', { name: 'Engagements' });
  await expect(entry).toContainText('Damaged');
  await expect(entry.getByRole('button', { name: `Find another copy of ${customer}` })).toBeVisible();
});

test('a write-protected file says so, and opens once the protection is gone', async ({ app }) => {
  const { page } = app;
  const path = await makeEngagement(page);
  const protect = (on: boolean): void => {
    // Permissions do not stop root; the immutable flag does.
    if (process.getuid?.() === 0) execFileSync('chattr', [on ? '+i' : '-i', path]);
    else chmodSync(path, on ? 0o400 : 0o600);
  };
  protect(true);
  try {
    await openEngagement(page);
    await expect(refusal(page)).toContainText('is read-only or its folder cannot be written to');
  } finally {
    protect(false);
  }
  await typePassphrase(page);
  await shown(page, 'consent');
});
