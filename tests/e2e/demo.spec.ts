import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from './fixtures';
import { dropFiles, goTo, openDemo, shown } from './screens';

const demoFile = (...path: string[]): string => resolve('assets/demo/contoso', ...path);

/** The sentence for management and the tiles of areas and steps. */
const verdictOf = (page: Page) => page.getByRole('region', { name: 'Path to deployment' }).innerText();

test('the demo is judged at once and leads from a blocker to its evidence and back', async ({ app }) => {
  const { page } = app;
  await openDemo(page);
  await expect(page.getByText(/^Contoso cannot deploy Windows Hello for Business/u)).toBeVisible();
  const blockers = page
    .getByRole('region', { name: /^Blockers/u })
    .or(page.locator('section', { hasText: /^Blockers/u }));
  await blockers.getByRole('button', { name: /PKI-010/u }).click();
  await shown(page, 'findings');
  const detail = page.getByRole('region', { name: 'Finding detail' });
  await expect(detail.getByRole('heading', { level: 2 })).toContainText('dc03.contoso.com');
  await detail.getByRole('button', { name: 'View evidence for dc03.contoso.com' }).click();
  await expect(page.getByRole('dialog')).toContainText('certificates/dc03.contoso.com.cer');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await shown(page, 'overview');
});

test('overview, findings and report preview tell the same numbers', async ({ demo }) => {
  const { page } = demo;
  const sum = await page.getByText(/ = \d+ checks that apply; with /u).innerText();
  const [, blockers, warnings, unknown] = /^(\d+) blockers \+ (\d+) warnings \+ (\d+) not known/u.exec(sum) ?? [];
  expect(Number(blockers)).toBeGreaterThan(8); // else there is no button below that shows all of them
  await expect(page.getByText(`cannot deploy Windows Hello for Business`)).toContainText(
    `: ${blockers} blockers stand`,
  );
  await expect(page.getByRole('heading', { name: `Blockers (${blockers})` })).toBeVisible();
  const open = Number(blockers) + Number(warnings) + Number(unknown); // nothing was decided yet
  await expect(page.getByText(`${open} findings wait for a decision`)).toBeVisible();
  const unknownHeads = await page.getByRole('button', { name: /: \d+ checks?$/u }).allInnerTexts();
  expect(unknownHeads.map((head) => Number(/(\d+) checks?$/u.exec(head)?.[1])).reduce((a, b) => a + b, 0)).toBe(
    Number(unknown),
  );

  await page.getByRole('button', { name: `Show all ${blockers}` }).click();
  await shown(page, 'findings');
  const views = page.getByRole('group', { name: 'Saved views' });
  const status = page.getByRole('main').getByRole('status').first();
  await expect(views.getByRole('button', { name: 'Blockers' })).toHaveAttribute('aria-pressed', 'true');
  for (const [view, count] of [
    ['Blockers', blockers],
    ['Warnings', warnings],
    ['Not known', unknown],
  ] as const) {
    await views.getByRole('button', { name: view }).click();
    await expect(status).toHaveText(`${count} of 236 findings shown`);
  }
  await views.getByRole('button', { name: 'All' }).click();
  await expect(status).toHaveText('236 findings, and 2 conclusions');

  await goTo(page, 'report');
  const report = page.frameLocator('iframe');
  await expect(report.getByText(sum)).toBeVisible();
  await expect(report.locator('ol.blockers > li')).toHaveCount(Number(blockers));
  await page.getByRole('radio', { name: /^Technical/u }).check();
  await expect(report.getByRole('heading', { name: `Blockers: ${blockers} checks` })).toBeVisible();
  await expect(report.getByRole('heading', { name: `Warnings: ${warnings} checks` })).toBeVisible();
  await expect(report.getByRole('heading', { name: `Not known: ${unknown} checks` })).toBeVisible();
});

test('the theme is switched by a command and stays', async ({ demo }) => {
  const { page } = demo;
  for (const theme of ['dark', 'high contrast', 'light']) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Actions and checks' }).fill(`use the ${theme} theme`);
    await page.keyboard.press('Enter');
    await expect(page.locator(`[data-theme="${theme.replace(' ', '-')}"]`)).toBeVisible();
  }
  await page.reload();
  await expect(page.locator('[data-theme="light"]')).toBeVisible();
});

test('files that tell a part of something are shown as read, with what they cannot tell', async ({ demo }) => {
  const { page, userData } = demo;
  // Under another name it is read again, although it was handed over before.
  const certipy = join(userData, 'again_certipy.json');
  copyFileSync(demoFile('exports', '20261119_certipy.json'), certipy);
  await dropFiles(page, [demoFile('exports', '20261119083107_BloodHound.zip'), certipy, demoFile('adfs', 'mex.xml')]);
  await shown(page, 'run');
  await expect(page.getByRole('heading', { name: 'The run has ended' })).toBeVisible();
  const targets = page.getByRole('region', { name: 'Targets' });
  for (const sentence of [
    'SharpHound does not record',
    'Certipy does not record',
    'whether the other addresses answer',
  ]) {
    const row = targets.getByRole('row').filter({ hasText: sentence, hasNotText: 'Kept from' });
    await expect(row).toHaveCount(1);
    await expect(row).not.toContainText('Failed');
  }
});

test('dropped files that cannot be read are named with the reason, and everything else is kept', async ({ demo }) => {
  const { page, userData } = demo;
  const verdict = await verdictOf(page);
  const notes = join(userData, 'meeting notes.ldif');
  writeFileSync(notes, 'Meeting with the customer\nnothing to see here\n');
  const truncated = join(userData, 'truncated.ldif');
  const whole = readFileSync(demoFile('directory', 'configuration.ldif'));
  writeFileSync(truncated, whole.subarray(0, Math.floor(whole.length / 2)));
  const picture = join(userData, 'holiday.jpg');
  writeFileSync(picture, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));

  await dropFiles(page, [notes, truncated, picture]);
  await shown(page, 'run');
  await expect(page.getByRole('heading', { name: 'The run has ended' })).toBeVisible();
  const targets = page.getByRole('region', { name: 'Targets' });
  const inPart = targets.getByRole('row', { name: /^In part/u }).filter({ hasText: 'truncated.ldif' });
  await expect(inPart).toHaveCount(1);
  await expect(inPart).toContainText(/truncated\.ldif is damaged at line \d+/u);
  await expect(inPart).toContainText('meeting notes.ldif holds no entry of a directory');
  await expect(targets).toContainText('holiday.jpg is of no kind that this version reads.');
  await expect(targets.getByRole('row', { name: /^Kept LDIF export .*4 files in directory/u })).toBeVisible();
  await goTo(page, 'overview');
  expect(await verdictOf(page)).toBe(verdict);
});

test('files chosen in the wizard wait on the list until the next run', async ({ demo }) => {
  const { page, answerDialogs } = demo;
  const client = join(demo.userData, 'PC0999.txt');
  writeFileSync(client, readFileSync(demoFile('clients', 'PC0447.txt')));
  await goTo(page, 'sources');
  await answerDialogs({ open: [client] });
  await page.getByRole('button', { name: 'Choose files' }).click();
  const imports = page.getByRole('list', { name: 'Files to import' });
  await expect(imports).toContainText('PC0999.txt');
  await page.keyboard.press('F5');
  await page.getByRole('dialog').getByRole('button', { name: 'Run again' }).click();
  await expect(page.getByRole('heading', { name: 'The run has ended' })).toBeVisible();
  const clients = page.getByRole('region', { name: 'Targets' }).getByRole('row', { name: /dsregcmd .*: 20 files/u });
  await expect(clients).toContainText('Collected');
});
