import { expect, test } from 'vitest';
import { fixPdfInfo } from '../../../src-main/report/fixed-pdf-info';

const madeAt = new Date('2026-11-22T16:00:05.000Z');
const pdf = (information: string): Uint8Array =>
  new Uint8Array(Buffer.from(`%PDF-1.4\n1 0 obj\n<<${information}>>\nendobj\n\xff\x00`, 'latin1'));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

test('time and product take the place of what Chromium wrote, at the same length', () => {
  const printed = pdf(
    "/Creator (Mozilla/5.0 \\(X11; Linux\\) Chrome/130)\n/CreationDate (D:20261123004857+00'00')\n/ModDate (D:20261123004858+00'00')",
  );
  const { length } = printed;
  fixPdfInfo(printed, madeAt, 'Hello Preflight 0.1.0');
  expect(printed).toHaveLength(length);
  expect(textOf(printed)).toContain("/CreationDate (D:20261122160005+00'00')\n/ModDate (D:20261122160005+00'00')");
  expect(textOf(printed)).toMatch(/\/Creator \(Hello Preflight 0\.1\.0 +\)\n/u);
  expect(textOf(printed).endsWith('endobj\n\xff\x00')).toBe(true);
});

test('a longer name is cut, and cannot end the string', () => {
  const printed = pdf('/Creator (Mozilla)');
  fixPdfInfo(printed, madeAt, 'a) /JS (b\\');
  expect(textOf(printed)).toContain('/Creator (a  /JS )');
});

test('another layout is left as it is', () => {
  const other = pdf('/CreationDate (D:20261123004857Z)');
  fixPdfInfo(other, madeAt, 'Hello Preflight');
  expect(textOf(other)).toBe(textOf(pdf('/CreationDate (D:20261123004857Z)')));
});
