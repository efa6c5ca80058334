import { expect, test } from 'vitest';
import { docxOf } from '../../../src-main/report/docx/write-docx';
import { findingAlone } from '../../../src-main/report/finding-alone';
import { renderReportHtml } from '../../../src-main/report/render-report-html';
import { reportDocumentSchema } from '../../../src-shared/report/report-document';
import { membersOf } from '../../support/zip-members';
import { reportDocument } from './report-fixture';

const whole = reportDocument();
const [first = expect.fail()] = whole.findings;
const alone = findingAlone(whole, first.checkId);

test('holds the finding with its check, evidence and decisions, and nothing of others', () => {
  expect(reportDocumentSchema.parse(alone)).toEqual(alone);
  expect(alone.findings).toEqual([first]);
  expect(alone.checks.map(({ id }) => id)).toEqual([first.checkId]);
  expect(alone.evidence.map(({ id }) => id).sort()).toEqual(
    [...new Set([...first.evidenceIds, ...first.objects.flatMap(({ evidenceId }) => evidenceId ?? [])])].sort(),
  );
  expect(alone.reviews.every(({ review }) => review.checkId === first.checkId)).toBe(true);
});

test.each(whole.findings.slice(0, 12).map(({ checkId, outcome }) => [checkId, outcome] as const))(
  'of %s (%s) is in full as a web page, and names no other finding as its own',
  (checkId) => {
    const html = renderReportHtml(findingAlone(whole, checkId), { paper: 'A4', profile: 'finding', nonce: 'n' });
    expect(
      [...html.matchAll(/<article class="finding [a-z-]+" id="finding-([A-Z]+-\d+)">/gu)].map(([, id]) => id),
    ).toEqual([checkId]);
    expect([...html.matchAll(/<section id="([a-z-]+)"/gu)].map(([, id]) => id)).toEqual([
      'finding',
      'decisions',
      'evidence',
      'versions',
    ]);
    const anchors = new Set([...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
    for (const [, target] of html.matchAll(/href="#([^"]+)"/gu)) expect(anchors).toContain(target);
  },
);

test('as a Word document has one finding and no readiness', async () => {
  const word = membersOf(await docxOf(alone, { paper: 'A4', profile: 'finding' })).get('word/document.xml') ?? '';
  expect(word.match(/w:val="Heading3"/gu)).toHaveLength(1);
  expect(word).not.toContain('Readiness by area and step');
});

test('of a check that was not judged is refused', () =>
  expect(() => findingAlone(whole, 'PKI-999')).toThrow('The last run has no finding for PKI-999.'));
