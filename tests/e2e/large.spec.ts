import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { newUserData } from '../support/electron-app';

import { expect, test } from './fixtures';
import { enlargeDemo } from './large-engagement';
import { goTo, openDemo, shown } from './screens';

/** The finding that has the many objects. */
const objectsOf = 'DIR-015';

/** Rows that are drawn; a list that draws all of them would not be virtual. */
const drawn = (page: Page, list: string): Promise<number> => page.locator(`${list} [role="row"]`).count();

test('400 findings and 50,000 objects are found, walked through and left again by keys', async ({
  start,
  judgedDemo,
}) => {
  const userData = newUserData();
  const storage = join(userData, 'engagements');
  mkdirSync(storage);
  for (const name of readdirSync(judgedDemo)) copyFileSync(join(judgedDemo, name), join(storage, name));
  await enlargeDemo(storage, { findings: 400, objects: 50_000 });
  const app = await start({ userData });
  const { page } = app;
  await openDemo(page);
  await goTo(page, 'findings');
  await expect(page.getByText('398 findings, and 2 conclusions', { exact: true })).toBeVisible();
  const grid = '[role="grid"][aria-label="Findings"]';
  expect(await drawn(page, grid)).toBeLessThan(60);

  await page.keyboard.press('Control+f');
  await page.keyboard.type(objectsOf);
  await page.keyboard.press('Tab');
  await page.locator(grid).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.locator('#finding-title')).toContainText('50000 of 50000');
  await expect(page.locator('#finding-title')).toBeFocused();

  const objects = page.getByRole('grid', { name: 'Affected objects' });
  await objects.focus();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('searchbox', { name: 'Search objects' })).toBeFocused();
  await page.keyboard.type('wójcik 04998');
  await expect(objects).toHaveAttribute('aria-rowcount', '1');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(objects).toHaveAttribute('aria-rowcount', '50000');
  await objects.focus();
  await page.keyboard.press('End');
  await expect(objects.locator('[role="row"]').last()).toContainText('49999');
  expect(await objects.locator('[role="row"]').count()).toBeLessThan(60);

  const chosen = page.getByRole('group', { name: 'Chosen objects' });
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+Home');
  await expect(chosen).toContainText('49,999 objects chosen');
  expect(await objects.locator('[role="row"]').count()).toBeLessThan(60);
  await chosen.getByRole('button', { name: /^Decide on/u }).press('Enter');
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Reason' }).fill('All but the last.');
  await form.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(form).toHaveCount(0);
  await expect(objects.locator('[role="row"]').first()).toContainText('All but the last.');
  await objects.focus();
  await page.keyboard.press('End');
  await expect(objects.locator('[role="row"]').last()).toContainText('49999');
  await expect(objects.locator('[role="row"]').last()).not.toContainText('All but the last.');

  await page.keyboard.press('Escape');
  await expect(page.locator(grid)).toBeFocused();
  await goTo(page, 'overview');
  await page.keyboard.press('Alt+ArrowLeft');
  await shown(page, 'findings');
  await expect(page.getByRole('searchbox', { name: 'Search findings' })).toHaveValue(objectsOf);
  expect(app.complaints).toEqual([]);
});
