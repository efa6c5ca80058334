import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { docxOf } from '../../../src-main/report/docx/write-docx';
import { membersOf } from '../../support/zip-members';
import { hostile, reportDocument } from './report-fixture';

const technical = { paper: 'A4', profile: 'technical' } as const;

async function bodyOf(options: Parameters<typeof docxOf>[1], document = reportDocument()): Promise<string> {
  return membersOf(await docxOf(document, options)).get('word/document.xml') ?? '';
}

test('every finding has a heading of its own', async () => {
  const body = await bodyOf(technical);
  const document = reportDocument();
  for (const { checkId } of document.findings) expect(body).toContain(`${checkId} `);
  expect(body.match(/<w:pStyle w:val="Heading3"\/>/gu)).toHaveLength(document.findings.length);
});

test('the executive profile holds what blocks, and no evidence', async () => {
  const document = reportDocument();
  const body = await bodyOf({ paper: 'Letter', profile: 'executive' });
  expect(body.match(/<w:pStyle w:val="Heading3"\/>/gu) ?? []).toHaveLength(document.readiness.overall.blockers.length);
  expect(body).toContain('w:w="12240"');
  expect(body).not.toContain('>Evidence<');
});

test('names from the customer stay text, and every part is well-formed', async () => {
  const document = reportDocument();
  const named = { ...document, details: { ...document.details, customer: `${hostile.script} & ${hostile.control}` } };
  const members = membersOf(await docxOf(named, technical));
  for (const [name, text] of members) expect(() => new XMLParser().parse(text, true), name).not.toThrow();
  expect(members.get('word/document.xml')).not.toContain('<script>');
  expect(members.get('docProps/core.xml')).toContain('&lt;script&gt;');
});

test('the same report gives the same bytes, dated when it was made', async () => {
  const [first, second] = [await docxOf(reportDocument(), technical), await docxOf(reportDocument(), technical)];
  expect(Buffer.from(first).equals(second)).toBe(true);
  expect(membersOf(first).get('docProps/core.xml')).toContain(reportDocument().createdAt);
});
