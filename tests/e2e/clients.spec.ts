import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { writeFleet } from '../support/fleet-files';
import { makeEngagement, openEngagement } from './engagements';
import { expect, test } from './fixtures';
import { dialog, goTo, shown } from './screens';

const groups = (page: Page) => page.getByRole('list', { name: 'Groups of clients' }).getByRole('button');

test('a chain leads from what clients print to the finding behind it, and back', async ({ demo }) => {
  const { page } = demo;
  await goTo(page, 'clients');
  const chain = page.getByRole('region', { name: /^From the symptom to its causes/u }).first();
  const cause = chain.getByRole('button').first();
  const id = /\b[A-Z]{2,3}-\d{3}\b/u.exec(await cause.innerText())?.[0] ?? '';
  await cause.press('Enter');
  await shown(page, 'findings');
  await expect(page.locator('#finding-title')).toBeVisible();
  await expect(page.locator(`#finding-${id}`)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Alt+ArrowLeft');
  await shown(page, 'clients');
  await expect(chain).toBeVisible();
});

test('another group shows other clients, and what one of them printed', async ({ demo }) => {
  const { page } = demo;
  await goTo(page, 'clients');
  expect(await groups(page).count()).toBeGreaterThan(2);
  await groups(page).last().press('Enter');
  await expect(groups(page).last()).toHaveAttribute('aria-pressed', 'true');
  await page
    .getByRole('grid', { name: 'Clients of the group' })
    .getByRole('button', { name: /^View evidence/u })
    .first()
    .click();
  await expect(dialog(page).getByText('AzureAdJoined').first()).toBeVisible();
  await page.keyboard.press('Escape');
});

const pasted = `+----------------------------------------------------------------------+
| Device State                                                         |
+----------------------------------------------------------------------+

             AzureAdJoined : YES
              DomainJoined : YES

+----------------------------------------------------------------------+
| Ngc Prerequisite Check                                               |
+----------------------------------------------------------------------+

            IsDeviceJoined : YES
          PostLogonEnabled : NO
              PreReqResult : WillNotProvision
`;

test('pasted output is judged like a file, under the name that was given', async ({ app }) => {
  const { page } = app;
  await makeEngagement(page);
  await openEngagement(page);
  await goTo(page, 'clients');
  await expect(page.getByText('No client was collected yet')).toBeVisible();
  await page.getByRole('button', { name: 'Paste dsregcmd output' }).click();
  await dialog(page).getByRole('textbox', { name: 'Name of the client' }).fill('pasted-pc1');
  await dialog(page).getByRole('textbox', { name: 'Output' }).fill('Access is denied.');
  await dialog(page).getByRole('button', { name: 'Import and judge' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('Nothing was imported');
  await dialog(page).getByRole('textbox', { name: 'Output' }).fill(pasted);
  await dialog(page).getByRole('button', { name: 'Import and judge' }).click();
  await dialog(page).waitFor({ state: 'detached' });
  await expect(groups(page)).toHaveCount(1);
  await expect(groups(page).first()).toContainText('Setting up after sign-in is switched off');
  await expect(groups(page).first()).toContainText('pasted-pc1');
});

test('5,000 clients: a few groups, and a list that reads as it is scrolled', async ({ app }) => {
  test.slow();
  const { page } = app;
  const folder = mkdtempSync(join(tmpdir(), 'preflight-fleet-'));
  try {
    await writeFleet(folder, 5000, new Date());
    await makeEngagement(page);
    await openEngagement(page);
    await shown(page, 'consent');
    await page.evaluate(async (path) => {
      const answer = await window.bridge.run.import({ paths: [path] }, () => undefined).result;
      if (!answer.ok) throw new Error(answer.error.message);
    }, folder);
    await goTo(page, 'clients');
    await expect(page.getByRole('main')).toContainText('5,000 clients in');
    expect(await groups(page).count()).toBeLessThan(40);
    const largest = groups(page).filter({ hasText: 'Ready' }).first();
    await largest.click();
    const list = page.getByRole('grid', { name: 'Clients of the group' });
    await list.focus();
    await page.keyboard.press('End');
    await expect(list.getByRole('row').last()).toContainText(/pc0\d{4}/u);
    expect(await list.getByRole('row').count()).toBeLessThan(60);
    await page.getByRole('searchbox', { name: 'Search clients' }).fill('pc04');
    await expect(list.getByRole('row').first()).toContainText('pc04');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
