import { describe, expect, test } from 'vitest';
import { describeCatalogue } from '../../../src-main/engine/describe-catalogue';
import type { Identity } from '../../../src-main/report/redaction/identities';
import { NamesOfEvidence } from '../../../src-main/report/redaction/names-of-evidence';
import { redactDocument } from '../../../src-main/report/redaction/redact-document';
import { finding, object, reportDocument, reportInput } from './report-fixture';

const [check = expect.fail()] = describeCatalogue();

/** What a sentence of a finding becomes for a customer called Contoso, with the catalogue's own examples in the report. */
function redacted(summary: string, names: readonly Identity[]): string {
  const findings = [{ ...finding(check, 'fail', 0, [object(1, 'fail', 'PC0001')]), summary }];
  const details = { ...reportInput().details, customer: 'Contoso' };
  const document = { ...reportDocument({ findings }), details };
  const after = redactDocument(document, { key: 'of the test', names }).findings[0]?.summary ?? expect.fail();
  return after.replace(/(?<![a-z0-9])(user|name|host|org|ca|object|domain|file)-[a-z0-9]{6}(?![a-z0-9])/gu, '$1');
}

const imke: readonly Identity[] = [
  { kind: 'user', name: 'imke.brandt' },
  { kind: 'user', name: 'Imke Brandt', of: 'imke.brandt' },
];
const domain: Identity = { kind: 'domain', name: 'contoso.com' };

test('an account that is called like half of an account of the catalogue’s examples is replaced', () => {
  expect(JSON.stringify(describeCatalogue())).toContain('imke.brandt');
  expect(redacted('1 user fails: imke.', [{ kind: 'user', name: 'imke' }])).toBe('1 user fails: user.');
});

test.each(['trust', 'template', 'tpm', 'intune'])(
  'an account that is called like a word of our sentences, as %s, stays',
  (name) => expect(redacted(`The ${name} is read.`, [{ kind: 'user', name }])).toBe(`The ${name} is read.`),
);

test('a customer that is called like the catalogue’s example is replaced in facts, and stays in the catalogue’s sentences', () => {
  const summary = 'ContosoWLAN of CONTOSO\\Domain Users: not in Contoso.';
  expect(redacted(summary, [domain])).toBe('orgWLAN of org\\Domain Users: not in org.');
  const report = reportDocument();
  expect(redactDocument(report, { key: 'of the test', names: [domain] }).checks).toEqual(report.checks);
});

test('a distinguished name in an id is replaced, which is in lower case', () =>
  expect(redacted('user:ou=tier 1,ou=staff,dc=contoso,dc=com', [domain])).toBe('user:CN=object,DC=domain,DC=example'));

test('a CA is replaced in the addresses of its certificates and lists', () =>
  expect(
    redacted('http://crl.contoso.com/ca01.contoso.com_Falcon%20Issuing%20CA%201(1).crt and Falcon Issuing CA 1', [
      domain,
      { kind: 'authority', name: 'Falcon Issuing CA 1' },
    ]),
  ).toBe('http://crl.domain.example/host.domain.example_ca(1).crt and ca'));

test('the number of an installation of Entra Connect is replaced where it stands without the account', () =>
  expect(redacted('Installation identifier 4f1c2d3e5a6b', [{ kind: 'user', name: 'MSOL_4f1c2d3e5a6b' }])).toBe(
    'Installation identifier user',
  ));

describe('a policy, template or unit that is called after somebody', () => {
  const things = new NamesOfEvidence();
  const add = (kind: string, data: unknown): void => things.add({ kind, json: JSON.stringify(data) });
  add('ad.group-policy', { displayName: 'Imke test GPO' });
  add('ad.certificate-templates', { name: 'BrandtVPN', displayName: 'VPN of Brandt' });
  add('entra.conditional-access', { displayName: 'Key rotation' });
  add('ad.access-control', { target: 'OU=imke-lab,OU=Staff,DC=contoso,DC=com' });
  add('host.services', { name: 'Imke service' });
  const names = [...imke, { kind: 'user', name: 'Alicia Key' } as const, ...things.all()];

  test.each([
    ['“Imke test GPO” (user half) sets it', '“user test GPO” (user half) sets it'],
    ['Template VPN of Brandt', 'Template VPN of user'],
    ['Unit imke-lab', 'Unit user-lab'],
  ])('%s', (text, expected) => expect(redacted(text, names)).toBe(expected));

  test.each(['“Key rotation” is on', 'Template BrandtVPN', 'Service “Imke service”', 'Imke is no policy here'])(
    'stays where it is a word, a part of a word or no such name: %s',
    (text) => expect(redacted(text, names)).toBe(text),
  );
});
