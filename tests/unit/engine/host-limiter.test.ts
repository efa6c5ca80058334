import { expect, it } from 'vitest';
import { HostLimiter } from '../../../src-main/engine/host-limiter';

/** A task that runs until it is released, and tells that it started. */
function gate() {
  let release: () => void = () => undefined;
  let started = false;
  const opened = new Promise<void>((resolve) => {
    release = resolve;
  });
  const task = async (): Promise<void> => {
    started = true;
    await opened;
  };
  return { task, release: () => release(), started: () => started };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('lets a busy host not hold up others', async () => {
  const limiter = new HostLimiter({ total: 3, perHost: 1 });
  const [first, second, other] = [gate(), gate(), gate()];
  const runs = [limiter.run(['DC1'], first.task), limiter.run(['dc1'], second.task), limiter.run(['dc2'], other.task)];
  await settle();
  expect([first.started(), second.started(), other.started()]).toEqual([true, false, true]);
  first.release();
  await settle();
  expect(second.started()).toBe(true);
  second.release();
  other.release();
  await Promise.all(runs);
});

it('bounds the total and frees the place of a task that fails', async () => {
  const limiter = new HostLimiter({ total: 1, perHost: 1 });
  const failing = limiter.run(['a'], () => Promise.reject(new Error('refused')));
  const next = gate();
  const run = limiter.run(['b'], next.task);
  await expect(failing).rejects.toThrow('refused');
  await settle();
  expect(next.started()).toBe(true);
  next.release();
  await run;
});
