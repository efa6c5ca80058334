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
