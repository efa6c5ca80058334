import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, test } from './fixtures';
import { brokenRules, readStructure } from './pdf-structure';
import { goTo } from './screens';

/** A real PNG of 120 × 40 grey pixels. */
function png(): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(checksum(Buffer.concat([Buffer.from(name, 'latin1'), data])));
    return Buffer.concat([length, Buffer.from(name, 'latin1'), data, check]);
  };
  const header = Buffer.from('000000780000002808000000 00'.replaceAll(' ', ''), 'hex');
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const rows = deflateSync(Buffer.alloc(121 * 40, 90));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

/** CRC-32 of a PNG chunk (PNG specification, annex D). */
function checksum(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Accounts, people and computers as the LDIF exports name them, read without the app. */
function namesOfDirectory(folder: string): readonly string[] {
  const text = readdirSync(folder)
    .filter((name) => name.endsWith('.ldf') || name.endsWith('.ldif'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const dns = [...text.matchAll(/^dn: CN=([^,\n]+),OU=(?:Staff|WHFB Pilot|Servers)/gmu)].map(([, name]) => name ?? '');
  const accounts = [...text.matchAll(/^sAMAccountName: (\S+\.\S+|\S+\d{3,}\$)$/gmu)].map(([, name]) => name ?? '');
  return [...dns, ...accounts.map((name) => name.replace(/\$$/u, ''))];
}

test('logo, colour and company of the settings stand on the cover', async ({ demo }) => {
  const { page, userData, answerDialogs } = demo;
  const path = join(userData, 'logo.png');
  writeFileSync(path, png());
  await answerDialogs({ open: [path] });
  await goTo(page, 'settings');
  await page.getByRole('button', { name: 'Choose a logo…' }).click();
  await expect(page.getByRole('img', { name: 'Logo of the reports' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Accent colour' }).fill('#ffee00');
  await expect(page.getByText('is too light to be read on paper')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save the report profile' })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Accent colour' }).fill('#6b2d5c');
  await page.getByRole('textbox', { name: 'Company' }).fill('Kestrel Consulting');
  await page.getByRole('button', { name: 'Save the report profile' }).click();
  await expect(page.getByRole('button', { name: 'Save the report profile' })).toBeDisabled();

  await goTo(page, 'report');
  const report = page.frameLocator('iframe');
  await expect(report.getByRole('img', { name: 'Logo of Kestrel Consulting' })).toBeVisible();
  await expect(report.locator('.cover')).toContainText('Kestrel Consulting');
  await expect(report.locator('h2').first()).toHaveCSS('color', 'rgb(107, 45, 92)');
});

test('a second profile, a copy with its own name, is chosen for a report; its file name is shown as an example', async ({
  demo,
}) => {
  const { page, userData, answerDialogs } = demo;
  await goTo(page, 'settings');
  await page.getByRole('button', { name: 'Duplicate' }).click();
  const profile = page.getByRole('combobox', { name: 'Profile' });
  await expect(profile).toHaveValue('Copy of Usual');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Usual');
  await expect(page.getByText('Name is another profile’s.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Partner');
  await page.getByRole('textbox', { name: 'Company' }).fill('Partner Ltd');
  await page.getByRole('textbox', { name: 'File name' }).fill('{customer} {classification} {date}');
  await expect(page.getByText('For example: Contoso Confidential 2026-11-22.pdf')).toBeVisible();
  await page.getByRole('button', { name: 'Save the report profile' }).click();
  await expect(profile).toHaveValue('Partner');
  const file = join(userData, 'Partner.json');
  await answerDialogs({ save: file, open: [file] });
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect.poll(() => existsSync(file)).toBe(true);
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(profile).toHaveValue('Partner 2');
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(profile).toHaveValue('Usual');

  await goTo(page, 'report');
  const report = page.frameLocator('iframe');
  await expect(report.locator('.cover')).not.toContainText('Partner Ltd');
  await page.getByRole('combobox', { name: 'Report profile' }).selectOption('Partner');
  await expect(report.locator('.cover')).toContainText('Partner Ltd');
});

test('with names replaced the preview names nobody; the sample says how', async ({ demo }) => {
  const { page } = demo;
  await goTo(page, 'report');
  await page.getByRole('switch', { name: 'Replace names of the customer' }).check();
  await expect(page.getByText('→ Customer')).toBeVisible();
  await page.getByRole('radio', { name: /^Technical/u }).check();
  const report = page.frameLocator('iframe').locator('body');
  await expect(report).toContainText(/domain-\w{6}\.example/u);
  await expect(report.locator('.cover')).toContainText('Customer');
  await expect(report.locator('.cover')).not.toContainText('Contoso');
});

test('one finding alone, from the finding: a tagged PDF with its fonts', async ({ demo }) => {
  const { page, userData, answerDialogs } = demo;
  await goTo(page, 'findings');
  await page.getByRole('searchbox', { name: 'Search findings' }).fill('PKI-010');
  await page.locator('#finding-PKI-010').click();
  const pdf = join(userData, 'one.pdf');
  await answerDialogs({ save: pdf });
  await page.getByRole('button', { name: 'Export this finding' }).click();
  await page.getByRole('menuitem', { name: 'PDF' }).click();
  await expect(page.getByText('Written', { exact: true })).toBeVisible({ timeout: 60_000 });
  const information = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
  expect(information).toMatch(/^Tagged:\s+yes$/mu);
  expect(information).toMatch(/^Creator:\s+Hello Preflight \d/mu);
  expect(information).toMatch(/^Page size:.*\(A4\)$/mu);
  const fonts = execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/ yes (?:yes|no) +yes +\d+ +\d+$/u); // embedded, and its text can be read
  execFileSync('qpdf', ['--check', pdf]);
  const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' });
  expect(text).toContain('PKI-010');
  expect(text).not.toContain('DIR-013');
  const structure = readStructure(pdf);
  expect(structure.outline.length).toBeGreaterThan(0);
  expect(brokenRules(structure)).toEqual([]);
});

test('what to do now, next and later stands on the overview', async ({ demo }) => {
  const { page } = demo;
  await goTo(page, 'overview');
  const now = page.locator('[data-horizon="now"]');
  await expect(now.getByRole('listitem').first()).toContainText('Opens the way to');
  await now.getByRole('button').first().click();
  await expect(page.getByRole('region', { name: 'Finding detail' })).toBeVisible();
});

test('the command line: the same report gives the same files, redacted or one finding, on the paper of the profile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hello-preflight-report-'));
  try {
    const cli = (...arguments_: readonly string[]): string =>
      execFileSync(process.execPath, ['scripts/cli.mjs', ...arguments_], {
        encoding: 'utf8',
        env: { ...process.env, HELLO_PREFLIGHT_PASSPHRASE: 'correct-horse-battery', SOURCE_DATE_EPOCH: '1795352400' },
      });
    const file = (name: string): string => join(folder, name);
    const engagement = file('contoso.preflight');
    writeFileSync(file('profile.json'), '{"paper":"Letter","company":"Kestrel Consulting"}');
    cli('assess', '--plan', 'assets/demo/contoso/plan.json', '--engagement', engagement, '--quiet');
    for (const turn of ['a', 'b']) {
      const outputs = ['pdf', 'docx', 'xlsx', 'json'].flatMap((format) => [`--${format}`, file(`${turn}.${format}`)]);
      cli(
        'report',
        '--engagement',
        engagement,
        ...outputs,
        '--redact',
        '--report-profile',
        file('profile.json'),
        '--quiet',
      );
    }
    for (const format of ['pdf', 'docx', 'xlsx', 'json'])
      expect(readFileSync(file(`a.${format}`)).equals(readFileSync(file(`b.${format}`))), format).toBe(true);
    const information = execFileSync('pdfinfo', [file('a.pdf')], {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'UTC' },
    });
    expect(information).toMatch(/^Page size:.*\(letter\)$/mu);
    expect(information).toMatch(/^CreationDate:.*Nov 22 13:00:00 2026/mu);
    execFileSync('qpdf', ['--check', file('a.pdf')]);
    const text = execFileSync('pdftotext', [file('a.pdf'), '-'], { encoding: 'utf8' });
    expect(text).toContain('Kestrel Consulting');
    const told = namesOfDirectory('assets/demo/contoso/directory');
    expect(told.length).toBeGreaterThan(150);
    const ours = cli('catalogue', '--json'); // whose examples name some of them
    expect(told.filter((name) => text.includes(name) && !ours.includes(name))).toEqual([]);
    expect(text).not.toMatch(/S-1-5-21-1004336348|fabrikam|4c1f7a52-6d0e-4b8f/u);
    cli('report', '--engagement', engagement, '--check', 'PKI-010', '--html', file('one.html'), '--quiet');
    expect(readFileSync(file('one.html'), 'utf8')).toContain('finding-PKI-010');
    expect(readFileSync(file('one.html'), 'utf8')).not.toContain('finding-DIR-013');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
