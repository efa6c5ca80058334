import { expect, test } from './fixtures';
import { goTo, shown } from './screens';

test('the help is there before an engagement, is searched, and shows commands to copy', async ({ app }) => {
  const { page } = app;
  await page.keyboard.press('F1');
  await shown(page, 'help');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('ldifde');
  await page
    .getByRole('navigation', { name: 'Help pages' })
    .getByRole('button', { name: 'Active Directory: LDIF exports' })
    .click();
  const help = page.getByRole('region', { name: 'Help page' });
  await expect(help.locator('pre').first()).toContainText('ldifde -f configuration.ldf');
  await page.getByRole('searchbox', { name: 'Search the help' }).fill('nothing of the kind');
  await expect(page.getByText('No page has all these words.')).toBeVisible();
});

test('a finding and a source lead to their pages and back', async ({ demo }) => {
  const { page } = demo;
  await goTo(page, 'findings');
  await page.locator('#finding-PKI-010').click();
  await page
    .getByRole('region', { name: 'Finding detail' })
    .getByRole('button', { name: 'Help on this check' })
    .click();
  await shown(page, 'help');
  const help = page.getByRole('region', { name: 'Help page' });
  await expect(help).toContainText('Evidence it needs, and who gives it');
  await expect(help).toContainText('A plain domain user.');
  await expect(help).toContainText('Can answer: Pass, Warning, Fail');
  await help.getByRole('button', { name: 'Show its finding' }).click();
  await shown(page, 'findings');
  await expect(page.locator('#finding-title')).toBeVisible();
});
