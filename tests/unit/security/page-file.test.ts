import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownAddress } from '../../../src-main/security/own-address';
import { pageFile } from '../../../src-main/security/page-file';

const folder = join('/opt', 'app', 'renderer');

test('files of the page are found with their type', () => {
  expect(pageFile(folder, '/')).toEqual({ file: join(folder, 'index.html'), contentType: 'text/html; charset=utf-8' });
  expect(pageFile(folder, '/assets/index-DUeG_c-td.js')?.contentType).toBe('text/javascript; charset=utf-8');
  expect(pageFile(folder, '/assets/a.b.css')?.file).toBe(join(folder, 'assets', 'a.b.css'));
});

test.each([
  '/../secret.js',
  '/assets/../../secret.js',
  '/%2e%2e/secret.js',
  '/%2e%2e%2fsecret.js',
  '/..%5csecret.js',
  '/assets/..\\..\\secret.js',
  '/%252e%252e/secret.js',
  '/index.html%00.js',
  '/index.html\0',
  '/C:/Windows/win.ini.js',
  '/C%3A/x.js',
  '//server/share/x.js',
  '/./index.html',
  '/%',
  '/%ff.js',
  '/index.html?x',
  '/assets',
  '/package.json',
  '/main.ts',
  '/.env',
  '',
  'index.html',
])('%s names nothing', (path) => {
  expect(pageFile(folder, path)).toBeUndefined();
});

test('whatever an address says, the file lies in the folder', () => {
  for (const url of [
    'app://ui/../../etc/x.js',
    'app://ui/a/%2e%2e/%2e%2e/x.js',
    'app://ui/..%2f..%2fx.js',
    'app://ui/\\..\\x.js',
  ]) {
    const address = ownAddress(url);
    const found = address === undefined ? undefined : pageFile(folder, address.path);
    expect(found === undefined || found.file.startsWith(folder)).toBe(true);
  }
});
