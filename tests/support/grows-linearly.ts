import { expect } from 'vitest';
import { threadTime } from './thread-time';

/** Between 8 (linear) and 64 (quadratic), with room for sorting and for a machine that does much else. */
const tolerated = 24;
/** Milliseconds of processor time below which a measurement tells nothing. */
const measurable = 10;
/** Milliseconds at which doubling ends: by then the growth has been seen. */
const enough = 500;

interface Sizes {
  /** Where to begin: small, so that what is quadratic is found long before it takes minutes. */
  readonly from?: number;
  /** Beyond this nothing is tried. */
  readonly to: number;
}

/**
 * Holds that the processor time of `work` grows no faster than its input, whatever the machine: doubles the size, and compares each time with that of an
 * eighth of the size. `inputOf` is not measured; each input is worked on three times, and the fastest counts.
 */
export async function growsLinearly<T>(
  inputOf: (size: number) => T | Promise<T>,
  work: (input: T) => unknown,
  { from = 16, to }: Sizes,
): Promise<void> {
  const timeOf = async (size: number): Promise<number> => {
    const input = await inputOf(size);
    let fastest = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < 3; turn += 1) {
      const before = threadTime();
      await work(input);
      fastest = Math.min(fastest, threadTime() - before);
    }
    return fastest;
  };
  const fixed = await timeOf(1);
  const times: number[] = [];
  for (let size = from; size <= to && (times.at(-1) ?? 0) < enough; size *= 2) {
    const time = (await timeOf(size)) - fixed;
    const growth = time / Math.max(times.at(-3) ?? time, measurable);
    expect(growth, `processor time of size ${size} against that of ${size / 8}`).toBeLessThan(tolerated);
    times.push(time);
  }
}
