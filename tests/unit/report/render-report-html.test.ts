import { describe, expect, test } from 'vitest';
import { renderReportHtml } from '../../../src-main/report/render-report-html';
import type { ReportProfile } from '../../../src-main/report/report-options';
import { elementsNamed, elementWithId, everyElement, hasClass, readHtml, textOf } from './html-tree';
import { hostile, object, reportDocument, reportInput } from './report-fixture';

const nonce = 'c29tZS1ub25jZQ==';
const rendered = (profile: ReportProfile = 'technical', document = reportDocument()) =>
  renderReportHtml(document, { profile, paper: 'A4', nonce });
const page = (profile: ReportProfile = 'technical', document = reportDocument()) =>
  readHtml(rendered(profile, document));
const sectionIds = (profile: ReportProfile): readonly (string | undefined)[] =>
  elementsNamed(page(profile), 'section')
    .map(({ attributes }) => attributes.id)
    .filter((id) => id !== undefined);

describe.each(['technical', 'executive'] as const)('%s report as a document', (profile) => {
  test('has a language, a title with the customer, one main part and one first-level heading', () => {
    const root = page(profile);
    expect(root.attributes.lang).toBe('en');
    expect(elementsNamed(root, 'title').map(textOf)).toEqual(['Contoso – readiness for Windows Hello for Business']);
    expect(elementsNamed(root, 'main')).toHaveLength(1);
    expect(elementsNamed(root, 'h1')).toHaveLength(1);
  });

  test('headings never skip a level', () => {
    const levels = elementsNamed(page(profile), 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(({ name }) =>
      Number(name.slice(1)),
    );
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test('every table has column heads, and every row its own head', () => {
    const tables = elementsNamed(page(profile), 'table');
    expect(tables.length).toBeGreaterThan(2);
    for (const table of tables) {
      const [head] = elementsNamed(table, 'thead');
      const columns = head === undefined ? [] : elementsNamed(head, 'th');
      expect(columns.length).toBeGreaterThan(1);
      expect(columns.every(({ attributes }) => attributes.scope === 'col')).toBe(true);
      for (const body of elementsNamed(table, 'tbody')) {
        for (const row of elementsNamed(body, 'tr')) {
          expect(row.children).toHaveLength(columns.length);
          expect(row.children[0]).toMatchObject({ name: 'th', attributes: { scope: 'row' } });
        }
      }
    }
  });

  test('ids are unique and every inner link leads to one', () => {
    const root = page(profile);
    const ids = everyElement(root).flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = elementsNamed(root, 'a').flatMap(({ attributes }) =>
      attributes.href?.startsWith('#') ? [attributes.href.slice(1)] : [],
    );
    expect(targets.length).toBeGreaterThan(3);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  test('contents name the sections in their order', () => {
    const root = page(profile);
    const [contents] = elementsNamed(root, 'nav');
    const links = contents === undefined ? [] : elementsNamed(contents, 'a').map(({ attributes }) => attributes.href);
    expect(links.filter((link) => !link?.startsWith('#findings-'))).toEqual(sectionIds(profile).map((id) => `#${id}`));
  });

  test('an icon has no meaning of its own: it is hidden, and a word stands beside it', () => {
    const root = page(profile);
    expect(elementsNamed(root, 'svg').every(({ attributes }) => attributes['aria-hidden'] === 'true')).toBe(true);
    const statuses = everyElement(root).filter((element) => hasClass(element, 'status'));
    expect(statuses.length).toBeGreaterThan(10);
    for (const status of statuses) {
      expect(elementsNamed(status, 'svg')).toHaveLength(1);
      expect(textOf(status).trim()).not.toBe('');
    }
  });
});

describe('hostile text', () => {
  test.each(['technical', 'executive'] as const)('never becomes markup (%s)', (profile) => {
    const root = page(profile);
    const names = new Set(everyElement(root).map(({ name }) => name));
    for (const forbidden of ['script', 'img', 'iframe', 'object', 'link', 'form', 'base'])
      expect(names).not.toContain(forbidden);
    const attributes = everyElement(root).flatMap((element) => Object.keys(element.attributes));
    expect(attributes.filter((name) => /^on|^style$|^srcdoc$/iu.test(name))).toEqual([]);
    expect(textOf(root)).toContain(hostile.script);
  });

  test('control and direction-changing characters are visible, none is left', () => {
    const html = rendered();
    expect(html).toContain('dc01‹U+202E›gpj.exe');
    expect(html).toContain('line one‹U+000D›‹U+000A›line two‹U+0000›‹U+0007›');
    expect(html).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
  });

  test('a very long value ends with the number of characters left out', () => {
    const text = textOf(page());
    expect(text).not.toContain(hostile.longName);
    expect(text).toMatch(/… \([\d,]+ more characters, in the JSON export\)/u);
  });

  test('a customer name is text in title and heading', () => {
    const details = { ...reportInput().details, customer: '</title><script>alert(1)</script>' };
    const root = page('technical', reportDocument({ details }));
    expect(elementsNamed(root, 'title').map(textOf)).toEqual([
      `${details.customer} – readiness for Windows Hello for Business`,
    ]);
    expect(elementsNamed(root, 'script')).toEqual([]);
  });

  test('only the style with the nonce counts, and the file says so itself', () => {
    const root = page();
    expect(elementsNamed(root, 'style').map(({ attributes }) => attributes.nonce)).toEqual([nonce]);
    const policies = elementsNamed(root, 'meta').filter(
      ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy',
    );
    expect(policies.map(({ attributes }) => attributes.content)).toEqual([
      `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:`,
    ]);
  });
});

describe('what the reader gets', () => {
  test('management gets fewer sections, in the same order', () => {
    const technical = sectionIds('technical');
    const executive = sectionIds('executive');
    expect(executive).toEqual(['summary', 'readiness', 'blockers', 'roadmap', 'not-known', 'decisions', 'versions']);
    expect(technical).toEqual([
      'summary',
      'scope',
      'readiness',
      'roadmap',
      'plan',
      'findings',
      'clients',
      'not-known',
      'contradictions',
      'decisions',
      'not-judged',
      'evidence',
      'versions',
      'glossary',
    ]);
  });

  test('findings come blockers first, and each in full or as a row, none twice', () => {
    const document = reportDocument();
    const findings = elementWithId(page('technical', document), 'findings');
    const ids = everyElement(findings).flatMap(({ attributes }) =>
      attributes.id?.startsWith('finding-') ? [attributes.id.slice(8)] : [],
    );
    expect(ids).toHaveLength(document.findings.length);
    const blockers = document.readiness.overall.blockers;
    expect(blockers.length).toBeGreaterThan(1);
    expect([...ids.slice(0, blockers.length)].sort()).toEqual([...blockers].sort());
  });

  test('of 120 affected objects 50 are printed and the rest is counted', () => {
    const check = reportInput().checks[3];
    if (check === undefined) throw new Error('The catalogue is too short');
    const [first] = reportInput().findings;
    if (first === undefined) throw new Error('No finding');
    const objects = Array.from({ length: 120 }, (_, index) => object(index, 'fail'));
    const document = reportDocument({
      findings: [{ ...first, checkId: check.id, outcome: 'fail', objects, counts: { fail: 120 } }],
    });
    const [table] = everyElement(page('technical', document)).filter((element) => hasClass(element, 'objects'));
    const names =
      table === undefined
        ? []
        : elementsNamed(table, 'th').flatMap((cell) =>
            everyElement(cell).filter((element) => hasClass(element, 'value')),
          );
    expect(names).toHaveLength(50);
    expect(rendered('technical', document)).toContain('… and 70 more, in the JSON export.');
  });

  test('a difference between observed and expected is marked with a word', () => {
    const rows = everyElement(page()).filter((element) => hasClass(element, 'differs'));
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.every((row) => textOf(row).includes('Differs'))).toBe(true);
  });

  test('an unknown finding says why and how to find out', () => {
    const unknown = everyElement(page()).filter(
      (element) => element.name === 'article' && hasClass(element, 'unknown'),
    );
    expect(unknown.length).toBeGreaterThan(1);
    for (const article of unknown) {
      expect(textOf(article)).toContain('Why it is not known');
      expect(textOf(article)).toContain('How to find out');
    }
  });

  test('each record of evidence stands with source, collector and hash', () => {
    const document = reportDocument();
    const appendix = textOf(elementWithId(page('technical', document), 'evidence'));
    for (const { sha256, source, collector } of document.evidence) {
      expect(appendix).toContain(sha256);
      expect(appendix).toContain(source.location);
      expect(appendix).toContain(collector.user);
    }
  });

  test('a report without findings and evidence is still whole', () => {
    const document = reportDocument({ findings: [], evidence: [], targets: [] });
    expect(textOf(elementWithId(page('technical', document), 'summary'))).toContain(
      'Nothing is open among the checks that were judged.',
    );
    expect(textOf(elementWithId(page('technical', document), 'scope'))).toContain('read nothing anew');
  });

  test('a target that gave nothing is not called read, and comes first with all it said', () => {
    const [target] = reportInput().targets;
    if (target === undefined) throw new Error('No target');
    const unused = {
      ...target,
      id: 'unused',
      title: 'Files not used',
      facts: 0,
      notes: ['a.bin is unknown.', 'b.bin is unknown.'],
    };
    const document = reportDocument({ targets: [target, unused] });
    const rows = everyElement(page('technical', document)).filter((element) => hasClass(element, 'contacts'));
    const cells = rows
      .flatMap((table) => elementsNamed(table, 'tbody').flatMap((body) => elementsNamed(body, 'tr')))
      .map(textOf);
    expect(cells[0]).toMatch(/^Files not used.*Nothing usable.*a\.bin.*b\.bin/su);
    expect(cells[1]).toContain('Read');
    expect(rendered('technical', document)).toContain('1 of 2 entries');
  });
});
