import { expect, test } from 'vitest';
import {
  chooseStretch,
  chosenCount,
  isChosen,
  noObjects,
  type ObjectChoice,
  toggleObject,
} from '../../../src-renderer/features/findings/detail/choose-objects';

const ids = (choice: ObjectChoice): readonly string[] => (choice.is === 'some' ? [...choice.ids] : []);

test('a stretch from the same row takes the place of the one before; what was named apart from it stays', () => {
  const named = toggleObject(noObjects, 'z');
  const long = chooseStretch(named, 3, ['d', 'e', 'f']);
  expect(ids(long)).toEqual(['z', 'd', 'e', 'f']);
  expect(ids(chooseStretch(long, 3, ['c', 'd']))).toEqual(['z', 'c', 'd']);
});

test('a stretch from another row, or after one was added or taken out, adds to what is there', () => {
  const first = chooseStretch(noObjects, 0, ['a', 'b']);
  expect(ids(chooseStretch(first, 5, ['f']))).toEqual(['a', 'b', 'f']);
  expect(ids(chooseStretch(toggleObject(first, 'b'), 0, ['c']))).toEqual(['a', 'c']);
});

test('all but some; a stretch then begins anew', () => {
  const all: ObjectChoice = { is: 'all', total: 9, except: new Set() };
  const but = toggleObject(all, 'a');
  expect(chosenCount(but)).toBe(8);
  expect(isChosen(but, 'a')).toBe(false);
  expect(isChosen(but, 'b')).toBe(true);
  expect(chosenCount(toggleObject(but, 'a'))).toBe(9);
  expect(ids(chooseStretch(but, 1, ['b']))).toEqual(['b']);
});
