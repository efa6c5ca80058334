import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { brokenRules, type PdfStructure, readStructure } from './pdf-structure';

/** Lines of the outline, and how many there are of each tag that comes from what the report says, not from how lines break. */
const reviewed = ({ outline, tags }: PdfStructure): string => {
  const counted = ['H1', 'H2', 'H3', 'H4', 'L', 'LI', 'Figure', 'Table', 'TR', 'TH', 'TD'];
  const counts = counted.map((name) => `${name} ${tags.filter(({ tag }) => tag === name).length}`);
  return `${[...counts, '', ...outline].join('\n')}\n`;
};

/** Heads of the groups of findings that readiness has numbers for. */
const headsOf = ({ outline }: PdfStructure): readonly string[] =>
  outline
    .map((line) => line.trim())
    .filter((line) => /^(Blockers|Warnings|Not known|Passed or .*): .* checks?$/u.test(line));

function headsSaidBy(json: string): readonly string[] {
  const { overall } = (JSON.parse(json) as Pick<ReportDocument, 'readiness'>).readiness;
  const groups = [
    ['Blockers', overall.blockers.length],
    ['Warnings', overall.warnings.length],
    ['Not known', overall.unknown.length],
    ['Passed or for information', overall.passed],
  ] as const;
  return groups.flatMap(([title, count]) => (count === 0 ? [] : [`${title}: ${count} check${count === 1 ? '' : 's'}`]));
}

const textLimit = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;

/** What the page says and the print does not; what the page says is held by `tests/golden/*-report.json`. */
function lostWords(html: string, printed: string): readonly string[] {
  const said = html
    .replace(/<(style|title|head).*?<\/\1>/gsu, ' ')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&#x27;|&quot;|&amp;|&lt;|&gt;/gu, ' ');
  // Words that stand alone: addresses, ids and figures are broken over lines.
  const words = new Set(said.match(/(?<=^|\s)\p{L}{2,14}(?=[.,:;)]?(?:\s|$))/gu));
  const kept = new Set(printed.split(/[^\p{L}]+/u));
  return [...words].filter((word) => !kept.has(word));
}

for (const name of ['contoso', 'northwind', 'tailspin'])
  for (const profile of ['technical', 'executive'])
    test(`the ${profile} PDF of ${name} is read aloud in order, and has the parts that were reviewed`, () => {
      test.setTimeout(300_000);
      const folder = mkdtempSync(join(tmpdir(), 'hello-preflight-pdf-'));
      try {
        const path = (name: string): string => join(folder, name);
        const [engagement, pdf, html, json] = [path('a.preflight'), path('a.pdf'), path('a.html'), path('a.json')];
        const plan = `assets/demo/${name}/plan.json`;
        const output = ['--pdf', pdf, '--html', html, '--json', json, '--profile', profile, '--quiet'];
        execFileSync(
          process.execPath,
          ['scripts/cli.mjs', 'assess', '--plan', plan, '--engagement', engagement, ...output],
          {
            env: {
              ...process.env,
              HELLO_PREFLIGHT_PASSPHRASE: 'correct-horse-battery',
              SOURCE_DATE_EPOCH: '1795352400',
            },
          },
        );
        execFileSync('qpdf', ['--check', pdf]);
        const structure = readStructure(pdf);
        expect(brokenRules(structure)).toEqual([]);
        const golden = join('tests', 'golden', `${name}-${profile}-pdf.txt`);
        if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, reviewed(structure));
        expect(reviewed(structure)).toBe(readFileSync(golden, 'utf8'));
        expect(lostWords(readFileSync(html, 'utf8'), execFileSync('pdftotext', [pdf, '-'], textLimit))).toEqual([]);
        if (profile === 'technical') expect(headsOf(structure)).toEqual(headsSaidBy(readFileSync(json, 'utf8')));
        const contents = execFileSync('pdftotext', ['-layout', '-f', '2', '-l', '2', pdf, '-'], { encoding: 'utf8' });
        const numbers = contents
          .split('\n')
          .flatMap((line) => /^ *\d+ +\S.* (\d+)$/u.exec(line)?.[1] ?? [])
          .map(Number);
        expect(numbers.length).toBeGreaterThan(5);
        expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
        if (profile === 'executive') expect(structure.pages.length).toBeLessThanOrEqual(12);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
