import type { WebContents, WebFrameMain } from 'electron';
import { expect, test } from 'vitest';
import { isTrustedSender } from '../../../src-main/ipc/sender';

/** The few properties the check looks at. */
const frame = (url: string, parent: WebFrameMain | null = null) => ({ url, parent }) as WebFrameMain;
const page = (mainFrame: WebFrameMain, isDestroyed = false) =>
  ({ mainFrame, isDestroyed: () => isDestroyed }) as WebContents;

test('only the top frame of the window at our own address is heard', () => {
  const top = frame('app://ui/');
  expect(isTrustedSender(top, page(top))).toBe(true);
  expect(isTrustedSender(null, page(top))).toBe(false);
  expect(isTrustedSender(top, undefined)).toBe(false);
  expect(isTrustedSender(top, page(top, true))).toBe(false);
  expect(isTrustedSender(frame('app://ui/'), page(top))).toBe(false);
  expect(isTrustedSender(frame('app://ui/', top), page(top))).toBe(false);
});

test.each([
  'https://evil.example/',
  'app://print/x',
  'app://ui.evil/',
  'app://ui@evil/',
  'file:///app://ui/',
  'about:blank',
  'data:text/html,x',
  'App-ui:x',
  '',
])('a top frame at %s is not heard', (url) => {
  const top = frame(url);
  expect(isTrustedSender(top, page(top))).toBe(false);
});
