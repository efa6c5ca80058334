import { expect, test } from 'vitest';
import { chooseAll, chooseThrough, noneChosen, toggleRow } from '../../../src-renderer/features/findings/choose-rows';

const order = ['A', 'B', 'C', 'D'];

test('the first one added joins the finding that is shown; a second time takes it out', () => {
  const two = toggleRow(noneChosen, 'C', 'A');
  expect([...two.ids]).toEqual(['A', 'C']);
  expect([...toggleRow(two, 'A', 'A').ids]).toEqual(['C']);
  expect([...toggleRow(noneChosen, 'C', undefined).ids]).toEqual(['C']);
});

test('a stretch goes from its anchor, in the order of the list and both ways', () => {
  const fromB = toggleRow(noneChosen, 'B', undefined);
  const down = chooseThrough(fromB, 'D', undefined, order);
  expect([...down.ids]).toEqual(['B', 'C', 'D']);
  expect([...chooseThrough(down, 'A', undefined, order).ids]).toEqual(['A', 'B']);
  expect([...chooseThrough(noneChosen, 'C', 'D', order).ids]).toEqual(['C', 'D']);
  expect([...chooseThrough(fromB, 'D', 'C', ['C', 'D']).ids]).toEqual(['C', 'D']);
});

test('all of the list', () => {
  expect([...chooseAll(order).ids]).toEqual(order);
  expect(chooseAll([]).ids.size).toBe(0);
});
