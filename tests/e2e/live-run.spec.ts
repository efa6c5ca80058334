import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import {
  addDomainController,
  addFederationService,
  addSysvol,
  agreeAndRun,
  goTo,
  goToStep,
  newEngagement,
  saved,
  shown,
  trustLab,
} from './screens';

const customer = 'Fabrikam & Söhne';

test('from a new engagement over a live run to the report as PDF', async ({ app, lab }) => {
  test.slow();
  const { page } = app;

  await test.step('a new engagement and its scope', async () => {
    await newEngagement(page, customer);
    await page.getByRole('textbox', { name: 'Forest root domains' }).fill(lab.dc.domain);
    await page
      .getByRole('radiogroup', { name: 'Pilot users' })
      .getByRole('radio', { name: /Members of a group/u })
      .check();
    await page.getByRole('textbox', { name: 'Group of pilot users' }).fill(lab.groups.whfbUsers.dn);
    await page.getByRole('button', { name: 'Next: Targets' }).click();
  });

  await test.step('targets by hand, and a test of each connection', async () => {
    await shown(page, 'targets');
    await trustLab(app, lab);
    await addDomainController(page, lab);
    await addFederationService(page, lab);
    await addSysvol(page, lab);
    await page.getByRole('switch', { name: /certificate each domain controller shows/u }).check();
    await page.getByRole('switch', { name: /revocation lists/u }).check();

    await page.getByRole('button', { name: `Test connection to ${lab.dc.hostName}` }).click();
    const { userPrincipalName, password } = lab.users.reader;
    const passwordField = page.getByRole('textbox', { name: `Password of ${userPrincipalName}` });
    await passwordField.fill('not the password');
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('No connection');
    await passwordField.fill(password);
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await expect(page.getByText(`${lab.dc.hostName} answers for ${lab.dc.baseDn}`)).toBeVisible();
    await page.getByRole('button', { name: `Test connection to ${lab.web.adfsHost}` }).click();
    await expect(page.getByText(/The farm calls itself/u)).toContainText(lab.web.adfsHost);
    await saved(page);
  });

  await test.step('sources say what is ready', async () => {
    await goToStep(page, 'Sources');
    const directory = page.getByRole('row', { name: /^AD\b/u }).first();
    await expect(directory.getByRole('button').first()).toHaveText('Ready');
    await expect(page.getByText(/chosen live sources can decide \d+ of \d+ checks/u)).toBeVisible();
  });

  await test.step('consent shows every host before anything is contacted', async () => {
    await goToStep(page, 'Consent');
    const contacts = page.getByRole('region', { name: 'What will be contacted' });
    await expect(contacts.getByRole('row', { name: new RegExp(lab.dc.hostName, 'u') }).first()).toBeVisible();
    await expect(contacts.getByRole('row', { name: new RegExp(lab.web.adfsHost, 'u') }).first()).toBeVisible();
    await expect(contacts).toContainText('636');
    await page.getByRole('button', { name: 'Contact these systems and run' }).click();
    await expect(page.getByText('Enter the password; without it this server cannot be read.')).toBeVisible();
    await agreeAndRun(page, lab);
  });

  await test.step('the run reads every target', async () => {
    await expect(page.getByRole('heading', { name: 'The run has ended' })).toBeVisible({ timeout: 60_000 });
    const targets = page.getByRole('region', { name: 'Targets' });
    await expect(
      targets.getByRole('row', { name: new RegExp(`Collected .*${lab.dc.hostName}`, 'u') }).first(),
    ).toBeVisible();
    await expect(targets.getByRole('row', { name: /^Failed/u })).toHaveCount(0);
  });

  await test.step('the overview gives a verdict with what it rests on', async () => {
    await page.getByRole('button', { name: 'See overview' }).click();
    await shown(page, 'overview');
    await expect(page.getByText(new RegExp(`^${customer} cannot deploy`, 'u'))).toBeVisible();
    await expect(page.getByRole('heading', { name: /^Blockers \(\d+\)$/u })).toBeVisible();
    await expect(page.getByText(/\d+ of 238 checks of the catalogue are judged/u)).toBeVisible();
  });

  await test.step('findings: filter, detail, evidence as it was received', async () => {
    await goTo(page, 'findings');
    const findings = page.getByRole('grid', { name: 'Findings' });
    await expect(page.getByRole('main').getByRole('status')).toHaveText(/^\d+ findings, and 2 conclusions$/u);
    await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Area' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Public key infrastructure' }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('main').getByRole('status')).toHaveText(/^\d+ of \d+ findings shown$/u);
    await page.getByRole('searchbox', { name: 'Search findings' }).fill('PKI-010');
    await expect(findings.getByRole('row')).toHaveCount(2);
    await findings.getByRole('row', { name: /PKI-010/u }).click();
    const detail = page.getByRole('region', { name: 'Finding detail' });
    await expect(detail.getByRole('heading', { level: 2 })).toContainText(/domain controller/iu);
    await detail
      .getByRole('button', { name: new RegExp(`^View .* of ${lab.dc.hostName}`, 'u') })
      .first()
      .click();
    await page.getByRole('button', { name: 'As received' }).click();
    await expect(page.getByRole('region', { name: 'Raw input' })).toContainText('BEGIN CERTIFICATE');
    await page.getByRole('button', { name: 'As understood' }).click();
    await expect(page.getByRole('region', { name: 'Facts' })).toContainText(lab.dc.hostName);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
  });

  await test.step('the report: preview, then a PDF for screen readers with customer and verdict', async () => {
    await goTo(page, 'report');
    await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(page.frameLocator('iframe').locator('body')).toContainText(customer);
    await page.getByRole('radio', { name: /^Technical/u }).check();
    await expect(page.frameLocator('iframe').locator('body')).toContainText(lab.dc.hostName);
    const pdf = join(app.userData, 'report.pdf');
    await app.answerDialogs({ save: pdf });
    await page.getByRole('button', { name: 'Export PDF' }).click();
    await expect(page.getByText('Written', { exact: true })).toBeVisible({ timeout: 60_000 });
    expect(statSync(pdf).size).toBeGreaterThan(20_000);
    expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/^Tagged:\s+yes$/mu);
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    expect(text).toContain(customer);
    expect(text).toMatch(/cannot deploy Windows Hello for Business/u);
    expect(text).toContain(lab.dc.hostName);
    execFileSync('qpdf', ['--check', pdf]);
  });
});
