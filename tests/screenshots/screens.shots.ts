import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Page } from 'playwright';
import type { EngagementDraft } from '../../src-shared/model/engagement';
import { expect, test } from '../e2e/fixtures';
import { dialog, dropFiles, goTo, shown } from '../e2e/screens';
import { closedViews, lookAt, views } from '../e2e/views';
import { handedOverLater } from '../support/contoso-retest';

const pictures = resolve('assets/screenshots');
const demo = resolve('assets/demo/contoso');
/** Paths are seen on some screens; these say nothing about whose computer it is. */
const userData = join(tmpdir(), 'hello-preflight');
const handedOver = join(tmpdir(), 'contoso');
const compared = join(tmpdir(), 'hello-preflight-compared');

const take = async (page: Page, name: string): Promise<void> => {
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled', caret: 'hide' });
};

const server = (id: string) =>
  ({ id, server: `${id}.contoso.com`, security: 'ldaps', signIn: 'password', user: 'reader@contoso.com' }) as const;

/** Live targets, so that the wizard has something to show. They are not contacted: the run comes before. */
const withTargets = (draft: EngagementDraft): EngagementDraft => ({
  ...draft,
  live: {
    ...draft.live,
    directory: [server('dc01'), server('dc02')],
    adfs: [{ id: 'sts', host: 'sts.contoso.com' }],
    entra: [{ id: 'contoso', tenant: 'contoso.com', cloud: 'global' }],
    sysvol: [{ id: 'sysvol', domain: 'contoso.com', path: '\\\\contoso.com\\SYSVOL\\contoso.com' }],
    domainControllerCertificates: true,
    revocationLists: true,
  },
});

/** The demo's input, from a folder with a neutral name. */
const fromHandedOver = (draft: EngagementDraft): EngagementDraft => ({
  ...draft,
  imports: draft.imports.map((entry) => ({ ...entry, path: join(handedOver, relative(demo, entry.path)) })),
});

async function changeDraft(page: Page, change: (draft: EngagementDraft) => EngagementDraft): Promise<void> {
  const current = await page.evaluate(() => window.bridge.library.current({}));
  if (!current.ok || current.value.engagement === null) throw new Error('No engagement is open');
  const draft = change(current.value.engagement.draft);
  expect(await page.evaluate((changed) => window.bridge.library.saveDraft({ draft: changed }), draft)).toMatchObject({
    ok: true,
  });
  await page.reload();
  await shown(page, 'overview');
}

async function runAgain(page: Page): Promise<void> {
  await page.keyboard.press('F5');
  await page.getByRole('dialog').getByRole('button', { name: 'Run again' }).click();
  await page.getByRole('heading', { name: 'The run has ended' }).waitFor();
}

async function useTheme(page: Page, theme: string): Promise<void> {
  await goTo(page, 'settings');
  await page.getByRole('radio', { name: theme }).check();
  await goTo(page, 'overview');
}

test.beforeAll(() => {
  for (const folder of [pictures, userData, compared, handedOver]) rmSync(folder, { recursive: true, force: true });
  for (const folder of [pictures, userData, compared]) mkdirSync(folder, { recursive: true });
  cpSync(demo, handedOver, { recursive: true });
});
test.afterAll(() => rmSync(handedOver, { recursive: true, force: true }));

test('every screen of the judged demo at 1280 × 800', async ({ start }) => {
  const { page, electron } = await start({ userData });
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await page.waitForFunction(() => innerWidth === 1280 && innerHeight === 800);
  await take(page, 'library-empty');
  await page.evaluate(() => window.bridge.library.openDemo({}));
  await changeDraft(page, fromHandedOver);
  await runAgain(page);

  await useTheme(page, 'Dark');
  await take(page, 'overview-dark');
  await useTheme(page, 'High contrast');
  await take(page, 'overview-high-contrast');
  await useTheme(page, 'Light');
  await changeDraft(page, withTargets);
  await lookAt(page, [...views, ...closedViews], (name) => take(page, name === 'compare' ? 'compare-empty' : name));
});

test('what changed since the demo was judged first', async ({ start }) => {
  const { page, electron } = await start({ userData: compared });
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await page.evaluate(() => window.bridge.library.openDemo({}));
  await changeDraft(page, fromHandedOver);
  await runAgain(page);
  await goTo(page, 'compare');
  await page.getByRole('button', { name: 'Duplicate for a re-test' }).click();
  await page.getByRole('status').filter({ hasText: 'is in the library now' }).waitFor();
  await dropFiles(page, handedOverLater(join(handedOver, 'later')));
  await page.getByRole('region', { name: 'Targets' }).getByText('not imported twice').first().waitFor();
  await page.getByRole('heading', { name: 'The run has ended' }).waitFor();
  await goTo(page, 'compare');
  await page.getByRole('button', { name: 'Choose the older engagement…' }).click();
  await dialog(page).getByRole('textbox', { name: 'Passphrase' }).fill('demo');
  await dialog(page).getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('button', { name: 'Export the delta report' }).waitFor();
  await take(page, 'compare');
});
