import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogue } from '../../src-main/knowledge/catalogue';
import { findingRow } from '../../src-main/report/finding-row';
import { renderReportHtml } from '../../src-main/report/render-report-html';
import type { ReportProfile } from '../../src-main/report/report-options';
import { computeReadiness } from '../../src-shared/model/readiness';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { reportDocumentSchema } from '../../src-shared/report/report-document';
import { bundleInto } from '../support/bundle-into';
import { demoReport } from './demo-report';
import { asTold, countsOf } from './told/counts';
import { everythingTold } from './told/everything-told';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Each part of the document: how much there is of it, and a digest of what it says. */
const partsOf = (document: ReportDocument): readonly string[] =>
  Object.entries(document).map(([part, value]) => {
    const text = JSON.stringify(value);
    return `${part}: ${Array.isArray(value) ? `${value.length} entries, ` : ''}${digest(text)}`;
  });

/** Each numbered section of the page: its heading, how many words it has, and a digest of them. */
function sectionsOf(document: ReportDocument, profile: ReportProfile): readonly string[] {
  const html = renderReportHtml(document, { paper: 'A4', profile, nonce: 'n' });
  return html.split(/(?=<section id=")/u).map((part) => {
    const heading = /<h[12][^>]*>(.*?)<\/h[12]>/u.exec(part)?.[1] ?? '';
    const words = part.replace(/<style.*?<\/style>|<[^>]*>/gsu, ' ').match(/\S+/gu) ?? [];
    return `${heading}: ${words.length} words, ${digest(words.join(' '))}`;
  });
}

let bundle: string;
let hostEntry: string;
beforeAll(async () => {
  mkdirSync('out', { recursive: true });
  bundle = mkdtempSync(join(resolve('out'), 'host-'));
  hostEntry = await bundleInto(bundle, 'src-main/host/host.ts');
});
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

/** Held against readiness computed from the findings anew, so that the number in the document is checked as well. */
async function expectAgreement(document: ReportDocument): Promise<void> {
  const expected = countsOf(computeReadiness(catalogue, document.findings.map(findingRow)));
  const told = await everythingTold(document);
  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(told.map(([place, counts]) => [place, asTold(counts, expected)])),
  );
}

/**
 * What the reports of the demo organisations say, part by part. To accept a reviewed change: UPDATE_GOLDEN=1, then read the difference before it is
 * committed; which words changed is told by `npm run cli -- report --html` before and after.
 */
it.each(['contoso', 'northwind', 'tailspin'])(
  'reports on %s as reviewed, with the same numbers in every format',
  async (name) => {
    const document = await demoReport(resolve('assets/demo', name, 'plan.json'), hostEntry);
    expect(reportDocumentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(
      JSON.parse(JSON.stringify(document)),
    );
    await expectAgreement(document);
    const actual = {
      document: partsOf(document),
      technical: sectionsOf(document, 'technical'),
      executive: sectionsOf(document, 'executive'),
    };
    const golden = join(import.meta.dirname, `${name}-report.json`);
    if (process.env.UPDATE_GOLDEN === '1') await writeFile(golden, `${JSON.stringify(actual, null, 2)}\n`);
    expect(actual).toEqual(JSON.parse(await readFile(golden, 'utf8')));
  },
);
