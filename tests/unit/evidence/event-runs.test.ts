import { describe, expect, it } from 'vitest';
import { EventRuns } from '../../../src-main/evidence/event-runs';

const time = (record: number): string => new Date(Date.parse('2026-11-01T00:00:00Z') + record * 60_000).toISOString();
const newestOf = (records: readonly number[]) => {
  const runs = new EventRuns();
  for (const record of records) runs.add(record, time(record));
  return runs.newest();
};
const span = (first: number, last: number) => ({ since: time(first), until: time(last) });

describe('runs of events', () => {
  it.each([
    ['upwards', [5, 6, 7, 8]],
    ['downwards', [8, 7, 6, 5]],
    ['in two exports that overlap', [5, 6, 7, 6, 7, 8]],
    ['in two exports, the newer first', [7, 8, 5, 6]],
    ['the same event twice', [5, 6, 6, 7, 8, 8]],
  ])('without a gap, %s', (_, records) => expect(newestOf(records)).toEqual(span(5, 8)));

  it('end at the last gap', () => {
    expect(newestOf([1, 2, 3, 5, 6])).toEqual(span(5, 6));
    expect(newestOf([10, 20, 30])).toEqual(span(30, 30));
  });

  it('are those of the newest time when numbers began anew', () => {
    const runs = new EventRuns();
    runs.add(900, time(1));
    runs.add(901, time(2));
    runs.add(1, time(3));
    runs.add(2, time(4));
    expect(runs.newest()).toEqual(span(3, 4));
  });

  it('are not known without numbers, without events and among fragments', () => {
    const unnumbered = new EventRuns();
    unnumbered.add(1, time(1));
    unnumbered.add(undefined, time(2));
    expect([unnumbered.newest(), new EventRuns().newest()]).toEqual([undefined, undefined]);
    expect(newestOf(Array.from({ length: 30_000 }, (_, index) => index * 2))).toBeUndefined();
  });
});
