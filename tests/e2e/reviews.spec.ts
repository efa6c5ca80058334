import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from './fixtures';
import { dialog, goTo, shown } from './screens';

const detail = (page: Page) => page.getByRole('region', { name: 'Finding detail' });

test('a decision stands beside the finding, in the list and in the report, can be changed and withdrawn', async ({
  demo,
}) => {
  const { page } = demo;
  await goTo(page, 'findings');
  const first = page.getByRole('grid', { name: 'Findings' }).getByRole('row', { name: /^Fail/u }).first();
  await first.click();
  await detail(page).getByRole('button', { name: 'Decide…' }).click();
  const form = dialog(page);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Give the reason; it is printed in the report.')).toBeVisible();
  await form.getByRole('radio', { name: /^Planned/u }).check();
  await form.getByRole('textbox', { name: 'Reason' }).fill('The change is booked for spring.');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Give the day by which it is to be mended.')).toBeVisible();
  await form.getByLabel('Planned until').fill('2999-03-31');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(detail(page)).toContainText('Planned by Ada Kestrel');
  await expect(detail(page)).toContainText('The change is booked for spring.');
  await expect(first).toContainText('Fail');
  await expect(first).toContainText('Planned by Ada Kestrel');

  await goTo(page, 'report');
  const report = page.frameLocator('iframe');
  await expect(report.locator('#decisions')).toContainText('The change is booked for spring.');

  await goTo(page, 'findings');
  await first.click();
  await detail(page).getByRole('button', { name: 'Change…' }).click();
  await dialog(page)
    .getByRole('radio', { name: /^Accepted risk/u })
    .check();
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(detail(page)).toContainText('Accepted risk by Ada Kestrel');
  await detail(page).getByRole('button', { name: 'Withdraw' }).click();
  await expect(first).not.toContainText('Accepted risk');
  await detail(page).getByText('Who changed what (3)').click();
  await expect(detail(page)).toContainText('Accepted risk → withdrawn');
});

test('several findings are decided on at once, found as decided, and the change is undone as one', async ({ demo }) => {
  const { page } = demo;
  await goTo(page, 'findings');
  const views = page.getByRole('group', { name: 'Saved views' });
  await views.getByRole('button', { name: 'Mine to decide' }).click();
  const grid = page.getByRole('grid', { name: 'Findings' });
  const rows = grid.getByRole('row', { name: /^(Fail|Warning|Not known)/u });
  await rows.nth(0).click();
  await rows.nth(2).click({ modifiers: ['Shift'] });
  await rows.nth(1).click({ modifiers: ['Control'] });
  const bar = page.getByRole('group', { name: 'Chosen findings' });
  await expect(bar).toContainText('2 findings chosen');
  await grid.focus();
  await page.keyboard.press('Control+a');
  await expect(bar).not.toContainText('2 findings chosen');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);

  const first = (await rows.nth(0).getAttribute('id')) ?? '';
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(bar).toContainText('2 findings chosen');
  await bar.getByRole('button', { name: 'Decide on 2 findings…' }).click();
  await dialog(page)
    .getByRole('radio', { name: /^Not in scope/u })
    .check();
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Of the next project.');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator(`#${first}`)).toHaveCount(0);

  await views.getByRole('button', { name: 'All' }).click();
  await page.getByRole('button', { name: 'Decision', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Not in scope' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^2 of [\d,]+ findings shown$/u)).toBeVisible();
  await page.getByRole('button', { name: 'Undo the last change (2 decisions)' }).first().click();
  await expect(page.getByText('No finding matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters and search' }).click();
  await expect(page.locator(`#${first}`)).not.toContainText('Not in scope');
  await goTo(page, 'overview');
  await expect(page.getByRole('heading', { name: 'Decisions' })).toBeVisible();
});

test('a picture attached to a decision is looked at in the window, enlarged and left by key; what only claims to be one is not', async ({
  demo,
}) => {
  const { page } = demo;
  const folder = mkdtempSync(join(tmpdir(), 'attached-'));
  const [picture, claimed] = [join(folder, 'Signed minutes.png'), join(folder, 'minutes.jpg')];
  copyFileSync('assets/screenshots/findings.png', picture);
  writeFileSync(claimed, '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  await goTo(page, 'findings');
  await page.getByRole('grid', { name: 'Findings' }).getByRole('row', { name: /^Fail/u }).first().click();
  const attach = async (opener: string, path: string): Promise<void> => {
    await demo.answerDialogs({ open: [path] });
    await detail(page).getByRole('button', { name: opener }).click();
    await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('As signed.');
    await dialog(page).getByRole('button', { name: 'Choose a file' }).click();
    await dialog(page).getByText(path).waitFor();
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await expect(dialog(page)).toHaveCount(0);
  };
  await attach('Decide…', picture);
  const look = detail(page).getByRole('button', { name: 'Look at Signed minutes.png' });
  await look.press('Enter');
  const shownPicture = dialog(page).getByRole('img', { name: 'Signed minutes.png' });
  await expect(shownPicture).toBeVisible();
  expect(await shownPicture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1280);
  const fitted = (await shownPicture.boundingBox())?.width ?? 0;
  expect(fitted).toBeLessThan(1100);
  await dialog(page).getByRole('switch', { name: 'In its own size, 1280 × 800 pixels' }).press('Space');
  await expect.poll(async () => (await shownPicture.boundingBox())?.width).toBe(1280);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(look).toBeFocused();

  await attach('Change…', claimed);
  await detail(page).getByRole('button', { name: 'Look at minutes.jpg' }).press('Enter');
  await expect(detail(page).getByText('This is no PNG or JPEG picture')).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  rmSync(folder, { recursive: true });
});

test('a single object is decided on by its own', async ({ demo }) => {
  const { page } = demo;
  await goTo(page, 'findings');
  await page.getByRole('grid', { name: 'Findings' }).getByRole('row', { name: /^Fail/u }).first().click();
  const decide = detail(page).getByRole('button', { name: /^Decide on / });
  const name = (await decide.first().getAttribute('aria-label'))?.replace('Decide on ', '') ?? '';
  await decide.first().click();
  await expect(dialog(page)).toContainText(name);
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Known and harmless.');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(detail(page).getByRole('listitem').filter({ hasText: 'Known and harmless.' })).toContainText(name);
});

test('all objects that match, but one, are decided on at once; seen beside each, in the history and in the report, and undone as one', async ({
  demo,
}) => {
  const { page } = demo;
  await goTo(page, 'findings');
  await page.getByRole('searchbox', { name: 'Search findings' }).fill('DIR-008');
  await page.locator('#finding-DIR-008').click();
  const objects = detail(page).getByRole('grid', { name: 'Affected objects' });
  await detail(page).getByRole('button', { name: 'Choose all', exact: true }).click();
  const bar = detail(page).getByRole('group', { name: 'Chosen objects' });
  const total = Number((await bar.locator('[data-chosen]').textContent())?.replace(/\D/gu, ''));
  expect(total).toBeGreaterThan(8);
  await objects.getByRole('checkbox').first().uncheck();
  await bar.getByRole('button', { name: `Decide on ${total - 1} objects…` }).click();
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('They leave with the plant.');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(objects.getByText('Accepted risk by Ada Kestrel').first()).toBeVisible();
  await expect(objects.getByRole('row').first()).not.toContainText('Accepted risk');
  await expect(objects.getByRole('row').nth(1)).toContainText('– They leave with the plant.');
  await detail(page).getByText('Who changed what (1)').click();
  await expect(detail(page)).toContainText(`Accepted risk on ${total - 1} objects – They leave with the plant.`);
  await expect(detail(page)).toContainText(`${total - 1} as decided on`);

  await goTo(page, 'report');
  const report = page.frameLocator('iframe');
  await expect(report.locator('#decisions')).toContainText(`${total - 1} objects`);
  await goTo(page, 'findings');
  await page.locator('#finding-DIR-008').click();
  await detail(page).getByText('Who changed what (1)').click();
  await detail(page)
    .getByRole('button', { name: `Undo the last change (${total - 1} decisions)` })
    .click();
  await expect(objects.getByText('Accepted risk by Ada Kestrel')).toHaveCount(0);
  await expect(detail(page)).toContainText('Nothing was decided yet.');
});

test('a re-test: duplicate, and compare the two', async ({ demo }) => {
  const { page } = demo;
  await goTo(page, 'compare');
  await page.getByRole('button', { name: 'Duplicate for a re-test' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'is in the library now' })).toBeVisible();
  await page.getByRole('button', { name: 'Choose the older engagement…' }).click();
  const form = dialog(page);
  await form.getByRole('textbox', { name: 'Passphrase' }).fill('wrong');
  await form.getByRole('button', { name: 'Compare' }).click();
  await expect(form.getByText(/does not open|passphrase is wrong|wrong/iu)).toBeVisible();
  await form.getByRole('textbox', { name: 'Passphrase' }).fill('demo');
  await form.getByRole('button', { name: 'Compare' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Unchanged \d+$/u })).toBeVisible();
  await shown(page, 'compare');
});
