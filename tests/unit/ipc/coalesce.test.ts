import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mergeRunProgress } from '../../../src-main/features/run/merge-progress';
import { coalesce } from '../../../src-main/ipc/coalesce';
import type { RunProgress } from '../../../src-shared/ipc/run';
import { target } from '../../support/engagement';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first value goes at once, then at most one in each interval, and the last one always arrives', () => {
  const sent: number[] = [];
  const { push } = coalesce<number>((value) => sent.push(value), 100);
  for (let value = 0; value < 1000; value += 1) {
    push(value);
    vi.advanceTimersByTime(1);
  }
  vi.advanceTimersByTime(200);
  expect(sent.length).toBeLessThanOrEqual(12);
  expect([sent[0], sent.at(-1)]).toEqual([0, 999]);
});

test('a slow sequence goes through whole', () => {
  const sent: number[] = [];
  const { push } = coalesce<number>((value) => sent.push(value), 100);
  for (const value of [1, 2, 3]) {
    push(value);
    vi.advanceTimersByTime(150);
  }
  expect(sent).toEqual([1, 2, 3]);
});

test('what is held back is sent when asked for, once', () => {
  const sent: number[] = [];
  const { push, flush } = coalesce<number>((value) => sent.push(value), 100);
  push(1);
  push(2);
  flush();
  vi.advanceTimersByTime(1000);
  expect(sent).toEqual([1, 2]);
});

test('no changed target of a run gets lost', () => {
  const sent: RunProgress[] = [];
  const { push, flush } = coalesce<RunProgress>((value) => sent.push(value), 100, mergeRunProgress);
  const runId = '3f2f4c1e-6c3a-4b52-9d8e-0d6c3c1f9a11';
  for (let index = 0; index < 50; index += 1) {
    const targets = [target(`t${index}`, 'running'), target('t0', index === 49 ? 'done' : 'running')];
    push({ runId, phase: 'collecting', message: `${index}`, targets, done: index, total: 50 });
  }
  flush();
  const last = new Map(sent.flatMap((value) => value.targets).map((each) => [each.id, each.state]));
  expect(last.size).toBe(50);
  expect(last.get('t0')).toBe('done');
  expect(sent.at(-1)).toMatchObject({ message: '49', done: 49 });
  expect(sent.length).toBe(2);
});
