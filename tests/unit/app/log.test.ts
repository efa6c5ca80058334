import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { log, openLog } from '../../../src-main/app/log';
import { redact } from '../../../src-main/app/redact';
import { temporaryFolder } from '../../support/temporary-folder';

test.each([
  ['{"password":"hunter2","user":"ada"}', '{"password":[removed],"user":"ada"}'],
  ['password=hunter2 user=ada', 'password=[removed] user=ada'],
  ['Passphrase: hunter2', 'Passphrase: [removed]'],
  ['client_secret=abc&x=1', 'client_secret=[removed]'],
  ['Authorization: Bearer abcdefghijkl', 'Authorization: [removed]'],
  ['sent Bearer abcdefghijklmnop to host', 'sent [removed] to host'],
  ['ldaps://ada:hunter2@dc1.contoso.com/', 'ldaps://ada:[removed]@dc1.contoso.com/'],
  ['-----BEGIN RSA PRIVATE KEY-----\nMIIabc\n-----END RSA PRIVATE KEY-----', '[removed]'],
  ['-----BEGIN PRIVATE KEY-----\nMIIabc cut off', '[removed]'],
  ['{"password":"a\\"b"}', '{"password":[removed]}'],
])('%s is taken out', (text, expected) => {
  expect(redact(text)).toContain(expected);
  expect(redact(text)).not.toMatch(/hunter2|MIIabc|abcdefghijkl|a\\"b|=abc/u);
});

test('host names, paths and certificates stay', () => {
  const text = 'dc1.contoso.com: CN=DC1 /tmp/x -----BEGIN CERTIFICATE----- MIIabc';
  expect(redact(text)).toBe(text);
});

test('lines from before the folder is known are not lost, and files rotate', () => {
  log('early').info('before');
  const folder = join(temporaryFolder(), 'logs');
  openLog(folder);
  log('store').error('failed', new Error('with password=hunter2'));
  const file = join(folder, 'hello-preflight.log');
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/info {2}early: before\n/u);
  expect(text).toMatch(/error store: failed: Error: with password=\[removed\]\n {4} {4}at /u);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);

  for (let line = 0; line < 1000; line += 1) log('x').info('y'.repeat(7900));
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(1);
  expect(files.length).toBeLessThanOrEqual(5);
  for (const name of files) expect(statSync(join(folder, name)).size).toBeLessThan(1.1 * 1024 * 1024);
});
