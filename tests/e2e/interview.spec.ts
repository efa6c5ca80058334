import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from './fixtures';
import { dialog, goTo, goToStep, shown } from './screens';

/** Asked for SSO-001, which applies once Entra joined devices are in the scope. */
const question = 'Do people on Entra joined devices use file shares, printers or applications of AD?';

async function takeEntraJoinedIntoScope(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { library } = window.bridge;
    const answer = await library.current({});
    if (!answer.ok || answer.value.engagement === null) throw new Error('No engagement is open');
    const { draft } = answer.value.engagement;
    const joinTypes = { ...draft.scope.joinTypes, entraJoined: true };
    await library.saveDraft({ draft: { ...draft, scope: { ...draft.scope, joinTypes } } });
  });
}

const item = (page: Page) => page.getByRole('main').getByRole('listitem').filter({ hasText: question });

async function openFinding(page: Page): Promise<void> {
  await item(page).getByRole('button', { name: 'SSO-001' }).click();
  await shown(page, 'findings');
}

const outcome = (page: Page) => page.locator('#finding-SSO-001');

async function answeredCount(page: Page): Promise<number> {
  const text = await page.getByText(/^\d+ of \d+ questions are answered$/u).innerText();
  return Number.parseInt(text, 10);
}

test('an answer changes its finding at once, is marked as attested everywhere, and can be withdrawn', async ({
  demo,
}) => {
  const { page, answerDialogs, userData } = demo;
  await takeEntraJoinedIntoScope(page);
  const proof = join(userData, 'survey of departments.txt');
  writeFileSync(proof, 'Department heads were asked on 19 November: all use the file server.\n');
  await answerDialogs({ open: [proof] });

  await goTo(page, 'interview');
  const before = await answeredCount(page);
  await item(page)
    .getByRole('button', { name: /^Answer/u })
    .click();
  const form = dialog(page);
  await expect(form.getByRole('textbox', { name: 'Said by' })).toHaveValue('Ada Kestrel, Northwind Consulting');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Give an answer, or cancel.')).toBeVisible();
  await form.getByRole('radio', { name: 'Yes' }).check();
  await form.getByRole('textbox', { name: 'Said by' }).fill('Imke Brandt');
  await form.getByLabel('Said on').fill('2026-11-20');
  await form.getByRole('textbox', { name: 'Note' }).fill('All departments.');
  await form.getByRole('button', { name: 'Choose a file' }).click();
  await expect(form.getByText('survey of departments.txt')).toBeVisible();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect.poll(() => answeredCount(page)).toBe(before + 1);
  await expect(item(page)).toContainText('Attested by Imke Brandt on 2026-11-20');
  await expect(item(page)).toContainText('survey of departments.txt (69 bytes)');

  await openFinding(page);
  await expect(outcome(page)).toContainText('Pass');
  await expect(outcome(page)).toContainText('attested');
  const detail = page.getByRole('region', { name: 'Finding detail' });
  await expect(detail).toContainText('Attested by Imke Brandt on 2026-11-20');
  await expect(detail).toContainText('Attested said by Imke Brandt on 20 Nov 2026, noted by');
  await detail.getByRole('button', { name: 'View Attested answer of entra-joined-need' }).click();
  await expect(dialog(page)).toContainText('nothing was read');
  await expect(dialog(page)).toContainText('all use the file server');
  await page.keyboard.press('Escape');

  await goTo(page, 'sources');
  await expect(page.getByRole('row', { name: /^People/u })).toContainText(`${before + 1} answer`);
  await goTo(page, 'report');
  await page.getByRole('radio', { name: /^Technical/u }).check();
  const report = page.frameLocator('iframe');
  await expect(report.getByRole('table').filter({ hasText: question })).toContainText(
    'attested by Imke Brandt on 2026-11-20',
  );
  await expect(report.locator('#finding-SSO-001')).toContainText('attested by Imke Brandt on 2026-11-20');

  await goTo(page, 'interview');
  await item(page)
    .getByRole('button', { name: /^Withdraw/u })
    .click();
  await dialog(page).getByRole('button', { name: 'Withdraw' }).click();
  await expect.poll(() => answeredCount(page)).toBe(before);
  await openFinding(page);
  await expect(outcome(page)).toContainText('Not known');
  await expect(outcome(page)).not.toContainText('attested');
});

test('several answers, "none" among them, are given with the keyboard', async ({ demo }) => {
  const { page } = demo;
  await goTo(page, 'interview');
  const opener = page.getByRole('button', { name: /^(?:Answer|Change): What do people need/u });
  await opener.focus();
  await page.keyboard.press('Enter');
  const none = dialog(page).getByRole('checkbox', { name: 'None of these' });
  const one = dialog(page).getByRole('checkbox', { name: 'A regulation demands certificates' });
  await one.setChecked(false);
  await one.focus();
  await page.keyboard.press('Space');
  await expect(none).not.toBeChecked();
  await none.focus();
  await page.keyboard.press('Space');
  await expect(one).not.toBeChecked();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: 'their own certificate' })).toContainText('None of these');
});

test('the wizard leads to the interview', async ({ demo }) => {
  const { page } = demo;
  await goTo(page, 'scope');
  await goToStep(page, 'Sources');
  await page
    .getByRole('row', { name: /^People/u })
    .getByRole('button')
    .last()
    .click();
  await page.getByRole('button', { name: 'Go to the interview' }).click();
  await shown(page, 'interview');
});
