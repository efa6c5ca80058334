import { expect, test } from 'vitest';
import { pagePolicy, printPolicy } from '../../../src-main/security/content-security-policy';

const directives = (policy: string): ReadonlyMap<string, string> =>
  new Map(policy.split('; ').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1).join(' ')]));

test('the page gets exactly what it needs', () => {
  expect(Object.fromEntries(directives(pagePolicy('N')))).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self' 'nonce-N'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'none'",
    'frame-src': 'app://print',
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'object-src': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': "'none'",
  });
});

test('a report can neither run nor load anything', () => {
  const policy = directives(printPolicy('N'));
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('style-src')).toBe("'nonce-N'");
  expect(policy.get('img-src')).toBe('data:');
  expect(policy.has('script-src')).toBe(false);
});

test.each([pagePolicy('N'), printPolicy('N')])('nothing unsafe, no wildcard, no web address', (policy) => {
  expect(policy).not.toMatch(/unsafe-|\*|https?:|\bblob:|wasm/u);
});
