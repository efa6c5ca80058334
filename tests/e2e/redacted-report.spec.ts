import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { membersOf } from '../support/zip-members';
import { saidIn, textsOfEvidence, type Values, valuesOf } from './values-of-evidence';

const passphrase = 'correct-horse-battery';
const formats = ['pdf', 'docx', 'xlsx', 'csv', 'html', 'json'] as const;

/** The same everywhere, or said by more than the customer; by value, with the reason. */
const allowed: Readonly<Record<string, string>> = {
  '31b2f340-016d-11d2-945f-00c04fb984f9': 'the default domain policy of every domain',
  '6ac1786c-016f-11d2-945f-00c04fb984f9': 'the default domain controllers policy of every domain',
  grant: 'a word of our sentences; the people called so are looked for by their whole names',
};

let folder: string;
const path = (name: string): string => join(folder, name);
const cli = (...given: readonly string[]): string =>
  execFileSync(process.execPath, ['scripts/cli.mjs', ...given, '--quiet'], {
    env: { ...process.env, HELLO_PREFLIGHT_PASSPHRASE: passphrase },
    encoding: 'utf8',
  });
const everyFormat = (name: string): readonly string[] =>
  formats.flatMap((format) => [`--${format}`, path(`${name}.${format}`)]);

/** Everything a file says: its text, and what stands in its properties, outline, links and tags. */
function saidBy(file: string): string {
  if (file.endsWith('.csv'))
    return readdirSync(file)
      .map((name) => `${name}\n${readFileSync(join(file, name), 'utf8')}`)
      .join('\n');
  if (file.endsWith('.pdf')) return saidByPdf(file);
  if (/\.(?:docx|xlsx)$/u.test(file))
    return [...membersOf(readFileSync(file))].map(([name, content]) => `${name}\n${content}`).join('\n');
  return readFileSync(file, 'utf8');
}

function saidByPdf(file: string): string {
  const run = (tool: string, ...given: readonly string[]): string =>
    execFileSync(tool, given, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  const text = run('pdftotext', file, '-');
  const strings = run('qpdf', '--json', file).match(/"u:(?:[^"\\]|\\.)*"/gu) ?? []; // outline, links, ActualText, Alt
  const properties = [[], ['-meta'], ['-url']].map((options) => run('pdfinfo', ...options, file));
  return [text, text.replace(/\s+/gu, ''), ...properties, ...strings].join('\n');
}

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hello-preflight-redacted-'));
  mkdirSync(folder, { recursive: true });
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('nothing that the evidence of the demo names is left in a redacted report or comparison', async () => {
  test.setTimeout(400_000);
  for (const name of ['contoso', 'tailspin'])
    cli('assess', '--plan', `assets/demo/${name}/plan.json`, '--engagement', path(`${name}.preflight`));
  const engagement = ['--engagement', path('contoso.preflight')];
  cli('report', ...engagement, '--json', path('open.json'));
  cli('report', ...engagement, '--redact', '--notes', ...everyFormat('report'));
  cli('compare', ...engagement, '--with', path('tailspin.preflight'), '--redact', ...everyFormat('delta'));

  const ours = ownSentences(readFileSync(path('open.json'), 'utf8'));
  const files = ['contoso', 'tailspin'].map((name) => path(`${name}.preflight`));
  const [contoso = new Map(), tailspin = new Map()] = (await textsOfEvidence(files, passphrase)).map(valuesOf);
  for (const [kind, values] of contoso) expect(values.size, kind).toBeGreaterThan(0);
  expect(leftIn(readFileSync(path('open.json'), 'utf8'), contoso, ours).length).toBeGreaterThan(300);
  for (const format of formats) {
    expect(leftIn(saidBy(path(`report.${format}`)), contoso, ours), `report, ${format}`).toEqual([]);
    for (const values of [contoso, tailspin])
      expect(leftIn(saidBy(path(`delta.${format}`)), values, ours), `comparison, ${format}`).toEqual([]);
  }
  // What the catalogue's own examples say as well is looked for where they are not: all formats are made from this.
  const facts = factsOf(readFileSync(path('report.json'), 'utf8'));
  expect(leftIn(facts, contoso, '')).toEqual([]);
  expect(facts).not.toMatch(/contoso|fabrikam|tailspin/iu);
});

/** The report without what the catalogue says. */
function factsOf(json: string): string {
  const { checks: _, notJudged: __, ...facts } = JSON.parse(json) as ReportDocument;
  return JSON.stringify(facts);
}

function ownSentences(json: string): string {
  const { checks, notJudged } = JSON.parse(json) as ReportDocument;
  return JSON.stringify([checks, notJudged]);
}

/** As `kind: value`; not what our own sentences say, too. */
const leftIn = (text: string, values: Values, ours: string): readonly string[] =>
  [...values].flatMap(([kind, each]) => {
    const left = saidIn(text, each).filter((value) => allowed[value.toLowerCase()] === undefined);
    const known = new Set(saidIn(ours, new Set(left)));
    return left.filter((value) => !known.has(value)).map((value) => `${kind}: ${value}`);
  });
