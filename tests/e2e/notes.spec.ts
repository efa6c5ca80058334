import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures';
import { goTo } from './screens';

test('a note and a pasted picture stay with their finding and are in the report on request', async ({ demo }) => {
  const { page, electron } = demo;
  await goTo(page, 'findings');
  const rows = page.getByRole('grid', { name: 'Findings' }).getByRole('row', { name: /^Fail/u });
  await rows.first().click();
  const detail = page.getByRole('region', { name: 'Finding detail' });
  const note = detail.getByRole('textbox', { name: 'Note' });
  await note.fill('Seen with the admin.\nTicket 4711');
  await expect(detail.getByText('Note saved')).toBeVisible();

  const png = readFileSync('assets/screenshots/forget.png').toString('base64');
  await electron.evaluate(({ clipboard, nativeImage }, data) => {
    // The name of the call differs between the releases of Electron this is built for.
    const write: unknown = Reflect.get(clipboard, 'writeImage');
    if (typeof write !== 'function') throw new Error('This Electron writes pictures to the clipboard in another way.');
    Reflect.apply(write, clipboard, [nativeImage.createFromDataURL(`data:image/png;base64,${data}`)]);
  }, png);
  await note.focus();
  await page.keyboard.press('Control+v');
  const picture = detail.getByRole('list', { name: 'Pictures' }).getByRole('img');
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  await detail.getByRole('textbox', { name: 'What the picture shows' }).fill('The dialog of the console');
  await note.focus();
  await expect(detail.getByRole('img', { name: 'The dialog of the console' })).toBeVisible();

  await detail.getByRole('button', { name: 'Look at it' }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('img', { name: 'The dialog of the console' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(detail.getByRole('button', { name: 'Look at it' })).toBeFocused();

  await rows.nth(1).click();
  await expect(note).toHaveValue('');
  await rows.first().click();
  await expect(note).toHaveValue('Seen with the admin.\nTicket 4711');

  await goTo(page, 'report');
  const report = page.frameLocator('iframe');
  await page.getByRole('radio', { name: /^Technical/u }).check();
  await expect(report.locator('#findings')).toBeVisible();
  await expect(report.getByRole('img', { name: 'The dialog of the console' })).toHaveCount(0);
  await page.getByRole('switch', { name: 'Notes and pictures of the consultant' }).click();
  const printed = report.getByRole('img', { name: 'The dialog of the console' });
  await expect(printed).toBeVisible();
  expect(await printed.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  await expect(report.getByText('Ticket 4711')).toBeVisible();

  await goTo(page, 'findings');
  await detail.getByRole('button', { name: 'Remove the picture' }).click();
  await expect(detail.getByRole('list', { name: 'Pictures' })).toHaveCount(0);
});
