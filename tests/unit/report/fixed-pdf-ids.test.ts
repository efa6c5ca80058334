import { expect, test } from 'vitest';
import { fixPdfIds } from '../../../src-main/report/fixed-pdf-ids';

const printed = (first: number, second: number, names: string): Uint8Array => {
  const id = (number: number): string => `(node${String(number).padStart(8, '0')})`;
  const elements = `7 0 obj\n<</S /TH\n/ID ${id(first)}>>\n12 0 obj\n<</S /TD\n/Headers [${id(first)}]\n/ID ${id(second)}>>\n`;
  const [low, high] = [Math.min(first, second), Math.max(first, second)];
  return new Uint8Array(
    Buffer.from(`${elements}<</Limits [${id(low)} ${id(high)}]\n/Names [${names}]>>\xff`, 'latin1'),
  );
};
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

test('two prints of the same page become the same file, its tree in order', () => {
  const one = printed(18, 4, '(node00000004) 12 0 R (node00000018) 7 0 R');
  const other = printed(3, 9, '(node00000003) 7 0 R (node00000009) 12 0 R');
  fixPdfIds(one);
  fixPdfIds(other);
  expect(textOf(one)).toBe(textOf(other));
  expect(textOf(one)).toContain('/Headers [(node00000001)]\n/ID (node00000002)');
  expect(textOf(one)).toContain(
    '/Limits [(node00000001) (node00000002)]\n/Names [(node00000001) 7 0 R (node00000002) 12 0 R]',
  );
});

test('a tree that does not hold the elements is left as it is', () => {
  const odd = printed(18, 4, '(node00000004) 12 0 R (node00000099) 7 0 R');
  const before = textOf(odd);
  fixPdfIds(odd);
  expect(textOf(odd)).toBe(before);
});
