import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { portionQueue } from '../../../src-main/features/run/portion-queue';

function recording(work: (portion: readonly number[]) => Promise<void> = async () => undefined) {
  const portions: (readonly number[])[] = [];
  let failures = 0;
  const queue = portionQueue<number>({
    work: async (portion) => {
      portions.push(portion);
      await work(portion);
    },
    sizeOf: (item) => item,
    limit: 10,
    onFailure: () => {
      failures += 1;
    },
  });
  return { queue, portions, failures: () => failures };
}

test('portions keep the order and the limit; what is too large goes by itself', async () => {
  const { queue, portions } = recording();
  for (const item of [4, 5, 3, 50, 0, 0, 9, 2]) queue.add(item);
  await queue.drained();
  expect(portions).toEqual([[4, 5], [3], [50], [0, 0, 9], [2]]);
});

test('what arrives while a portion is worked on is done as well, one portion at a time', async () => {
  let running = 0;
  const { queue, portions } = recording(async () => {
    running += 1;
    expect(running).toBe(1);
    await nextTurn();
    running -= 1;
  });
  queue.add(6);
  await nextTurn();
  await nextTurn();
  queue.add(7);
  queue.add(8);
  await queue.drained();
  expect(portions.flat()).toEqual([6, 7, 8]);
  await queue.drained();
});

test('after a failure nothing more is done, and the failure is told to who waits', async () => {
  const { queue, portions, failures } = recording(async () => {
    throw new Error('disk full');
  });
  queue.add(1);
  await expect(queue.drained()).rejects.toThrow('disk full');
  queue.add(2);
  await expect(queue.drained()).rejects.toThrow('disk full');
  expect([portions, failures()]).toEqual([[[1]], 1]);
});
