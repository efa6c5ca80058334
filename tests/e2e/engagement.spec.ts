import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { deltaDocumentSchema } from '../../src-shared/report/delta-document';
import { handedOverFirst, handedOverLater } from '../support/contoso-retest';
import type { RunningApp } from '../support/electron-app';
import { membersOf } from '../support/zip-members';
import { expect, test } from './fixtures';
import { dialog, dropFiles, goTo, goToStep, newEngagement, passphrase, saved, shown } from './screens';

const day = 24 * 3_600_000;
const consultant = 'Ada Kestrel';
const detail = (page: Page) => page.getByRole('region', { name: 'Finding detail' });
const runEnded = (page: Page) =>
  expect(page.getByRole('heading', { name: 'The run has ended' })).toBeVisible({ timeout: 60_000 });

const titles = { 'MFA-005': 'Pilot users are MFA-registered', 'SEC-001': 'ESC1' } as const;

async function openFinding(page: Page, checkId: keyof typeof titles): Promise<void> {
  await goTo(page, 'findings');
  await page.getByRole('searchbox', { name: 'Search findings' }).fill(checkId);
  await page.locator(`#finding-${checkId}`).click();
  await expect(detail(page)).toContainText(titles[checkId]);
}

/** Decides in the dialog that is open. */
async function decide(page: Page, decision: RegExp, reason: string, until?: string): Promise<void> {
  await dialog(page).getByRole('radio', { name: decision }).check();
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill(reason);
  if (until !== undefined) await dialog(page).getByLabel(/until/iu).fill(until);
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(dialog(page)).toHaveCount(0);
}

/** A new engagement through the wizard, with the folder dropped on it, and its first run. */
async function assess({ page }: RunningApp, folder: string): Promise<void> {
  await newEngagement(page, 'Contoso');
  await goToStep(page, 'Customer');
  await page.getByRole('textbox', { name: 'Consultant' }).fill(consultant);
  await saved(page);
  await goToStep(page, 'Sources');
  await dropFiles(page, [folder]);
  await expect(page.getByRole('list', { name: 'Files to import' })).toContainText('handed over');
  await saved(page);
  await goToStep(page, 'Consent');
  await page.getByRole('button', { name: 'Read the files and judge' }).click();
  await shown(page, 'run');
  await runEnded(page);
}

/** Answers, decisions, a note with a picture; ends with what is decided on MFA-005 and on one template of SEC-001. */
async function review({ page, electron }: RunningApp): Promise<void> {
  await goTo(page, 'interview');
  await page.getByRole('button', { name: /^Answer: What do people need/u }).click();
  await dialog(page).getByRole('checkbox', { name: 'None of these' }).check();
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: 'their own certificate' })).toContainText('None of these');

  await openFinding(page, 'MFA-005');
  await detail(page).getByRole('button', { name: 'Decide…' }).click();
  await decide(page, /^Accepted risk/u, 'They come in May.', '2999-12-31');
  await openFinding(page, 'SEC-001');
  await detail(page).getByRole('button', { name: 'Decide on ContosoWLAN' }).click();
  await decide(page, /^False positive/u, 'Nobody can reach this template.');

  await page.getByRole('searchbox', { name: 'Search findings' }).fill('PRV-00');
  const rows = page.getByRole('grid', { name: 'Findings' }).getByRole('row', { name: /^(Fail|Warning|Not known)/u });
  await rows.nth(0).click();
  await rows.nth(2).click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: 'Decide on 3 findings…' }).click();
  await decide(page, /^Not in scope/u, 'Of the next project.');
  await page.getByRole('button', { name: 'Undo the last change (3 decisions)' }).first().click();
  await expect(page.getByRole('grid', { name: 'Findings' })).not.toContainText('Not in scope');

  await openFinding(page, 'SEC-001');
  const note = detail(page).getByRole('textbox', { name: 'Note' });
  await note.fill('Seen with the PKI team.');
  await expect(detail(page).getByText('Note saved')).toBeVisible();
  const png = readFileSync('assets/screenshots/forget.png').toString('base64');
  await electron.evaluate(({ clipboard, nativeImage }, data) => {
    // The name of the call differs between the releases of Electron this is built for.
    const write: unknown = Reflect.get(clipboard, 'writeImage');
    if (typeof write !== 'function') throw new Error('This Electron writes pictures to the clipboard in another way.');
    Reflect.apply(write, clipboard, [nativeImage.createFromDataURL(`data:image/png;base64,${data}`)]);
  }, png);
  await note.focus();
  await page.keyboard.press('Control+v');
  await expect(detail(page).getByRole('list', { name: 'Pictures' }).getByRole('img')).toBeVisible();
}

/** The full report with notes, as PDF and as workbook. */
async function report({ page, userData, answerDialogs }: RunningApp): Promise<void> {
  await goTo(page, 'report');
  await page.getByRole('radio', { name: /^Technical/u }).check();
  await page.getByRole('switch', { name: 'Notes and pictures of the consultant' }).click();
  for (const format of ['pdf', 'xlsx']) {
    const path = join(userData, `report.${format}`);
    await answerDialogs({ save: path });
    await page.getByRole('button', { name: `Export ${format.toUpperCase()}` }).click();
    await expect.poll(() => existsSync(path), { timeout: 60_000 }).toBe(true);
    await expect(page.getByText('Written', { exact: true })).toBeVisible();
  }
  const text = execFileSync('pdftotext', [join(userData, 'report.pdf'), '-'], { encoding: 'utf8' });
  expect(text).toContain('They come in May.');
  expect(text).toContain('Seen with the PKI team.');
  const sheets = [...membersOf(readFileSync(join(userData, 'report.xlsx'))).values()].join('\n');
  expect(sheets).toContain('Nobody can reach this template.');
}

/** The copy that the re-test goes on in is open, some weeks later: what was collected at first is nearly too old, the collectors are. */
async function openCopy({ page }: RunningApp, now: number): Promise<void> {
  await goTo(page, 'compare');
  await page.getByRole('button', { name: 'Duplicate for a re-test' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'is in the library now' })).toBeVisible();
  await goTo(page, 'library');
  await page.getByRole('button', { name: /^Close Contoso/u }).click();
  await page.getByRole('button', { name: /^Open Contoso.*\(2\)/u }).click();
  await dialog(page).getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await dialog(page).getByRole('button', { name: 'Open', exact: true }).click();
  await shown(page, 'overview');
  const assessAt = new Date(now + 13.5 * day).toISOString();
  await page.evaluate(async (at) => {
    const answer = await window.bridge.library.current({});
    if (!answer.ok || answer.value.engagement === null) throw new Error('No engagement is open');
    await window.bridge.library.saveDraft({ draft: { ...answer.value.engagement.draft, assessAt: at } });
  }, assessAt);
}

test('a whole engagement: files, interview, decisions, reports; a re-test of what changed; what became of it', async ({
  app,
}) => {
  test.setTimeout(240_000);
  const { page, userData, answerDialogs } = app;
  const now = Date.now();
  const first = join(userData, 'handed over');
  handedOverFirst(first, { directory: new Date(now).toISOString(), collectors: new Date(now - day).toISOString() });
  await assess(app, first);
  await review(app);
  await report(app);

  await openCopy(app, now);
  await dropFiles(page, handedOverLater(join(userData, 'handed over later')));
  await shown(page, 'run');
  await runEnded(page);
  const targets = page.getByRole('region', { name: 'Targets' });
  const metadata = targets.getByRole('row').filter({ hasText: 'FederationMetadata.xml' }).last();
  await expect(metadata).toContainText('not imported twice');
  await expect(targets.getByRole('row', { name: /^Kept/u }).first()).toContainText('Kept from');
  await openFinding(page, 'SEC-001');
  await expect(detail(page)).toContainText('Nobody can reach this template.');
  await expect(detail(page)).not.toContainText('decide again');
  await openFinding(page, 'MFA-005');
  await expect(detail(page)).toContainText('The finding has changed: decide again');

  await goTo(page, 'compare');
  await page.getByRole('button', { name: 'Choose the older engagement…' }).click();
  await dialog(page).getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await dialog(page).getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 2, name: /did not change/u })).toBeFocused();
  const expected = { Regressed: 'MFA-001', 'No longer determinable': 'RA-006', Fixed: 'MFA-002' } as const;
  for (const [change, checkId] of Object.entries(expected)) {
    await page.getByRole('button', { name: new RegExp(`^${change} \\d+$`, 'u') }).click();
    await expect(page.getByRole('list', { name: change })).toContainText(checkId);
  }
  const items = page.getByRole('list', { name: 'Fixed' }).locator('[data-item-control]');
  await items.first().focus();
  await page.keyboard.press('End');
  await expect(items.last()).toBeFocused();

  for (const [format, name] of [
    ['json', 'JSON'],
    ['pdf', 'PDF'],
  ] as const) {
    await answerDialogs({ save: join(userData, `delta.${format}`) });
    await page.getByRole('button', { name: 'Export the delta report' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
    await expect.poll(() => existsSync(join(userData, `delta.${format}`)), { timeout: 60_000 }).toBe(true);
    await expect(page.getByText('Written', { exact: true })).toBeVisible();
  }
  const delta = deltaDocumentSchema.parse(JSON.parse(readFileSync(join(userData, 'delta.json'), 'utf8')));
  const changeOf = (checkId: string) => delta.comparison.checks.find((check) => check.checkId === checkId);
  expect(changeOf('MFA-002')).toMatchObject({ change: 'fixed', kept: false });
  expect(changeOf('MFA-001')).toMatchObject({ change: 'regressed' });
  expect(changeOf('RA-006')).toMatchObject({ change: 'undetermined' });
  const tooOld = delta.comparison.checks.filter(({ unknownReason }) => unknownReason === 'stale');
  expect(tooOld.some(({ change, kept }) => change === 'undetermined' && !kept)).toBe(true);
  expect(delta.rules).toEqual([]);
  expect(delta.evidence.kept).toBeGreaterThan(50);
  const fates = delta.decisions.map(({ fate, review: { checkId } }) => [checkId, fate]);
  expect(fates).toEqual([
    ['MFA-005', 'raised-again'],
    ['SEC-001', 'carried'],
  ]);
  const pdf = join(userData, 'delta.pdf');
  expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/^Tagged:\s+yes$/mu);
  execFileSync('qpdf', ['--check', pdf]);
  const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' });
  for (const words of ['What has changed since', 'MFA-001', 'Raised again', 'kept from the earlier assessment'])
    expect(text.replace(/\s+/gu, ' ')).toContain(words);
});
