import { join } from 'node:path';
import type { Page } from 'playwright';
import { test } from './fixtures';
import { goTo, screen } from './screens';

const folder = join('out', 'screenshots');
const themes = ['light', 'dark', 'high contrast'] as const;
const places = ['overview', 'findings', 'scope', 'sources', 'run', 'report', 'settings'] as const;

async function useTheme(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Actions and checks' }).fill(`use the ${theme} theme`);
  await page.keyboard.press('Enter');
  await page.locator(`[data-theme="${theme.replace(' ', '-')}"]`).waitFor();
}

for (const theme of themes) {
  test(`the demo in the ${theme} theme`, async ({ demo: { page } }) => {
    await useTheme(page, theme);
    for (const place of places) {
      if ((await screen(page, place).count()) === 0) await goTo(page, place);
      await page.screenshot({ path: join(folder, theme.replace(' ', '-'), `${place}.png`) });
    }
  });
}
