import { expect, test } from './fixtures';

test('probe', async ({ app }) => {
  const { page } = app;
  const t = Date.now();
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await page.locator('main[data-ready="overview"]').waitFor();
  console.log(Date.now() - t, await page.locator('main').innerText());
  await expect(page.locator('main')).toContainText('Nothing was judged');
});
