/** A pair of things that do the same work; each call gives the milliseconds it took. */
export interface Contest {
  readonly ours: () => Promise<number>;
  readonly theirs: () => Promise<number>;
}

export interface ContestResult {
  /** Median of the ratios ours / theirs, one per pair of runs. */
  readonly ratio: number;
  /** Medians in milliseconds. */
  readonly ours: number;
  readonly theirs: number;
}

/** Runs both in turns, so that whatever else the machine does hits both alike. */
export async function alternate({ ours, theirs }: Contest, pairs: number): Promise<ContestResult> {
  const runs: { readonly ours: number; readonly theirs: number }[] = [];
  for (let pair = 0; pair < pairs; pair += 1) runs.push({ ours: await ours(), theirs: await theirs() });
  return {
    ratio: median(runs.map((run) => run.ours / run.theirs)),
    ours: median(runs.map((run) => run.ours)),
    theirs: median(runs.map((run) => run.theirs)),
  };
}

/** Milliseconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
