import { expect, test } from 'vitest';
import { inTurns } from '../../../src-main/host/in-turns';
import { longestStall } from '../../support/longest-stall';

const busy = (milliseconds: number): void => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

test('a burst of work is done in its order, a few milliseconds a turn', async () => {
  const later = inTurns();
  const done: number[] = [];
  const { stall, whole } = await longestStall(
    () =>
      new Promise<void>((resolve) => {
        for (let index = 0; index < 60; index += 1)
          later(() => {
            busy(2);
            if (done.push(index) === 60) resolve();
          });
      }),
  );
  expect(done).toEqual(Array.from({ length: 60 }, (_, index) => index));
  expect(stall).toBeLessThan(whole / 3);
});

test('work that is given while other work is done comes after it', async () => {
  const later = inTurns();
  const done: string[] = [];
  await new Promise<void>((resolve) => {
    later(() => {
      done.push('first');
      later(() => {
        done.push('third');
        resolve();
      });
    });
    later(() => done.push('second'));
  });
  expect(done).toEqual(['first', 'second', 'third']);
});
