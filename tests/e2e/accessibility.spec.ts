import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { expect, test } from './fixtures';
import { dialog, goTo, shown } from './screens';
import { closedViews, lookAt, views } from './views';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong, a line for each element. */
async function violations(page: Page): Promise<string[]> {
  const results = await page.evaluate(async (values): Promise<AxeResults> => {
    const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') };
    return await axe.run(document, { runOnly: { type: 'tag', values }, iframes: false, resultTypes: ['violations'] });
  }, tags);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} – ${failureSummary}`),
  );
}

for (const theme of ['Light', 'Dark', 'High contrast']) {
  test(`axe finds nothing on any screen in the theme ${theme.toLowerCase()}`, async ({ demo }) => {
    test.slow();
    const { page } = demo;
    await goTo(page, 'settings');
    await page.getByRole('radio', { name: theme }).check();
    await page.locator(`[data-theme="${theme.toLowerCase().replace(' ', '-')}"]`).waitFor();
    await page.evaluate(axeSource);
    await lookAt(page, [...views, ...closedViews], async (name) => {
      expect.soft(await violations(page), name).toEqual([]);
    });
  });
}
