import { expect, test } from 'vitest';
import { madeAt } from '../../../src-main/cli/made-at';

const now = new Date('2026-11-23T10:00:00Z');

test('now, or the instant of SOURCE_DATE_EPOCH', () => {
  expect(madeAt({}, now)).toBe(now);
  expect(madeAt({ SOURCE_DATE_EPOCH: '' }, now)).toBe(now);
  expect(madeAt({ SOURCE_DATE_EPOCH: '1795352400' }, now).toISOString()).toBe('2026-11-22T13:00:00.000Z');
});

test.each(['soon', '-1', '1e9', '99999999999'])('%s is refused', (epoch) =>
  expect(() => madeAt({ SOURCE_DATE_EPOCH: epoch }, now)).toThrow(`SOURCE_DATE_EPOCH is "${epoch}".`),
);
