import { describe, expect, test } from 'vitest';
import { plainTitle } from '../../../src-renderer/text/plain-title';
import { printableLines } from '../../../src-renderer/text/printable-lines';
import { fileSize } from '../../../src-renderer/text/quantity';
import { shortenMiddle } from '../../../src-renderer/text/shorten-middle';
import { elapsed, relativeTime } from '../../../src-renderer/text/time';

describe('shortenMiddle', () => {
  test('short values stay', () => expect(shortenMiddle('abcdef', 6)).toBe('abcdef'));
  test('both ends stay and the length is kept', () =>
    expect(shortenMiddle('CN=Ada,DC=contoso,DC=com', 11)).toBe('CN=Ad…C=com'));
  test('characters outside the basic plane are not cut in half', () => {
    expect(shortenMiddle('😀😁😂🤣😃😄', 5)).toBe('😀😁…😃😄');
  });
});

describe('relativeTime', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  test.each([
    ['2026-11-22T11:59:40Z', 'just now'],
    ['2026-11-22T11:50:00Z', '10 min ago'],
    ['2026-11-22T11:00:00Z', '1 hour ago'],
    ['2026-11-21T12:00:00Z', '1 day ago'],
    ['2026-11-02T12:00:00Z', '20 days ago'],
  ])('%s is %s', (at, words) => expect(relativeTime(at, now)).toBe(words));
  test('what is older than a month or lies ahead is a date', () => {
    expect(relativeTime('2026-09-01T12:00:00Z', now)).toMatch(/2026/u);
    expect(relativeTime('2026-11-23T12:00:00Z', now)).toBe('23 Nov 2026');
  });
});

describe('elapsed', () => {
  test.each([
    [0, '0:00'],
    [7_900, '0:07'],
    [760_000, '12:40'],
    [3_729_000, '1:02:09'],
    [-5, '0:00'],
  ])('%i ms is %s', (milliseconds, words) => expect(elapsed(milliseconds)).toBe(words));
});

describe('fileSize', () => {
  test.each([
    [840, '840 bytes'],
    [1, '1 byte'],
    [12_700, '12 KB'],
    [3_565_158, '3.4 MB'],
  ])('%i is %s', (bytes, words) => expect(fileSize(bytes)).toBe(words));
});

test('a catalogue title loses its marks', () => {
  expect(plainTitle('The tool is Entra Connect **Sync**, not `only` Cloud Sync')).toBe(
    'The tool is Entra Connect Sync, not only Cloud Sync',
  );
});

describe('printableLines', () => {
  test('line ends and tabs stay, other controls are made visible', () => {
    expect(printableLines('a\tb\r\nc\u0007\u202Egnp.exe')).toBe('a\tb\nc‹U+0007›‹U+202E›gnp.exe');
  });
  test('long text is cut', () => expect(printableLines('x'.repeat(20), 10)).toBe(`${'x'.repeat(10)}…`));
});
