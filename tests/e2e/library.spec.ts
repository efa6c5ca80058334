import { existsSync, renameSync } from 'node:fs';
import { customer, makeEngagement, openEngagement, typePassphrase } from './engagements';
import { expect, test } from './fixtures';
import { dialog, goTo, goToStep, shown } from './screens';

test('a second window gets the engagement for reading only, is told who has it, and writes again when it is free', async ({
  app,
  start,
}) => {
  const path = await makeEngagement(app.page);
  await openEngagement(app.page);
  await shown(app.page, 'consent');

  const second = await start();
  const { page } = second;
  await second.answerDialogs({ open: [path] });
  const open = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Open file' }).click();
    await typePassphrase(page);
    await shown(page, 'consent');
  };
  await open();
  await expect(page.getByRole('banner')).toContainText('Read-only');
  const holder = app.electron.process().pid;
  await expect(page.getByRole('main')).toContainText(
    new RegExp(`has had it open since .* \\(process ${holder}\\)`, 'u'),
  );
  await goToStep(page, 'Customer');
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeDisabled();
  const refused = await page.evaluate(async () => {
    const { engagement } = await window.bridge.library
      .current({})
      .then((answer) => (answer.ok ? answer.value : { engagement: null }));
    if (engagement === null) throw new Error('Nothing is open');
    return await window.bridge.library.saveDraft({ draft: { ...engagement.draft, wizardStep: 'scope' } });
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'read-only-engagement' } });

  await goTo(app.page, 'library');
  await app.page.getByRole('button', { name: `Close ${customer}` }).click();
  await expect(app.page.getByRole('button', { name: `Open ${customer}` })).toBeVisible();
  await goTo(page, 'library');
  await page.getByRole('button', { name: `Close ${customer}` }).click();
  await expect(page.getByRole('button', { name: `Open ${customer}` })).toBeVisible();
  await open();
  await expect(page.getByRole('banner')).toContainText('Encrypted');
});

test('an engagement is taken off the list only after asking, and its file stays', async ({ app }) => {
  const { page } = app;
  const path = await makeEngagement(page);
  const remove = page.getByRole('button', { name: `Remove ${customer}` });
  await remove.click();
  await expect(dialog(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(remove).toBeFocused();
  await remove.click();
  await dialog(page).getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'No engagements yet' })).toBeVisible();
  expect(existsSync(path)).toBe(true);
});

test('a missing file is named, and found again where it was moved to', async ({ app }) => {
  const { page } = app;
  const path = await makeEngagement(page);
  const moved = path.replace(/\.preflight$/u, ' moved.preflight');
  renameSync(path, moved);
  await page.reload();
  await shown(page, 'library');
  await expect(page.getByRole('list', { name: 'Engagements' })).toContainText('Not found');
  await app.answerDialogs({ open: [moved] });
  await page.getByRole('button', { name: `Find file of ${customer}` }).click();
  await typePassphrase(page);
  await shown(page, 'consent');
});

test('a second start of the same app brings its window forward and ends', async ({ app, start }) => {
  await expect(start({ userData: app.userData })).rejects.toThrow();
  await expect(app.page.getByRole('button', { name: 'New engagement' })).toBeVisible();
});

test('the list and the settings survive a restart', async ({ start }) => {
  const first = await start();
  await makeEngagement(first.page);
  await goTo(first.page, 'settings');
  await first.page.getByRole('radio', { name: 'Dark' }).check();
  await expect(first.page.locator('[data-theme="dark"]')).toBeVisible();
  await first.close();
  const { page } = await start({ userData: first.userData });
  await expect(page.locator('[data-theme="dark"]')).toBeVisible();
  await expect(page.getByRole('button', { name: `Open ${customer}` })).toBeVisible();
});

test('the other demos are in a menu, each judged at once by its own files', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Other demos' }).click();
  await expect(page.getByRole('menuitem')).toHaveText([/^Contoso/u, /^Northwind Traders/u, /^Tailspin Toys/u]);
  await page.getByRole('menuitem', { name: /^Northwind Traders/u }).click();
  await shown(page, 'overview');
  await expect(page.getByText(/^Whether Northwind Traders can deploy/u)).toBeVisible();
  await expect(page.getByRole('button', { name: /PKI-010$/u })).toHaveCount(0);
});
