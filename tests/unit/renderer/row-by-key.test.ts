import { expect, test } from 'vitest';
import { rowByKey } from '../../../src-renderer/ui/row-by-key';

test.each([
  ['ArrowDown', 3, 4],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 3, 2],
  ['ArrowUp', 0, 0],
  ['PageDown', 3, 7],
  ['PageDown', 8, 9],
  ['PageUp', 3, 0],
  ['Home', 5, 0],
  ['End', 5, 9],
  ['a', 5, undefined],
])('%s on row %i of ten leads to %s', (key, active, wanted) => {
  expect(rowByKey(key, active, 10, 4)).toBe(wanted);
});

test('nowhere to go in an empty list', () => {
  expect(rowByKey('End', 0, 0, 4)).toBeUndefined();
});
