import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { damagePages } from '../support/damage-pages';
import { customer, makeEngagement, openEngagement, typePassphrase } from './engagements';
import { expect, test } from './fixtures';
import { dialog, goTo, passphrase, shown } from './screens';

const main = (page: Page) => page.getByRole('main');

/** Chooses from the menu of a row of the library. */
async function choose(page: Page, name: string, item: string): Promise<void> {
  await main(page)
    .getByRole('button', { name: new RegExp(`^More for ${name}`, 'u') })
    .click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function makeAndOpen(page: Page): Promise<string> {
  const path = await makeEngagement(page);
  await openEngagement(page);
  await shown(page, 'consent');
  await goTo(page, 'library');
  return path;
}

async function setPassphrase(page: Page, label: string, text: string): Promise<void> {
  await dialog(page).getByRole('textbox', { name: label, exact: true }).fill(text);
  await dialog(page)
    .getByRole('textbox', { name: `${label} again` })
    .fill(text);
}

test('the passphrase is changed, the engagement stays open, and only the new one opens it again', async ({ app }) => {
  const { page } = app;
  await makeAndOpen(page);
  await choose(page, customer, 'Change the passphrase…');
  const act = dialog(page).getByRole('button', { name: 'Change the passphrase' });
  await dialog(page).getByRole('textbox', { name: 'Present passphrase' }).fill('guess');
  await setPassphrase(page, 'New passphrase', 'quite another secret');
  await act.click();
  await expect(dialog(page).getByText(/not the passphrase that the engagement has now/u)).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'Present passphrase' }).fill(passphrase);
  await act.click();
  await expect(dialog(page)).toContainText('The passphrase was changed.');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('banner')).toContainText('Encrypted');
  await page.getByRole('button', { name: `Close ${customer}` }).click();
  await openEngagement(page);
  await expect(dialog(page).getByText(/the passphrase is wrong/u)).toBeVisible();
  await typePassphrase(page, 'quite another secret');
  await shown(page, 'consent');
});

test('the judged demo is checked, backed up and handed over, and opens at the receiver with the passphrase set for her', async ({
  demo,
  start,
}) => {
  const { page } = demo;
  await goTo(page, 'library');
  await choose(page, 'Contoso', 'Check this engagement…');
  await dialog(page).getByRole('button', { name: 'Check', exact: true }).click();
  await expect(dialog(page)).toContainText(/Everything is in order: \d+ pages with an intact seal/u);
  await page.keyboard.press('Escape');
  await expect(main(page).getByRole('button', { name: /^More for Contoso/u })).toBeFocused();

  const backup = join(demo.userData, 'backup.preflight');
  await demo.answerDialogs({ save: backup });
  await choose(page, 'Contoso', 'Back up…');
  await dialog(page).getByRole('button', { name: 'Choose where…' }).click();
  await expect(dialog(page)).toContainText(backup);
  expect(existsSync(backup)).toBe(true);
  await page.keyboard.press('Escape');

  const handedOver = join(demo.userData, 'for-ada.preflight');
  await demo.answerDialogs({ save: handedOver });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Actions and checks' }).fill('hand over');
  await page.keyboard.press('Enter');
  await setPassphrase(page, 'Passphrase for the receiver', 'only for Ada');
  await dialog(page)
    .getByRole('checkbox', { name: /^Leave out the files/u })
    .check();
  await dialog(page).getByRole('button', { name: 'Choose where…' }).click();
  await expect(dialog(page)).toContainText(/received files were left out/u);

  const receiver = await start();
  await receiver.answerDialogs({ open: [handedOver] });
  await receiver.page.getByRole('button', { name: 'Open file' }).click();
  await typePassphrase(receiver.page, 'only for Ada');
  await shown(receiver.page, 'overview');
  await goTo(receiver.page, 'findings');
  await receiver.page.locator('#finding-PKI-010').click();
  await expect(receiver.page.locator('#finding-title')).toContainText('dc03.contoso.com');
});

test('an engagement is deleted only when its customer was typed, and then nothing of it is left', async ({ app }) => {
  const { page } = app;
  const path = await makeAndOpen(page);
  await choose(page, customer, 'Delete for good…');
  const act = dialog(page).getByRole('button', { name: 'Delete for good' });
  await expect(dialog(page).getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Fabri');
  await page.keyboard.press('Enter');
  expect(existsSync(path)).toBe(true);
  await page.keyboard.type('kam');
  await act.click();
  await expect(page.getByRole('heading', { name: 'No engagements yet' })).toBeVisible();
  expect(readdirSync(dirname(path))).toEqual([]);
});

test('an archived engagement is out of the way, and is taken back', async ({ app }) => {
  const { page } = app;
  await makeEngagement(page);
  await choose(page, customer, 'Archive');
  await expect(page.getByRole('button', { name: `Open ${customer}` })).toHaveCount(0);
  await page.getByRole('button', { name: 'Archived (1)' }).click();
  await expect(page.getByRole('list', { name: 'Archived engagements' })).toContainText(customer);
  await choose(page, customer, 'Take back');
  await expect(page.getByRole('list', { name: 'Engagements', exact: true })).toContainText(customer);
});

test('what a damaged file still holds is saved, counted and opened', async ({ app }) => {
  const { page } = app;
  const path = await makeEngagement(page);
  damagePages(path, 6);
  await openEngagement(page);
  await expect(dialog(page).getByRole('alert')).toContainText('is damaged');
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await choose(page, customer, 'Save what can be read…');
  await dialog(page).getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await dialog(page).getByRole('button', { name: 'Save what can be read' }).click();
  await expect(dialog(page)).toContainText(/is in the library now, with the same passphrase/u);
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: new RegExp(`^Open ${customer} \\(recovered\\)`, 'u') }).click();
  await typePassphrase(page);
  await expect(page.getByRole('banner')).toContainText(customer);
});

test('past engagements are searched while they are unlocked, and a hit leads to its finding', async ({ demo }) => {
  const { page } = demo;
  await goTo(page, 'library');
  await page.getByRole('button', { name: /^Close Contoso/u }).click();
  await page.getByRole('button', { name: 'Search in engagements' }).click();
  const search = dialog(page).getByRole('searchbox', { name: 'Search in engagements' });
  await search.fill('dc03');
  await expect(dialog(page).getByRole('status')).toContainText('0 hits in 0 engagements');
  await dialog(page)
    .getByRole('button', { name: /^Unlock Contoso/u })
    .click();
  await dialog(page).getByRole('textbox', { name: 'Passphrase' }).fill('demo');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('status')).toContainText(/\d+ hits in 1 engagement\./u);
  await search.fill('dc03 PKI-010 certificate');
  await search.fill('PKI-010');
  await dialog(page)
    .getByRole('list', { name: 'Hits' })
    .getByRole('button', { name: /PKI-010/u })
    .first()
    .click();
  await shown(page, 'findings');
  await expect(page.locator('#finding-title')).toContainText('dc03.contoso.com');
  await expect(page.getByRole('banner')).toContainText('Encrypted');
});

test('new engagements go to the folder chosen in the settings', async ({ app }) => {
  const { page } = app;
  const first = await makeEngagement(page);
  await goTo(page, 'settings');
  await app.answerDialogs({ open: [app.userData] });
  await page.getByRole('button', { name: 'Choose another folder…' }).click();
  await expect(page.getByRole('button', { name: 'Use the usual folder' })).toBeVisible();
  await goTo(page, 'library');
  await expect(page.getByRole('button', { name: `Open ${customer}` })).toBeVisible();
  expect(dirname(await makeEngagement(page))).toBe(app.userData);
  expect(dirname(first)).toBe(app.storage);
});
