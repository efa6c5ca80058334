import type { Page } from 'playwright';
import { expect, test } from './fixtures';
import { dialog, goTo, shown } from './screens';

/** Opens the palette, types, and chooses what is found first. */
async function command(page: Page, typed: string, title: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Actions and checks' }).fill(typed);
  await expect(page.getByRole('option').first()).toContainText(title);
  await page.keyboard.press('Enter');
}

/** Said to screen readers. */
const announced = (page: Page) => page.locator('[data-announcer]');

test('objects of a finding are chosen by keys and mouse, one by one, in stretches and all, and decided on together', async ({
  demo,
}) => {
  const { page } = demo;
  await command(page, 'DIR-008', 'DIR-008');
  const detail = page.getByRole('region', { name: 'Finding detail' });
  const objects = detail.getByRole('grid', { name: 'Affected objects' });
  const rows = objects.getByRole('row');
  const bar = detail.getByRole('group', { name: 'Chosen objects' });
  await expect(objects).toHaveAttribute('aria-multiselectable', 'true');
  // Those that passed are listed as well and cannot be chosen.
  await objects.focus();
  await page.keyboard.press('Control+a');
  const total = Number((await bar.locator('[data-chosen]').textContent())?.replace(/\D/gu, ''));
  expect(total).toBeGreaterThan(8);
  expect(total).toBeLessThan(Number(await objects.getAttribute('aria-rowcount')));
  await page.keyboard.press('Escape');

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(bar).toContainText('3 objects chosen');
  await expect(announced(page)).toHaveText('3 objects chosen');
  await expect(rows.nth(0)).toHaveAttribute('aria-selected', 'false');
  for (const row of [1, 2, 3]) await expect(rows.nth(row)).toHaveAttribute('aria-selected', 'true');
  await expect(objects).toHaveAttribute('aria-activedescendant', (await rows.nth(3).getAttribute('id')) ?? '');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(bar).toContainText('2 objects chosen');
  await page.keyboard.press('Shift+Home');
  await expect(bar).toContainText('2 objects chosen');
  await expect(rows.nth(0)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+End');
  await expect(bar).toContainText(`${total - 1} objects chosen`);
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(announced(page)).toHaveText('Nothing is chosen any more.');
  await expect(objects).toBeFocused();

  await page.keyboard.press('Control+a');
  await expect(bar).toContainText(`${total} objects chosen`);
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(bar).toContainText(`${total - 1} objects chosen`);
  await expect(rows.nth(0)).toHaveAttribute('aria-selected', 'false');
  await bar.getByRole('button', { name: 'Choose none' }).press('Enter');
  await expect(objects).toBeFocused();

  await rows.nth(0).getByRole('checkbox').check();
  await rows
    .nth(2)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(bar).toContainText('3 objects chosen');
  await rows
    .nth(1)
    .getByRole('gridcell')
    .nth(2)
    .click({ modifiers: ['Control'] });
  await expect(bar).toContainText('2 objects chosen');
  await bar.getByRole('button', { name: 'Decide on 2 objects…' }).press('Enter');
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Of the next project.');
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('button', { name: 'Save' }).press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(announced(page)).toHaveText('2 decisions changed.');
  await expect(objects).toBeFocused();
  await expect(rows.nth(0)).toContainText('Of the next project.');
  await expect(rows.nth(1)).not.toContainText('Of the next project.');
  await expect(rows.nth(2)).toContainText('Of the next project.');
});

const isFocusLost = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement === null || document.activeElement === document.body);

test('every action is a command, from whichever screen', async ({ demo }) => {
  const { page } = demo;
  await command(page, 'paste dsreg', 'Paste dsregcmd output');
  await shown(page, 'clients');
  await expect(dialog(page)).toContainText('dsregcmd');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Paste dsregcmd output' })).toBeFocused();

  await command(page, 'older engagement', 'Compare with an older engagement');
  await shown(page, 'compare');
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);

  await command(page, 'PKI-010', 'PKI-010');
  await shown(page, 'findings');
  await command(page, 'decide', 'Decide on the finding shown');
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Decide…' })).toBeFocused();

  await command(page, 'export the finding', 'Export the finding shown');
  await expect(page.getByRole('menuitem', { name: 'Word document' })).toBeVisible();
  await page.keyboard.press('Escape');

  await demo.answerDialogs({ save: '' });
  await command(page, 'report pdf', 'Export the report as PDF');
  await shown(page, 'report');
  await expect(page.getByRole('button', { name: 'Export PDF' })).toBeFocused();

  await goTo(page, 'sources');
  await command(page, 'ask for coll', /Ask for collectors/u);
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');

  await goTo(page, 'settings');
  await command(page, 'dc03.contoso.com', 'dc03.contoso.com');
  await shown(page, 'findings');
  await expect(page.locator('#finding-title')).toContainText('dc03.contoso.com');
});

test('the focus is never lost on the way through the screens', async ({ demo }) => {
  const { page } = demo;
  const lost: string[] = [];
  const places = [
    'findings',
    'clients',
    'compare',
    'report',
    'sources',
    'interview',
    'run',
    'help',
    'settings',
  ] as const;
  for (const place of places) {
    await goTo(page, place);
    if (await isFocusLost(page)) lost.push(place);
  }
  for (const place of [...places].reverse().slice(1)) {
    await page.keyboard.press('Alt+ArrowLeft');
    await shown(page, place);
    if (await isFocusLost(page)) lost.push(`back to ${place}`);
  }
  expect(lost).toEqual([]);
});
