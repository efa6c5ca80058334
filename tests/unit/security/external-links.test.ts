import { expect, test } from 'vitest';
import { describeCatalogue } from '../../../src-main/engine/describe-catalogue';
import { allowedAddresses, externalAddress } from '../../../src-main/security/external-links';

const allowed = allowedAddresses([
  'https://learn.microsoft.com/en-us/windows/security',
  'http://plain.example/',
  'not a url',
]);

test('an address of the catalogue is opened, as the parser writes it', () => {
  expect(externalAddress('https://learn.microsoft.com/en-us/windows/security', allowed)).toBe(
    'https://learn.microsoft.com/en-us/windows/security',
  );
  expect(externalAddress('HTTPS://LEARN.microsoft.com:443/en-us/windows/security', allowed)).toBe(
    'https://learn.microsoft.com/en-us/windows/security',
  );
});

test.each([
  'http://learn.microsoft.com/en-us/windows/security',
  'http://plain.example/',
  'https://learn.microsoft.com.evil.example/en-us/windows/security',
  'https://learn.microsoft.com@evil.example/en-us/windows/security',
  'https://user:pass@learn.microsoft.com/en-us/windows/security',
  'https://learn.microsoft.com:8443/en-us/windows/security',
  'https://learn.microsoft.com/en-us/windows/security/../../evil',
  'https://learn.microsoft.com/en-us/windows/security?x=1',
  'https://learn.microsoft.com/en-us/windows/security#x',
  'https://learn.microsoft.com/',
  'file:///C:/Windows/System32/calc.exe',
  '\\\\server\\share\\x.exe',
  'ms-settings:',
  'search-ms:query=x',
  'javascript:alert(1)',
  'data:text/html,x',
  'mailto:a@b.c',
  ' ',
  '',
])('%s is not opened', (url) => {
  expect(externalAddress(url, allowed)).toBeUndefined();
});

test('every reference of the catalogue can be opened', () => {
  const references = describeCatalogue().flatMap((check) => check.sources);
  const own = allowedAddresses(references);
  expect(references.length).toBeGreaterThan(0);
  expect(references.filter((reference) => externalAddress(reference, own) === undefined)).toEqual([]);
});
