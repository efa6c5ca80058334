import { expect, test } from 'vitest';
import { forbiddenFlag } from '../../../src-main/security/launch-flags';

test.each([
  '--inspect',
  '--inspect=9229',
  '--inspect-brk',
  '--inspect-brk=0.0.0.0:9229',
  '-inspect',
  '--INSPECT',
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--load-extension=/tmp/x',
  '--js-flags=--expose-gc',
  '--disable-web-security',
])('%s ends a packaged app', (flag) => {
  expect(forbiddenFlag(['hello-preflight', 'assess', flag])).toBe(flag);
});

test.each([
  '--no-sandbox',
  '--user-data-dir=/tmp/x',
  '--plan',
  'inspect',
  '/inspect/plan.json',
  '--inspection',
  '--quiet',
])('%s is left alone', (flag) => {
  expect(forbiddenFlag(['hello-preflight', flag])).toBeUndefined();
});
