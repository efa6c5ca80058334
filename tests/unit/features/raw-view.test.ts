import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { rawView } from '../../../src-main/features/evidence/raw-view';
import { storeRawInput } from '../../../src-main/store/raw-inputs';
import { newEngagement } from '../../support/engagement';
import { longestStall } from '../../support/longest-stall';

async function kept(bytes: Buffer) {
  const file = await newEngagement();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await storeRawInput(file, { sha256, name: 'input', mediaType: 'x', size: bytes.length, gzip: gzipSync(bytes) });
  return (locate?: string) => rawView(file, sha256, locate);
}

test('without a place to find the beginning is shown', async () => {
  const view = await kept(Buffer.from('one\r\ntwo\rthree\nfour'));
  expect(await view()).toEqual({
    name: 'input',
    lines: ['one', 'two', 'three', 'four'].map((text, index) => ({ number: index + 1, text, highlighted: false })),
    totalLines: 4,
  });
});

test('the first place is highlighted, in any case, with the lines around it and their true numbers', async () => {
  const lines = Array.from({ length: 100_000 }, (_, index) => `line ${index + 1}`);
  lines[77_776] = 'objectGUID: ABC-def';
  lines[88_887] = 'objectGUID: ABC-def';
  const view = await kept(Buffer.from(lines.join('\n')));
  const found = await view('abc-DEF');
  expect(found?.totalLines).toBe(100_000);
  const hits = found?.lines.filter((line) => line.highlighted);
  expect(hits).toEqual([{ number: 77_777, text: 'objectGUID: ABC-def', highlighted: true }]);
  expect(found?.lines[0]?.number).toBeGreaterThan(77_700);
  expect(found?.lines.length).toBeLessThanOrEqual(301);
  const numbers = found?.lines.map((line) => line.number) ?? [];
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
});

test('a place that is not there shows the beginning', async () => {
  const found = await (await kept(Buffer.from('one\ntwo')))('nowhere');
  expect(found?.lines.map((line) => [line.text, line.highlighted])).toEqual([
    ['one', false],
    ['two', false],
  ]);
});

test.each([
  ['UTF-16 with its mark', Buffer.from('\ufeffGröße=1\r\nzwei', 'utf16le')],
  ['UTF-8', Buffer.from('Größe=1\nzwei')],
  ['Windows-1252', Buffer.from('Größe=1\nzwei', 'latin1')],
])('%s is read as text', async (_, bytes) => {
  const found = await (await kept(bytes))('größe');
  expect(found?.lines[0]).toMatchObject({ number: 1, highlighted: true, text: expect.stringContaining('Größe=1') });
  expect(found?.totalLines).toBe(2);
});

test('binary input is shown as hex, found by text, by UTF-16 and by hex digits', async () => {
  const bytes = Buffer.concat([
    Buffer.from('PReg\u0001\0\0\0', 'latin1'),
    Buffer.alloc(4000, 1),
    Buffer.from('PassportForWork', 'utf16le'),
    Buffer.from('deadbeef01', 'hex'),
  ]);
  const view = await kept(bytes);
  expect((await view())?.lines[0]?.text).toBe(
    '00000000  50 52 65 67 01 00 00 00 01 01 01 01 01 01 01 01  PReg............',
  );
  const byText = await view('PassportForWork');
  expect(byText?.lines.filter((line) => line.highlighted).map((line) => line.number)).toEqual([251, 252, 253]);
  const byHex = await view('DE:AD:BE:EF:01');
  expect(byHex?.lines.filter((line) => line.highlighted).length).toBeGreaterThan(0);
  expect(byHex?.totalLines).toBe(Math.ceil(bytes.length / 16));
});

test('one endless line is cut around what was looked for', async () => {
  const text = `${'a'.repeat(3_000_000)}NEEDLE${'b'.repeat(3_000_000)}`;
  const found = await (await kept(Buffer.from(text)))('needle');
  const hit = found?.lines.find((line) => line.highlighted);
  expect(hit?.text).toContain('NEEDLE');
  expect(Math.max(...(found?.lines.map((line) => line.text.length) ?? []))).toBeLessThan(2100);
});

test('a large file is looked through in small turns of the event loop', async () => {
  const view = await kept(Buffer.from('dn: CN=User,DC=contoso,DC=com\nobjectClass: user\n'.repeat(800_000)));
  const { value, stall, whole } = await longestStall(() => view('nowhere at all'));
  expect(value?.totalLines).toBe(1_600_000);
  expect(stall).toBeLessThan(whole / 10);
});
