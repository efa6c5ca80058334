import { describe, expect, test } from 'vitest';
import { clientsText } from '../../../src-main/cli/clients-text';
import { renderReportHtml } from '../../../src-main/report/render-report-html';
import { noClients } from '../../../src-shared/model/clients';
import { reportDocumentSchema } from '../../../src-shared/report/report-document';
import { elementsNamed, elementWithId, readHtml, textOf } from './html-tree';
import { reportDocument } from './report-fixture';

const page = (clients = reportDocument().clients) =>
  readHtml(
    renderReportHtml(reportDocument({ clients }), { profile: 'technical', paper: 'A4', nonce: 'c29tZS1ub25jZQ==' }),
  );

describe('clients in the report', () => {
  test('groups with counts, at most fifty, and hostile names made visible', () => {
    const section = elementWithId(page(), 'clients');
    const [table] = elementsNamed(section, 'table');
    if (table === undefined) throw new Error('There is no table');
    expect(elementsNamed(table, 'tr')).toHaveLength(51);
    const text = textOf(section);
    for (const part of [
      '5,000 clients in 60 groups',
      'Something is missing',
      'AD FS is not announced',
      'AdfsRaIsReady: NO',
      '‹U+202E›',
      'and 99 more',
      '3 captures older than a day',
      '10 more groups',
    ])
      expect(text).toContain(part);
  });

  test('a chain leads from the symptom to the finding', () => {
    const section = elementWithId(page(), 'clients');
    expect(textOf(section)).toMatch(/AD FS is not announced: 100 of 5,000 clients/u);
    expect(textOf(section)).toContain('It comes first.');
    expect(textOf(section)).toMatch(/in order, or not applicable: RA-002\. ?Not judged: RA-004/u);
    const targets = elementsNamed(section, 'a').map(({ attributes }) => attributes.href);
    expect(targets).toContain('#finding-DIR-001');
  });

  test('without clients it says what that means', () => {
    expect(textOf(elementWithId(page(noClients), 'clients'))).toContain('No client was collected');
  });

  test('documents of earlier versions have none', () => {
    const { clients: _, ...earlier } = reportDocument();
    expect(reportDocumentSchema.parse(earlier).clients).toEqual(noClients);
  });
});

describe('clients in a terminal', () => {
  test('groups, counts and what explains them', () => {
    const lines = clientsText(reportDocument().clients);
    expect(lines.slice(0, 4)).toEqual([
      '',
      'Clients (5,000 clients in 60 groups)',
      '     100  Something is missing: AD FS is not announced',
      '          explained by DIR-001',
    ]);
    expect(lines.at(-1)).toBe('  and 40 more groups');
    expect(clientsText(noClients)).toEqual([]);
  });
});
