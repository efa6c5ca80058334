import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Locator, Page } from 'playwright';
import type { RunningApp } from '../support/electron-app';
import { expect, test } from './fixtures';
import { layoutFaults } from './layout-faults';
import { dialog, goTo, goToStep, shown } from './screens';
import { closedViews, lookAt, views } from './views';

declare global {
  interface Window {
    readonly axe: typeof import('axe-core');
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Sentinels of Fluent's focus manager, which pass the focus on at once. */
const sentinels = '[data-tabster-dummy]';

/** What axe finds wrong, a line for each element. */
async function violations(page: Page): Promise<string[]> {
  const results = await page.evaluate(
    ({ values, exclude }): Promise<AxeResults> =>
      window.axe.run(
        { exclude: [exclude] },
        { runOnly: { type: 'tag', values }, iframes: false, resultTypes: ['violations'] },
      ),
    { values: tags, exclude: sentinels },
  );
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

/** Presses a key until the element has the focus; fails when it does not get there. */
async function reach(page: Page, key: 'Tab' | 'Shift+Tab', element: Locator): Promise<void> {
  const hasFocus = () => element.evaluate((node) => node === document.activeElement);
  for (let presses = 0; presses < 60; presses += 1) {
    if (await hasFocus()) return;
    await page.keyboard.press(key);
  }
  await expect(element).toBeFocused();
}

test('the way from the library to the evidence of a blocker is open to the keyboard alone', async ({ app }) => {
  const { page } = app;
  await reach(page, 'Tab', page.getByRole('button', { name: 'Try the demo' }));
  await page.keyboard.press('Enter');
  await shown(page, 'overview');
  await reach(page, 'Tab', page.getByRole('button', { name: /PKI-010$/u }).first());
  await page.keyboard.press('Enter');
  await shown(page, 'findings');
  await expect(page.locator('#finding-title')).toContainText('dc03.contoso.com');

  const grid = page.getByRole('grid', { name: 'Findings' });
  await reach(page, 'Tab', grid);
  await page.keyboard.press('Home');
  const selected = grid.locator('[aria-selected="true"]');
  const first = await selected.getAttribute('id');
  await page.keyboard.press('ArrowDown');
  await expect(selected).not.toHaveAttribute('id', first ?? '');
  await page.keyboard.press('Enter');
  await expect(page.locator('#finding-title')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();

  await page.keyboard.press('Control+f');
  await expect(page.getByRole('searchbox', { name: 'Search findings' })).toBeFocused();
  await page.keyboard.type('PKI-010');
  // The heads, the finding, and the two conclusions that count it as a blocker under a head of their own.
  await expect(grid.getByRole('row')).toHaveCount(5);
  await reach(page, 'Tab', grid);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const view = page.getByRole('button', { name: 'View evidence for dc03.contoso.com' });
  await reach(page, 'Tab', view);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(view).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await shown(page, 'overview');
});

test('dialogs give the focus back to what opened them', async ({ demo }) => {
  const { page } = demo;
  await goTo(page, 'run');
  await lookAtFocus(page, page.getByRole('main').getByRole('button', { name: 'Run again' }));
  await goTo(page, 'scope');
  await goToStep(page, 'Targets');
  await lookAtFocus(page, page.getByRole('button', { name: 'Add domain controller' }));
  const palette = page.getByRole('button', { name: /Actions and checks/u });
  await palette.focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Actions and checks' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette).toBeFocused();
});

async function lookAtFocus(page: Page, opener: Locator): Promise<void> {
  await opener.focus();
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
  expect(await dialog(page).evaluate((node) => node.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(opener).toBeFocused();
}

test('every control of the overview shows that it has the focus', async ({ demo }) => {
  const { page } = demo;
  const unmarked: string[] = [];
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab');
    const { name, clip } = await page.evaluate(() => {
      const control = document.activeElement;
      const { x, y, width, height } = control?.getBoundingClientRect() ?? new DOMRect();
      return { name: control?.textContent ?? '', clip: { x: x - 4, y: y - 4, width: width + 8, height: height + 8 } };
    });
    const focused = await page.screenshot({ clip, animations: 'disabled' });
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    const blurred = await page.screenshot({ clip, animations: 'disabled' });
    if (focused.equals(blurred)) unmarked.push(name);
  }
  expect(unmarked).toEqual([]);
});

const small = { width: 1024, height: 640 };

/** A small window, magnified. */
async function magnify({ page, electron }: RunningApp, zoom: number): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow }, { width, height, factor }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(width, height);
      window?.webContents.setZoomFactor(factor);
    },
    { ...small, factor: zoom },
  );
  await page.waitForFunction((width) => Math.abs(innerWidth - width) < 1, small.width / zoom);
}

test('findings are seen in the first screenful at 200 % zoom, and the filters on demand', async ({ demo }) => {
  const { page } = demo;
  await magnify(demo, 2);
  await goTo(page, 'findings');
  const first = page.getByRole('grid', { name: 'Findings' }).locator('[id^="finding-"]').first();
  await expect(first).toBeInViewport({ ratio: 1 });
  const views = page.getByRole('group', { name: 'Saved views' });
  await expect(views).toHaveCount(0);
  const unfold = page.getByRole('button', { name: 'Filters' });
  await unfold.focus();
  await page.keyboard.press('Enter');
  await expect(views).toBeVisible();
  await views.getByRole('button', { name: 'Blockers' }).click();
  await expect(page.getByRole('button', { name: 'Filters: Blockers' })).toBeVisible();
});

for (const zoom of [1, 1.25, 1.5, 2]) {
  test(`nothing is cut off or overlaps at ${small.width} × ${small.height} and ${zoom * 100} % zoom`, async ({
    demo,
  }) => {
    const { page } = demo;
    await magnify(demo, zoom);
    await lookAt(page, [...views, ...closedViews], async (name) => {
      expect.soft(await page.evaluate(layoutFaults), name).toEqual([]);
    });
  });
}
