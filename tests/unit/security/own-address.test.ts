import { expect, test } from 'vitest';
import { isAllowedNavigation, isOwnRequest, ownAddress } from '../../../src-main/security/own-address';

test('our two hosts are known', () => {
  expect(ownAddress('app://ui/assets/index.js')).toEqual({ host: 'ui', path: '/assets/index.js' });
  expect(ownAddress('app://print/123')).toEqual({ host: 'print', path: '/123' });
});

const foreign = [
  'app://ui.evil/',
  'app://evil/',
  'app://ui:8080/',
  'app://user@ui/',
  'app://user:pass@ui/',
  'app:ui',
  'apps://ui/',
  'https://ui/',
  'http://app//ui/',
  'file:///app/ui',
  'javascript:alert(1)',
  'about:blank',
  'not a url',
  '',
];

test.each(foreign)('%s is not ours', (address) => {
  expect(ownAddress(address)).toBeUndefined();
  expect(isAllowedNavigation(address, 'app://ui/', true)).toBe(false);
  expect(isAllowedNavigation(address, 'app://ui/', false)).toBe(false);
});

test('the page stays the page, and only its frames show documents', () => {
  expect(isAllowedNavigation('app://ui/', 'app://ui/', true)).toBe(true);
  expect(isAllowedNavigation('app://print/1', 'app://ui/', true)).toBe(false);
  expect(isAllowedNavigation('app://print/1', 'app://ui/', false)).toBe(true);
  expect(isAllowedNavigation('app://ui/', 'app://ui/', false)).toBe(false);
  expect(isAllowedNavigation('app://ui/', '', true)).toBe(false);
});

test('requests go to the app itself and nowhere else', () => {
  const allowed = (url: string, devTools = false) => isOwnRequest(url, { devTools });
  expect(['app://ui/x.js', 'app://print/1', 'data:image/png;base64,x'].map((url) => allowed(url))).toEqual([
    true,
    true,
    true,
  ]);
  const refused = [
    'https://example.com/',
    'http://localhost:5173/',
    'ws://127.0.0.1/',
    'wss://x/',
    'file:///etc/passwd',
    'ftp://x/',
    'blob:app://ui/1',
    'chrome://gpu',
    'devtools://x',
  ];
  expect(refused.filter((url) => allowed(url))).toEqual([]);
  expect(allowed('devtools://devtools/bundled/x.html', true)).toBe(true);
});
