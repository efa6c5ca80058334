import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import type { RunningApp } from '../support/electron-app';
import { expect, test } from '../e2e/fixtures';
import { goTo, shown } from '../e2e/screens';
import { closedViews, lookAt, views } from '../e2e/views';

const folder = resolve('assets/screenshots');

const take = (page: Page, name: string) =>
  page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide', timeout: 15_000 });

/** Live targets, so that the wizard has something to show; nothing is contacted. */
async function chooseTargets({ page }: RunningApp): Promise<void> {
  const saved = await page.evaluate(async () => {
    const current = await window.bridge.library.current({});
    if (!current.ok || current.value.engagement === null) throw new Error('No engagement is open');
    const { draft } = current.value.engagement;
    const server = (id: string, host: string) =>
      ({ id, server: host, security: 'ldaps', user: 'reader@contoso.com' }) as const;
    const live = {
      ...draft.live,
      directory: [server('dc01', 'dc01.contoso.com'), server('dc02', 'dc02.contoso.com')],
      adfs: [{ id: 'sts', host: 'sts.contoso.com' }],
      sysvol: [{ id: 'sysvol', domain: 'contoso.com', path: '\\\\contoso.com\\SYSVOL\\contoso.com' }],
      domainControllerCertificates: true,
      revocationLists: true,
    };
    return await window.bridge.library.saveDraft({ draft: { ...draft, live } });
  });
  expect(saved).toMatchObject({ ok: true });
  await page.reload();
  await shown(page, 'overview');
}

test('every screen of the judged demo at 1280 × 800', async ({ demo }) => {
  const { page, electron } = demo;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await page.waitForFunction(() => innerWidth === 1280 && innerHeight === 800);
  for (const theme of ['Dark', 'High contrast', 'Light']) {
    await goTo(page, 'settings');
    await page.getByRole('radio', { name: theme }).check();
    await goTo(page, 'overview');
    if (theme !== 'Light') await take(page, `overview-${theme.toLowerCase().replace(' ', '-')}`);
  }
  await chooseTargets(demo);
  await lookAt(page, [...views, ...closedViews], (name) => take(page, name).then(() => undefined));
});
