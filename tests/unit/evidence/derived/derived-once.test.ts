import { expect, it } from 'vitest';
import { derivedOnce } from '../../../../src-main/evidence/derived/derived-once';

it('derives once for the same objects and anew for others', () => {
  let made = 0;
  const pair = derivedOnce(
    (one: object, other: object) => [one, other],
    (one, other) => {
      made += 1;
      return [one, other];
    },
  );
  const [a, b, c] = [{}, {}, {}];
  expect(pair(a, b)).toBe(pair(a, b));
  expect(made).toBe(1);
  expect(pair(a, c)).toEqual([a, c]);
  expect(pair(b, a)).toEqual([b, a]);
  expect(made).toBe(3);
});

it('keeps a result that is undefined', () => {
  let made = 0;
  const nothing = derivedOnce(
    (part: object) => [part],
    () => {
      made += 1;
      return undefined;
    },
  );
  const a = {};
  nothing(a);
  nothing(a);
  expect(made).toBe(1);
});
