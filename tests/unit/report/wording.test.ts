import { describe, expect, test } from 'vitest';
import { pageFooter, pageHeader } from '../../../src-main/report/html/page-margins';
import { scopeAnswers } from '../../../src-main/report/html/scope-answers';
import { shorten, splitLead } from '../../../src-main/report/html/shorten';
import { defaultScope, type Scope } from '../../../src-shared/model/scope';
import { elementsNamed, readHtml, textOf } from './html-tree';
import { reportDocument, reportInput } from './report-fixture';

describe('shorten', () => {
  test.each([
    ['short', 20, 'short'],
    ['two domain controllers', 15, 'two domain …'],
    ['a'.repeat(30), 10, `${'a'.repeat(10)} …`],
    ['one, two, three', 10, 'one, two …'],
  ])('%s at %i', (text, limit, expected) => expect(shorten(text, limit)).toBe(expected));
});

describe('splitLead', () => {
  test.each([
    ['One sentence.', { lead: 'One sentence.', rest: '' }],
    ['dc01.contoso.com expired. 2 more will.', { lead: 'dc01.contoso.com expired.', rest: '2 more will.' }],
    ['Read e.g. from dc1. Then more.', { lead: 'Read e.g. from dc1.', rest: 'Then more.' }],
    ['x'.repeat(300), undefined],
    [`${'x'.repeat(300)}. Then more.`, undefined],
  ])('%s', (summary, expected) => expect(splitLead(summary)).toEqual(expected));
});

describe('scope in words', () => {
  const answer = (question: string, changes: Partial<Scope>): string | undefined =>
    scopeAnswers({ ...defaultScope, ...changes }).find((item) => item.question.startsWith(question))?.answer;

  test('every question has an answer', () => {
    for (const item of scopeAnswers(defaultScope)) expect(item.answer).not.toBe('');
  });
  test.each([
    ['Forests', { forests: [] }, 'Every forest in the evidence'],
    ['Forests', { forests: ['a.com', 'b.com'] }, 'a.com, b.com'],
    ['Users', { pilotUsers: { kind: 'unit', unit: 'OU=Pilot,DC=a' } }, 'Everything below OU=Pilot,DC=a'],
    ['Join', { joinTypes: { hybridJoined: true, entraJoined: true } }, 'Entra hybrid joined and Entra joined'],
    ['Join', { joinTypes: { hybridJoined: false, entraJoined: false } }, 'None chosen'],
    [
      'Registration',
      { joinTypes: { hybridJoined: true, entraJoined: true } },
      'AD FS for hybrid-joined devices and none for Entra-joined devices',
    ],
  ] satisfies readonly [string, Partial<Scope>, string][])('%s %j', (question, changes, expected) =>
    expect(answer(question, changes)).toBe(expected),
  );
});

describe('lines of the page margins', () => {
  const details = {
    ...reportInput().details,
    customer: '<b>Contoso</b> \u202Eevil',
    classification: 'Strictly confidential',
  };
  const document = reportDocument({ details });

  test('the top has customer and classification, as text', () => {
    const line = readHtml(pageHeader(document));
    expect(textOf(line)).toBe('<b>Contoso</b> ‹U+202E›evilStrictly confidential');
    expect(elementsNamed(line, 'b')).toEqual([]);
  });
  test('the bottom has product, date, customer, classification and the page of all pages', () => {
    const line = readHtml(pageFooter(document));
    expect(textOf(line)).toMatch(
      /^Hello Preflight 0\.1\.0 · 22 November 2026 · <b>Contoso<\/b> ‹U\+202E›evil · Strictly confidentialPage {2}?of ?$/u,
    );
    expect(elementsNamed(line, 'span').map(({ attributes }) => attributes.class)).toEqual(
      expect.arrayContaining(['pageNumber', 'totalPages']),
    );
    expect(elementsNamed(line, 'div')[0]?.attributes.style).toContain('font-size:7.5pt');
  });
});
