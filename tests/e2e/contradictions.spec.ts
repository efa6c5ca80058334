import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from './fixtures';
import { dialog, goTo, shown } from './screens';

const tenant = '4c1f7a52-6d0e-4b8f-9a61-2f6f0c9d7e11';
const other = '99999999-8888-4777-8666-555555555555';

test('a client of another tenant contradicts the other sources, on every screen that rests on them', async ({
  demo,
}) => {
  const { page, userData } = demo;
  const stranger = join(userData, 'PC0999.txt');
  const text = readFileSync(resolve('assets/demo/contoso/clients/PC0417.txt'), 'utf8');
  writeFileSync(stranger, text.replaceAll(tenant, other).replaceAll('PC0417', 'PC0999'));
  await expect(page.getByText('The sources name 2 different tenants.')).toHaveCount(0);
  const run = await page.evaluate(
    (path) => window.bridge.run.import({ paths: [path] }, () => undefined).result,
    stranger,
  );
  expect(run.ok).toBe(true);
  await page.reload();
  await shown(page, 'overview');

  await expect(page.getByText('The sources name 2 different tenants.')).toBeVisible();
  await goTo(page, 'findings');
  await page.getByRole('button', { name: 'Show contradictions' }).click();
  const values = dialog(page).getByRole('region', { name: 'Values: The sources name 2 different tenants.' });
  await expect(values.getByRole('row').filter({ hasText: tenant })).toContainText('Entra tenant');
  await expect(values.getByRole('row').filter({ hasText: other })).toContainText('PC0999.txt');
  await dialog(page).getByRole('button', { name: 'DEV-003' }).first().click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator('#finding-title')).toBeVisible();

  await goTo(page, 'report');
  await page.getByRole('radio', { name: /^Technical/u }).check();
  const section = page.frameLocator('iframe').locator('#contradictions');
  await expect(section).toContainText('The sources name 2 different tenants.');
  await expect(section.getByRole('row').filter({ hasText: other })).toBeVisible();
});
